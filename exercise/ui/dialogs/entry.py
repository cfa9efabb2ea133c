"""An entry of the floor in full, and what can be done about it: answer, back, concede, support, accept, second."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content

from exercise.engine.flow import answers_to
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.state import Argument, Deal, Proposal, Question
from exercise.model.text import printable
from exercise.plain.narration import name, thing, things
from exercise.plain.prompting import moved
from exercise.ui.chair import Chair
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making, Opening
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.entries import Entry
from exercise.ui.packages import appraise, listing, on_record, verdict_line


class EntryDialog(DoingDialog):
    """What was said, what has been said to it, and the moves that fit."""

    HELP: ClassVar[str] = (
        "An entry of the floor. Above it stands in full, with the claims it cites and what was answered to it. Below are the\n"
        "moves that fit; Enter makes the one that is highlighted, with the words in the line below (Tab goes there)."
    )

    def __init__(self, chair: Chair, entry: Entry) -> None:
        super().__init__(chair)
        self.entry = entry
        state = self.glance.view.state
        self.argument = state.arguments.get(entry.id)
        self.question = state.questions.get(entry.id)
        self.proposal = state.proposals.get(entry.id)
        self.deal = state.deals.get(entry.id)

    def heading(self) -> str:
        return printable(f"{self.entry.id} {self.entry.who}".strip() or "The floor", lines=False)

    # What stands there

    def about(self) -> Content:
        said = Content.styled(printable(f"{self.entry.who} {self.entry.says}".strip(), lines=False), "bold")
        parts = [said] + ([Content(printable(self.entry.speech))] if self.entry.speech else [])
        if self.argument is not None:
            parts += self._claims(self.argument) + self._answers(self.argument)
        if self.proposal is not None:
            parts += self._package(self.proposal)
        if self.glance.seat == FACILITATOR:
            parts.append(
                Content.styled(
                    "\nTo act on it, take over a seat: d opens your drawer, 4 the seats, t takes one over.", "$muted"
                )
            )
        return Content("\n").join(parts)

    def _claims(self, argument: Argument) -> list[Content]:
        cited = next(
            (
                e.body.cites
                for e in self.chair.heard()
                if getattr(e.body, "id", "") == argument.id and hasattr(e.body, "cites")
            ),
            (),
        )
        claims = {claim.id: claim for claim in self.glance.view.game.scenario.claims}
        return [
            Content.assemble((f"cites {id}: ", "$muted"), printable(claims[id].text, lines=False))
            for id in cited
            if id in claims
        ]

    def _answers(self, argument: Argument) -> list[Content]:
        state, game = self.glance.view.state, self.glance.view.game
        lines = []
        if argument.answers in state.arguments:
            first = state.arguments[argument.answers]
            lines.append(
                Content.styled(
                    printable(f"It answers {first.id} of {name(game, first.seat)}: {first.text}", lines=False), "$muted"
                )
            )
        for id in answers_to(state, argument.id):
            answer = state.arguments.get(id)
            words = f"{answer.id} {name(game, answer.seat)} {answer.side} it: {answer.text}" if answer else id
            lines.append(Content.styled(printable(words, lines=False), "$muted"))
        return lines or [Content.styled("Nobody has answered it yet.", "$warning")]

    def _package(self, proposal: Proposal) -> list[Content]:
        view = self.glance.view
        worth = appraise(view, proposal.options)
        lines = [listing(view, proposal.options)]
        if worth.total is not None:
            lines.append(verdict_line(worth))
        return [*lines, Content.styled(on_record(proposal), "$muted")]

    # What can be done

    def doings(self) -> Iterator[Item]:
        """What the seat can do about the entry; who plays no seat reads it."""
        if self.glance.view.kind is None:
            return
        if self.argument is not None:
            yield from self._about_argument(self.argument)
        if self.question is not None:
            yield from self._about_question(self.question)
        if self.proposal is not None:
            yield from self._about_proposal(self.proposal)
        if self.deal is not None:
            yield from self._about_deal(self.deal)
        motion = self.glance.view.state.motion
        if motion is not None and motion.id == self.entry.id:
            yield Doing(f"Second it: {moved(self.glance.view.game, motion)}", lambda _: m.Second(motion.id))
        yield from self._about_speaker()

    def _about_argument(self, argument: Argument) -> Iterator[Item]:
        target = argument.id
        yield Doing(f"Argue against {target}", lambda text: m.Argue("against", target, text), needs_words=True)
        yield Doing(f"Back {target} with another reason", lambda text: m.Argue("for", target, text), needs_words=True)
        yield Doing(f"Concede the point of {target}", lambda text: m.Concede(target, text))
        option = argument.option
        if option:
            yield Doing(
                f"Go on record for {thing(self.glance.view.game, option)}", lambda text: m.Support(option, text)
            )
            yield Doing(
                f"Go on record against {thing(self.glance.view.game, option)}", lambda text: m.Oppose(option, text)
            )

    def _about_question(self, question: Question) -> Iterator[Item]:
        yield Doing(f"Answer {question.id}", lambda text: m.Answer(question.id, text), needs_words=True)

    def _about_proposal(self, proposal: Proposal) -> Iterator[Item]:
        id, game = proposal.id, self.glance.view.game
        if not proposal.withdrawn:
            build = partial(ProposalDialog, self.chair, load=id)
            yield Opening("Look at it in the proposal builder", build, ("propose", "amend", "support", "oppose"))
        yield Doing(f"Go on record for {id}", lambda text: m.Support(id, text))
        yield Doing(f"Go on record against {id}", lambda text: m.Oppose(id, text))
        for option in proposal.options:
            yield Doing(f"Go on record against {id} because of {thing(game, option)}", _because(id, option))
        yield Doing(f"Put your name to {id}", lambda _: m.Sponsor(id))
        for option in proposal.options:
            yield Doing(f"Hold back on {thing(game, option)} only", _holding_back(id, option))

    def _about_deal(self, deal: Deal) -> Iterator[Item]:
        game = self.glance.view.game
        what = f"{things(game, deal.give)} for {things(game, deal.get)}"
        yield Doing(f"Accept {deal.id}: {what}", lambda text: m.AcceptDeal(deal.id, text))
        yield Doing(f"Decline {deal.id}", lambda text: m.DeclineDeal(deal.id, text))

    def _about_speaker(self) -> Iterator[Item]:
        view = self.glance.view
        seat = next((s.id for s in view.game.scenario.seats if name(view.game, s.id) == self.entry.who), "")
        if seat and seat != view.seat:
            who = name(view.game, seat)
            yield Doing(f"Ask {who} in the hall", lambda text: m.Ask(seat, text, view.state.focus), needs_words=True)
            yield Doing(f"Say something to {who} in private", lambda text: m.Tell((seat,), text), needs_words=True)


def _because(id: str, option: str) -> Making:
    return lambda text: m.Oppose(id, text, option)


def _holding_back(id: str, option: str) -> Making:
    return lambda text: m.Reserve(id, option, text)
