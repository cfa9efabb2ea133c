"""The mediator's desk: the floor, visits, the single text, bridges, warnings, votes."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import ClassVar

from textual.content import Content

from exercise.model import moves as m
from exercise.plain.narration import name, thing
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making, Opening
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.dialogs.speaking import questions, statements
from exercise.ui.packages import holders, seen_by, voted_on


class MediateDialog(DoingDialog):
    """What the mediator can do now."""

    TITLE_TEXT: ClassVar[str] = "The mediator's desk"
    WORDS: ClassVar[str] = "Your words (Tab); visits and warnings need them"
    HELP: ClassVar[str] = (
        "You have no vote, and no plan of your own. You give the floor, set the order, visit delegations in private, keep one text\n"
        "and mend it by what you hear, build bridges between two positions, warn, and call the vote. t shows the text with who\n"
        "objects to what."
    )

    def about(self) -> Content:
        view = self.glance.view
        floor = view.state.queue
        who = ", ".join(name(view.game, seat) for seat in floor[:6]) or "nobody"
        lines = [Content.assemble(("On the speakers' list: ", "$muted"), who)]
        if view.state.point:
            lines.append(
                Content.styled(
                    f"A point of order by {name(view.game, view.state.point)} waits for your ruling.", "$accent"
                )
            )
        return Content("\n").join(lines)

    def doings(self) -> Iterator[Item]:
        view, at = self.glance.view, seen_by(self.glance.view)
        if view.state.point:
            yield Doing("Uphold the point of order", lambda text: m.RuleOnPoint(True, text))
            yield Doing("Reject the point of order", lambda text: m.RuleOnPoint(False, text))
        yield from questions(view)
        build = partial(ProposalDialog, self.chair, drafting=True)
        yield Opening("Draft or revise the single text in the builder", build, ("table_text", "revise_text"))
        yield "Visit in private"
        for seat in view.game.table.parties:
            held = " ".join(view.state.positions.get(seat, {}).values())
            yield Doing(
                f"{name(view.game, seat)}",
                _visiting(seat),
                needs_words=True,
                note=f"On record for {held or 'nothing'}.",
            )
        yield "Call a vote on"
        for proposal in at.live_proposals():
            mark = " (the text)" if proposal.id == view.state.text else ""
            by = f"{proposal.id} by {name(view.game, proposal.seat)}{mark}"
            yield Doing(by, _calling(proposal.id), note=voted_on(view, proposal.id))
        for option in self._held():
            yield Doing(thing(view.game, option), _calling(option), note=voted_on(view, option))
        yield "Suggest a bridge"
        yield from self._bridges()
        yield "The floor"
        for seat in at.others():
            yield Doing(f"Give it to {name(view.game, seat)}", _recognising(seat))
        for issue in at.issues:
            yield Doing(f"Take {thing(view.game, issue)} first", _ordering(issue))
        yield Doing("Warn the hall", m.Warn, needs_words=True)
        yield Doing("Rise until the next session", lambda _: m.Recess())
        yield Doing("Declare a deadlock: the talks are over", m.DeclareDeadlock)
        yield from statements(view, view.state.focus)

    def _held(self) -> list[str]:
        """Options of the issue in debate that somebody is on record for."""
        view = self.glance.view
        issues = [view.state.focus] if view.state.focus else list(seen_by(view).issues)
        options = [option.id for issue in issues for option in view.game.table.issues[issue].options]
        return [option for option in options if holders(view, option)]

    def _bridges(self) -> Iterator[Item]:
        """Between two delegations that are on record for different options of the issue in debate: an option between them."""
        view, issue = self.glance.view, self.glance.view.state.focus
        if not issue:
            return
        order = [option.id for option in view.game.table.issues[issue].options]
        held = [
            (seat, h[issue]) for seat in view.game.table.parties if issue in (h := view.state.positions.get(seat, {}))
        ]
        for (one, low), (other, high) in combinations(held, 2):
            first, last = sorted((order.index(low), order.index(high)))
            for option in order[first + 1 : last]:
                pair = f"{name(view.game, one)} ({low}) and {name(view.game, other)} ({high})"
                yield Doing(
                    f"{option} between {one} ({low}) and {other} ({high})",
                    _bridging(one, other, option),
                    note=f"{thing(view.game, option)} between {pair}.",
                )


def _visiting(seat: str) -> Making:
    return lambda text: m.Shuttle(seat, text)


def _calling(subject: str) -> Making:
    return lambda _: m.CallVote(subject)


def _recognising(seat: str) -> Making:
    return lambda _: m.Recognise(seat)


def _ordering(issue: str) -> Making:
    return lambda _: m.SetAgenda((issue,))


def _bridging(one: str, other: str, option: str) -> Making:
    return lambda text: m.Bridge((one, other), option, text)
