"""What can be done with a key at the conference: one registry for keys, footer, help, command palette and key settings."""

from typing import Final

from attrs import frozen
from textual.binding import Binding

from exercise.model.scenario import SeatKind
from exercise.ui.chair import Glance
from exercise.ui.panels.now import DECISIONS


@frozen
class Act:
    """A key of the conference screen.

    `kinds` are the moves it leads to: it is dimmed while none of them is legal. `who` says for whom it is there: everybody, a
    `delegate`, the `mediator`, an `outside` actor or the `facilitator`. `short` shows it in the footer; a `rare` one is there only while it is legal,
    a `watch` one only while nobody at the keyboard plays. A `first` one is done before the next key is looked at, since what is
    typed after it is meant for the line that it opens.
    """

    id: str
    key: str
    label: str
    says: str
    kinds: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    short: bool = True
    rare: bool = False
    watch: bool = False
    first: bool = False

    @property
    def binding(self) -> Binding:
        """The key as Textual knows it."""
        return Binding(
            self.key, f"act('{self.id}')", self.label, show=self.short, tooltip=self.says, id=f"conference.{self.id}",
            priority=self.first,
        )  # fmt: skip


DELEGATE: Final = "delegate"
MEDIATOR: Final = "mediator"
OUTSIDE: Final = "outside"
CONTROL: Final = "facilitator"

ACTS: Final = (
    Act("can", "question_mark", "Help", "What you can do now, why not the rest, and every key"),
    Act("vote", "v", "Vote", "Vote in the open ballot, with a reason", ("vote",), rare=True),
    Act("choose", "x", "Answer", "Answer the card that asks you for a decision", ("choose",), (DELEGATE, MEDIATOR, OUTSIDE), rare=True),
    Act("decide", "y", "Decide", "Decide what this stage asks of you: take part, declare, recognise, impose", DECISIONS, (DELEGATE, OUTSIDE), rare=True),
    Act("drawer", "d", "Drawer", "The facilitator's drawer: cards, dials, findings, seats, clock, rewind", (), (CONTROL,)),
    Act("go", "space", "Go on", "Let the floor go on"),
    Act("run", "g", "Run on", "Run on by itself, or pause", watch=True),
    Act("faster", "plus,equals_sign", "Faster", "Show each session for a shorter time", watch=True),
    Act("slower", "minus", "Slower", "Show each session for a longer time", watch=True),
    Act("finish", "e", "To the end", "Run to the end of the exercise", watch=True),
    Act("brief", "b", "Brief", "Your brief, score sheet and argument cards"),
    Act("argue", "a", "Argue", "Argue for or against an option or an argument, with a card or in your own words; speak and ask", ("argue", "answer", "concede", "speak", "ask"), (DELEGATE,)),
    Act("mediate", "o", "Mediate", "Give the floor, shuttle, draft and revise the text, bridge, warn, call a vote, recess", (), (MEDIATOR,)),
    Act("corridor", "o", "Corridor", "Press a client, make or withdraw a promise, praise a party", ("press", "pledge", "withdraw_pledge", "endorse"), (OUTSIDE,)),
    Act("propose", "p", "Propose", "Build a package: propose it, amend one, go on record for one", ("propose", "amend", "withdraw", "support", "oppose"), (DELEGATE,)),
    Act("text", "t", "Text", "The mediator's single text: its versions, who objects to what"),
    Act("deals", "c", "Caucus", "Private words and side deals, with a ledger of what was promised", ("tell", "offer_deal", "accept_deal", "decline_deal"), (DELEGATE, MEDIATOR, OUTSIDE)),
    Act("motion", "m", "Motion", "Move a motion, or second one", ("motion", "second", "point_of_order"), (DELEGATE,)),
    Act("walk", "w", "Walk", "Leave the hall, with the consequences said first; or come back", ("walk_out", "return"), (DELEGATE,)),
    Act("issue", "i", "Issue", "The issue in debate in full: options, texts, who stands where", short=False),
    Act("record", "r", "Record", "Who is on record for what, on every issue", short=False),
    Act("flow", "l", "Flow", "Arguments and answers by issue, and what was dropped", short=False),
    Act("charts", "h", "Charts", "Dials, support and distance over the days", short=False),
    Act("search", "slash", "Search", "Search the floor", short=False, first=True),
    Act("narrow", "f", "Filter", "Show only debate, bargaining, news or private words", short=False),
    Act("side", "s", "Side", "Show or hide your own corner on a narrow screen", short=False),
    Act("type", "colon", "Type", "Type a command", short=False, first=True),
    Act("leave", "ctrl+l", "Leave", "Leave the exercise; everything is saved", short=False),
)  # fmt: skip

BACK: Final = Binding("escape", "back_to_keys", "Back to the floor", show=False, id="conference.back")
"""Closes what is open beside the floor."""


def office(glance: Glance) -> str:
    """What the seat is, for the keys it gets."""
    kind = glance.view.kind
    match kind:
        case SeatKind.MEDIATOR:
            return MEDIATOR
        case SeatKind.OUTSIDE:
            return OUTSIDE
        case SeatKind.PARTY | SeatKind.CONSULTATIVE:
            return DELEGATE
        case None:
            return CONTROL if glance.seat == CONTROL else ""


def state_of(act: Act, glance: Glance) -> bool | None:
    """Whether a key is there for this seat (False: not at all) and alive now (None: dimmed)."""
    if act.who and office(glance) not in act.who:
        return False
    if why_dimmed(act, glance):
        return False if act.rare else None
    return True


def why_dimmed(act: Act, glance: Glance) -> str:
    """Why a key can do nothing now; empty where it can."""
    if act.id == "text" and not glance.view.state.text:
        return "there is no text on the table yet; the mediator drafts it"
    if not act.kinds or glance.legal.intersection(act.kinds):
        return ""
    return glance.why_not(act.kinds[0])
