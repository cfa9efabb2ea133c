"""The corridor: what an actor from outside can do who sits at no table."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name, thing, things
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making
from exercise.ui.dialogs.speaking import questions


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
            lines.append(
                Content.assemble("What you want: ", printable(things(view.game, role.wants)), ("  private", "$muted"))
            )
        if role is not None and role.influence:
            listens = ", ".join(f"{name(view.game, seat)} {points}" for seat, points in role.influence.items())
            lines.append(
                Content.assemble("Who listens to you, and how much (of 3): ", listens, ("  private", "$muted"))
            )
        mine = [pledge for pledge in view.state.pledges.values() if pledge.seat == view.seat]
        lines += [Content(printable(f"{pledge.id} promised: {pledge.text}", lines=False)) for pledge in mine]
        return Content("\n").join(lines)

    def doings(self) -> Iterator[Item]:
        view, role = self.glance.view, self.glance.view.role
        table, state = view.game.table, view.state
        wants = role.wants if role else ()
        clients = sorted(role.influence, key=lambda seat: -role.influence[seat]) if role else []
        yield from questions(view)
        yield "Press a delegation"
        for seat in clients:
            held = state.positions.get(seat, {})
            for option in wants:
                if held.get(table.issue_of[option]) != option:
                    yield Doing(f"{name(view.game, seat)}: accept {thing(view.game, option)}", _pressing(seat, option))
        yield "Make a promise"
        for dial in view.game.scenario.dials:
            yield Doing(dial.name, _pledging(dial.id), needs_words=True, note=dial.reads)
        mine = [pledge for pledge in state.pledges.values() if pledge.seat == view.seat]
        for pledge in mine:
            yield Doing(f"Take back {pledge.id}: {pledge.text}", _taking_back(pledge.id))
        yield "Praise a party"
        for seat in table.parties:
            yield Doing(name(view.game, seat), _praising(seat))
        yield Doing("Make a statement in the hall", m.Speak, needs_words=True)


def _pressing(seat: str, option: str) -> Making:
    return lambda text: m.Press(seat, option, text)


def _pledging(dial: str) -> Making:
    return lambda text: m.MakePledge(dial, text)


def _taking_back(pledge: str) -> Making:
    return lambda text: m.WithdrawPledge(pledge, text)


def _praising(seat: str) -> Making:
    return lambda text: m.Endorse(seat, text)
