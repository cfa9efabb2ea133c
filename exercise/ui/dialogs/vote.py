"""The open ballot: what is voted on, what it is to the voter, what carries it, how it stands; and the vote with a reason."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from exercise.engine.ballots import rule_of, tally
from exercise.model import moves as m
from exercise.model.state import Ballot, Motion
from exercise.model.text import printable
from exercise.plain.narration import name
from exercise.plain.prompting import moved, what_carries
from exercise.ui.chair import Chair
from exercise.ui.dialogs.dialog import Dialog
from exercise.ui.packages import appraise, described, gauge, listing, verdict_line, warnings
from exercise.ui.words import Words

ROOMY = 104
VOTES_A_LINE = 5
"""Votes that stand in one line of a window with fewer than `ROOMY` columns."""
MARKS = {"yes": ("●", "$success"), "no": ("○", "$error"), "abstain": ("◌", "$warning")}
"""How a vote is marked; the word stands beside it."""


class VoteDialog(Dialog):
    """Vote yes, no or abstain. The reason goes into the record."""

    CSS_PATH = "../styles/vote.tcss"
    TITLE_TEXT = "The vote"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "vote('yes')", "Yes", tooltip="Vote yes", id="vote.yes"),
        Binding("n", "vote('no')", "No", tooltip="Vote no", id="vote.no"),
        Binding("a", "vote('abstain')", "Abstain", tooltip="Abstain", id="vote.abstain"),
        Binding("left", "app.focus_previous", "Before", show=False, id="vote.left"),
        Binding("right", "app.focus_next", "Next", show=False, id="vote.right"),
    ]
    HELP = (
        "What is voted on, what it is worth to you against what you need (private), what carries it, and how it stands:\n"
        "● yes, ○ no, ◌ abstains, · has not voted. y, n and a vote at once; type a reason before that if you want one in\n"
        "the record. A final vote ends the talks."
    )

    words = getters.query_one("#words", Words)

    def __init__(self, chair: Chair) -> None:
        super().__init__(chair)
        self.view = self.glance.view

    def heading(self) -> str:
        ballot = self.view.state.ballot
        if ballot is None:
            return self.TITLE_TEXT
        return f"{ballot.id}  The last vote: it ends the talks" if ballot.final else f"{ballot.id}  {self.TITLE_TEXT}"

    def body(self) -> ComposeResult:
        ballot = self.view.state.ballot
        with VerticalScroll(id="matter"):
            yield Static(self._matter(ballot) if ballot else Content("No ballot is open."), markup=False)
            if ballot is not None:
                yield Static(self._standing(ballot), id="standing", markup=False)
        yield Words("Tab: the reason for your vote, if you like", back="#matter")
        with Horizontal(id="votes"):
            yield Button("● Yes", id="yes", compact=True)
            yield Button("○ No", id="no", compact=True)
            yield Button("◌ Abstain", id="abstain", compact=True)

    def on_mount(self) -> None:
        self.query_one("#matter").focus()
        refused = self.chair.check(m.Vote("abstain"))
        if refused is not None:
            self.complain(refused.reason)
        for button in self.query(Button):
            button.disabled = refused is not None

    def _matter(self, ballot: Ballot) -> Content:
        """What is voted on and what it is to the voter."""
        view, motion = self.view, self.view.state.motion
        if ballot.what == "motion":
            lines = [Content("A motion.")]
            if motion is not None:
                who = name(view.game, motion.seat)
                lines = [Content(printable(f"{motion.id}: {who} moves to {moved(view.game, motion)}."))]
                lines += [Content.styled(printable(motion.text), "$muted")] if motion.text else []
                lines += self._about(motion)
            return Content("\n").join(lines)
        if len(ballot.options) == 1:
            return Content("\n").join([described(view, ballot.options[0]), *self._worth(ballot)])
        head = Content.styled(printable(ballot.subject, lines=False), "bold $accent")
        titled = [head] if ballot.subject not in ballot.options else []
        return Content("\n").join([*titled, listing(view, ballot.options), Content(""), *self._worth(ballot)])

    def _about(self, motion: Motion) -> list[Content]:
        """For a motion to vote: what would then be voted on, and that this is not that vote yet."""
        if motion.motion != "vote":
            return []
        options = [option for option in motion.subject if option in self.view.game.table.options]
        return [
            Content.styled("If it passes, the vote on that follows.", "$muted"),
            *(Content.assemble("\n", described(self.view, option)) for option in options),
        ]

    def _worth(self, ballot: Ballot) -> list[Content]:
        worth = appraise(self.view, ballot.options)
        lines = warnings(self.view, worth)
        if len(ballot.options) > 1 and worth.total is not None:
            lines.insert(0, Content.assemble(gauge(worth, 20), "  ", verdict_line(worth)))
            if worth.missing:
                lines.append(Content.styled(f"It leaves open: {', '.join(worth.missing)}.", "$muted"))
        return lines

    def _standing(self, ballot: Ballot) -> Content:
        """What carries it, who voted how, and what would come of that."""
        game, state = self.view.game, self.view.state
        final = "  This vote ends the talks." if ballot.final else ""
        lines = [
            Content.assemble(
                ("To carry it, ", "$muted"),
                printable(what_carries(rule_of(game, ballot))),
                ".",
                (final, "bold $warning"),
            )
        ]
        votes = [self._voted(seat, ballot) for seat in ballot.electors]
        advisers = [self._voted(seat, ballot) for seat in ballot.advisory]
        row = VOTES_A_LINE if self.app.size.width < ROOMY else len(votes)
        lines += [Content("  ").join(votes[at : at + row]) for at in range(0, len(votes), max(1, row))]
        if advisers:
            lines.append(Content.assemble(("Asked for their opinion: ", "$muted"), Content("  ").join(advisers)))
        if ballot.votes:
            now = tally(game, state, ballot)
            cast = f"{len(now.yes)} yes, {len(now.no)} no, {len(now.abstain)} abstain, {len(now.absent)} not voted."
            lines.append(Content.assemble(("So far: ", "$muted"), cast))
        return Content("\n").join(lines)

    def _voted(self, seat: str, ballot: Ballot) -> Content:
        mark, style = MARKS.get(ballot.votes.get(seat, ""), ("·", "$faint"))
        me = "bold" if seat == self.view.seat else ""
        return Content.assemble((f"{mark} ", style), (seat, me), f" {ballot.votes.get(seat, '')}".rstrip())

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Votes are dimmed while words are typed and where this seat has no vote."""
        if action != "vote" or not self.is_mounted:
            return True
        return None if isinstance(self.focused, Words) or "vote" not in self.glance.legal else True

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_vote(event.button.id or "")

    def action_vote(self, choice: str) -> None:
        """Vote, with the words that were typed as the reason."""
        self.finish(m.Vote(choice, self.words.said))

    def action_leave(self) -> None:
        if isinstance(self.focused, Words):
            self.query_one("#matter").focus()
        else:
            self.dismiss(None)
