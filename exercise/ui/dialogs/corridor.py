"""The corridor: what an actor from outside can do who sits at no table."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content

from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.ui.chair import Chair
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making, Opening
from exercise.ui.dialogs.speaking import questions
from exercise.ui.packages import by_issue


class CorridorDialog(DoingDialog):
    """Press clients, promise, take promises back, praise."""

    TITLE_TEXT: ClassVar[str] = "The corridor"
    WORDS: ClassVar[str] = "What you say with it (Tab); a promise needs words"
    HELP: ClassVar[str] = (
        "You have no vote here. You can press a delegation that listens to you, once a day; make promises that raise a dial, and\n"
        "take them back, which costs more than they gave; and praise a party, which its rivals hear too."
    )

    def about(self) -> Content:
        view, role = self.glance.view, self.glance.view.role
        lines = []
        if role is not None and role.wants:
            wants = printable(" ".join(role.wants), lines=False)
            lines.append(Content.assemble(("What you want: ", "$muted"), wants, ("  private", "$muted")))
        mine = [pledge for pledge in view.state.pledges.values() if pledge.seat == view.seat]
        lines += [Content(printable(f"{pledge.id} promised: {pledge.text}", lines=False)) for pledge in mine]
        return Content("\n").join(lines)

    def doings(self) -> Iterator[Item]:
        view, role = self.glance.view, self.glance.view.role
        clients = sorted(role.influence, key=lambda seat: -role.influence[seat]) if role else []
        yield from questions(view)
        yield "Press a delegation, once a day (private: how much it listens to you, of 3)"
        for seat in clients:
            yield from self._client(seat, role.influence[seat] if role else 0)
        yield "Make a promise"
        for dial in view.game.scenario.dials:
            yield Doing(dial.name, _pledging(dial.id), needs_words=True, note=dial.reads)
        mine = [pledge for pledge in view.state.pledges.values() if pledge.seat == view.seat]
        for pledge in mine:
            yield Doing(f"Take back {pledge.id}: {pledge.text}", _taking_back(pledge.id))
        yield "Praise a party"
        for seat in view.game.table.parties:
            yield Doing(name(view.game, seat), _praising(seat))
        yield Doing("Make a statement in the hall", m.Speak, needs_words=True)

    def _client(self, seat: str, points: float) -> Iterator[Item]:
        """A delegation that listens: the window in which it is pressed, or why it cannot be."""
        view, wants = self.glance.view, not_held(self.glance.view, seat)
        if not wants:
            return
        held = " ".join(by_issue(view, view.state.positions.get(seat, {}).values()).values()) or "nothing"
        label = f"{name(view.game, seat)} {points:g}, on record for {held}"
        if any(self.chair.check(m.Press(seat, option)) is None for option in wants):
            yield Opening(label, partial(PressDialog, self.chair, seat), ("press",))
        else:
            yield Doing(label, _pressing(seat, wants[0]))


class PressDialog(DoingDialog):
    """What one delegation is pressed to accept."""

    WORDS: ClassVar[str] = "What you say with it, if you like (Tab)"
    HELP: ClassVar[str] = (
        "What you want that this delegation is not on record for. Enter presses it to accept what is highlighted; you can press\n"
        "one delegation a day. Only the two of you, and the facilitator, know of it."
    )

    def __init__(self, chair: Chair, client: str) -> None:
        super().__init__(chair)
        self._client = client

    def heading(self) -> str:
        return printable(f"Press {name(self.glance.view.game, self._client)}", lines=False)

    def about(self) -> Content:
        return Content.styled("It should accept, of what you want:", "$muted")

    def doings(self) -> Iterator[Item]:
        view = self.glance.view
        held = view.state.positions.get(self._client, {})
        for option in not_held(view, self._client):
            instead = held.get(view.game.table.issue_of[option])
            now = (
                f"It is on record for {thing(view.game, instead)}." if instead else "It is on record for nothing here."
            )
            note = f"{view.game.table.options[option].text}\n{now}"
            yield Doing(thing(view.game, option), _pressing(self._client, option), note=note)


def not_held(view: View, seat: str) -> list[str]:
    """What the viewer wants and a delegation is not on record for."""
    held = view.state.positions.get(seat, {})
    wants = view.role.wants if view.role else ()
    return [option for option in wants if held.get(view.game.table.issue_of[option]) != option]


def _pressing(seat: str, option: str) -> Making:
    return lambda text: m.Press(seat, option, text)


def _pledging(dial: str) -> Making:
    return lambda text: m.MakePledge(dial, text)


def _taking_back(pledge: str) -> Making:
    return lambda text: m.WithdrawPledge(pledge, text)


def _praising(seat: str) -> Making:
    return lambda text: m.Endorse(seat, text)
