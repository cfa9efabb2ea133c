"""A bot that mediates: it orders the agenda, visits delegations, and works a single text from revealed answers only.

What it believes about a party comes from the party's own words: positions, stands, arguments, reservations and private
answers. It never sees a score sheet.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from exercise.engine.draws import draw
from exercise.engine.game import Table
from exercise.engine.moment import Moment
from exercise.engine.permission import permitted
from exercise.engine.views import View
from exercise.model import moves as m
from exercise.model.scenario import StageKind
from exercise.model.state import Proposal
from exercise.players.bargaining import told_options
from exercise.players.brief import brief_of
from exercise.players.replying import acknowledge
from exercise.players.voice import Voice

IDLE = 3
"""Delegations in a row that let the floor go on before the mediator ends the session."""


@frozen
class MediatorMind:
    view: View
    seed: int

    @property
    def voice(self) -> Voice:
        return Voice(self.view, self.seed, brief_of(self.view.own, self.view.seat))

    def chance(self, of: float, *purpose: object) -> bool:
        return draw(self.seed, self.view.seat, self.view.state.n, *purpose) < of


def wishes(view: View, seed: int) -> Iterator[m.Move]:
    """What the mediator would do now, dearest first; nothing where it is not its turn."""
    mind = MediatorMind(view, seed)
    state = view.state
    if view.asked:
        asked = view.asked[0]
        common = [option for option, _, _ in asked.options if option != asked.default]
        yield m.Choose(asked.inject, common[0] if common and mind.chance(0.5, "choose") else asked.default)
    elif state.ballot is None and state.queue and state.queue[0] == view.seat:
        if state.point:
            yield m.RuleOnPoint(mind.chance(0.5, "rule"), mind.voice.line("rule"))
        elif (move := acknowledge(view, mind.voice, "private_kept")) or (move := _by_stage(mind)):
            yield move
        elif state.idle >= IDLE and "recess" in permitted(Moment(view.game, state, view.seat)):
            yield m.Recess()
        yield m.Pass()


def _by_stage(mind: MediatorMind) -> m.Move | None:
    state, view = mind.view.state, mind.view
    stage = view.game.table.stages[state.stage]
    fresh = state.minutes == view.game.scenario.clock.session_minutes
    match stage.kind:
        case StageKind.OPENING:
            role = view.role
            if role and role.opening and not state.counts.get(view.seat):
                return m.Speak(role.opening)
            return None
        case StageKind.PLENARY | StageKind.CAUCUS:
            vote = _vote_on_issue(mind)
            if vote or not fresh:
                return vote
            return m.Speak(mind.voice.line("open_issue", issue=state.focus), state.focus) if state.focus else None
        case StageKind.PROXIMITY:
            return _shuttle(mind)
        case StageKind.DRAFTING:
            return _work_text(mind)
        case StageKind.CONSULTATION:
            return m.Warn(mind.voice.line("warn")) if fresh and state.session == 1 else _shuttle(mind)
        case StageKind.EPILOGUE:
            words = mind.voice.fresh("closing_failure") if fresh else ""
            return m.Speak(words) if words else None
        case _:
            return None


def _vote_on_issue(mind: MediatorMind) -> m.Move | None:
    """Call a vote when every voting party is on record for the same option."""
    state, table = mind.view.state, mind.view.game.table
    at = Moment(mind.view.game, state, mind.view.seat)
    if "call_vote" not in permitted(at):
        return None
    here = [p for p in table.parties if p in state.present and (not at.stage.table or p in at.stage.table)]
    for issue in (i for i in table.core if i in at.issues):
        held = {state.positions.get(p, {}).get(issue, "") for p in here}
        if len(held) == 1 and (option := held.pop()) and issue not in state.agreed and option not in state.voted_here:
            return m.CallVote(option)
    return None


def _shuttle(mind: MediatorMind) -> m.Move | None:
    """Visit the delegation that has been visited least; the round goes by session."""
    state, table = mind.view.state, mind.view.game.table
    here = [p for p in table.parties if p in state.present and p not in state.away]
    if not here or not mind.chance(0.8, "shuttle"):
        return _vote_on_issue(mind)
    seat = here[state.clock % len(here)]
    open_issues = [i for i in table.core if i not in state.agreed] or list(table.core)
    issue = open_issues[state.clock % len(open_issues)]
    occasion = "ask_private" if mind.chance(0.5, "words") else "shuttle"
    return m.Shuttle(seat, mind.voice.line(occasion, issue=issue, seat=seat))


# The single text

WIDTH = 3
"""Options per issue that a text is composed from: those that seem to go down best."""


HELD, FOR, AGAINST, ARGUED, ATTACKED, SIGNED, REFUSED, TABLED, RESERVED, TOLD = (
    100,
    60,
    -100,
    40,
    -60,
    35,
    -8,
    30,
    -60,
    50,
)
"""What a party has shown of an option, in hundredths of a position on the record: sums are exact in any order."""
OWN, NEXT = 20, 7
"""How much counts what a party has shown of an option itself, and of the option next to it on the issue's scale."""
LIKED, FAR = 50, 600
"""What a party has shown of an option that it could live with; what each step beyond the options next to those costs."""


def beliefs(mind: MediatorMind) -> dict[str, Mapping[str, int]]:
    """For each party, how well each option goes down with it, from what it has said."""
    state, table = mind.view.state, mind.view.game.table
    known: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for seat, positions in state.positions.items():
        for option in positions.values():
            known[seat][option] += HELD
    for target, stands in state.stances.items():
        proposal = state.proposals.get(target)
        options, yes, no = (proposal.options, SIGNED, REFUSED) if proposal else ((target,), FOR, AGAINST)
        for seat, stand in stands.items():
            for option in options:
                known[seat][option] += yes if stand else no
    for argument in state.arguments.values():
        if argument.option and not argument.answers:
            known[argument.seat][argument.option] += ARGUED if argument.side == "for" else ATTACKED
    for proposal in state.proposals.values():
        for option in proposal.options:
            known[proposal.seat][option] += TABLED
        for seat, option in proposal.reservations:
            known[seat][option] += RESERVED
    for event in mind.view.inbox:
        for option in told_options(getattr(event.body, "text", ""), table.issue_of):
            known[event.seat][option] += TOLD
    return {party: known[party] for party in table.parties}


def _spread(table: Table, known: Mapping[str, int]) -> dict[str, int]:
    """Options next to a liked one on the issue's scale are a little liked too; those far from all that is liked, disliked."""
    score: dict[str, int] = {}
    for issue in table.core:
        options = table.options_of[issue]
        shown = [known.get(option, 0) for option in options]
        costs = _costs(len(shown), tuple([i for i, own in enumerate(shown) if own >= LIKED]))
        for option, own, before, after, cost in zip(options, shown, (0, *shown), (*shown[1:], 0), costs, strict=False):
            score[option] = OWN * own + NEXT * max(0, before, after) - cost
    return score


@lru_cache(maxsize=1024)
def _costs(count: int, liked: tuple[int, ...]) -> tuple[int, ...]:
    """For each of so many options on a scale, what being far from the liked ones costs it."""
    far = [min((abs(i - j) for j in liked), default=0) for i in range(count)]
    return tuple(FAR * max(0, steps - 1) for steps in far)


def _work_text(mind: MediatorMind) -> m.Move | None:
    state, view = mind.view.state, mind.view
    text = Moment(view.game, state, view.seat).proposal("text")
    if text is None:
        return _table_text(mind)
    stands = state.stances.get(text.id, {})
    parties = [p for p in view.game.table.parties if p in state.present]
    heard = sum(1 for p in parties if p in stands)
    against = tuple(p for p in parties if stands.get(p) is False)
    if against and heard >= min(5, len(view.game.table.parties) - len(state.away)):
        revised = _revise(mind, text, against)
        if revised is not None:
            return revised
    if heard == len(parties) and not against and (words := mind.voice.fresh("all_signed")):
        return m.Speak(words)
    if view.game.table.stages[state.stage].until_day == state.day and mind.chance(0.3, "warn"):
        return m.Warn(mind.voice.line("warn"))
    return _shuttle(mind) if mind.chance(0.4, "visit") else None


def _table_text(mind: MediatorMind) -> m.Move | None:
    """A first draft; another one where a draft was taken off the table."""
    tried = _tried(mind.view.state.proposals.values())
    options = _best_package(mind, tried)
    return m.TableText(options, mind.voice.line("table_again" if tried else "table_text")) if options else None


def _revise(mind: MediatorMind, text: Proposal, against: tuple[str, ...]) -> m.Move | None:
    """The next version: one that goes down better with somebody who refused a clause; else the next best package."""
    table, stances = mind.view.game.table, mind.view.state.stances
    tried = _tried(mind.view.state.proposals.values())
    likes = {party: _spread(table, shown) for party, shown in beliefs(mind).items()}
    refused = [(party, c) for party in against for c in text.options if stances.get(c, {}).get(party) is False]

    def gain(party: str, clause: str, package: Package) -> int:
        issue = table.issue_of[clause]
        new = next((option for option in package if table.issue_of[option] == issue), clause)
        return likes[party][new] - likes[party][clause]

    def answers(package: Package) -> bool:
        return any(gain(party, c, package) > 0 for party, c in refused)

    options = _best_package(mind, tried, text.options, answers) or _best_package(mind, tried)
    changed = tuple(option for option in options if option not in text.options)
    if not changed:
        return None
    signed = [party for party in likes if stances.get(text.id, {}).get(party)]
    costs = any(gain(party, c, options) < 0 for party in signed for c in text.options)
    occasion = "revise_elsewhere" if not answers(options) else "revise_trade" if costs else "revise_text"
    return m.ReviseText(changed, mind.voice.nth(occasion, mind.view.state.text_version, option=_named(mind, changed)))


def _named(mind: MediatorMind, options: tuple[str, ...]) -> str:
    return "; ".join(mind.view.game.table.title(option) for option in options)


def _tried(proposals: Iterable[Proposal]) -> tuple[tuple[str, ...], ...]:
    """What the texts so far said."""
    return tuple(p.options for p in proposals if p.id.startswith("T"))


Package = tuple[str, ...]


def _best_package(
    mind: MediatorMind,
    tried: tuple[Package, ...],
    kept: Package = (),
    wanted: Callable[[Package], bool] = lambda package: True,
) -> Package:
    """The coherent package that seems to leave the least contented party best off, has not been tried, and is wanted.

    It is composed of the options that go down best, and of those that may be kept.
    """
    table, state = mind.view.game.table, mind.view.state
    known = [_spread(table, shown) for shown in beliefs(mind).values()]
    at = Moment(mind.view.game, state, mind.view.seat)
    columns: list[list[_Row]] = []
    for issue in (i for i in table.core if i in at.issues):
        if issue in state.agreed:
            options = [state.agreed[issue]]
        else:
            options = [o.id for o in table.issues[issue].options if not o.deferral and not at.shut(o.id)]
        rows = [(option, tuple(score[option] for score in known)) for option in options]
        rows.sort(key=lambda row: (-sum(row[1]) - 2 * min(row[1], default=0), row[0]))
        columns.append(rows[:WIDTH] + [row for row in rows[WIDTH:] if row[0] in kept])
    return _fairest(
        columns, lambda package: package not in tried and wanted(package) and table.sheets.coherent(package)
    )


_Row = tuple[str, tuple[int, ...]]
"""An option, and how well it goes down with each party."""


def _fairest(columns: Sequence[Sequence[_Row]], fits: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    """One option from each column, so that twice the least contented party and the mean of all parties are highest.

    Each start counts the best of the columns that it has not come to; it is dropped when even so it is not better than what
    is found.
    """
    if not all(columns):
        return ()
    tops = [tuple(map(max, zip(*(values for _, values in column), strict=True))) for column in columns]
    losses = [
        [(option, tuple(map(int.__sub__, values, top))) for option, values in reversed(column)]
        for column, top in zip(columns, tops, strict=True)
    ]
    best: tuple[str, ...] = ()
    most: int | None = None
    starts: list[tuple[tuple[str, ...], tuple[int, ...]]] = [((), tuple(map(sum, zip(*tops, strict=True))))]
    while starts:
        chosen, values = starts.pop()
        reach = 2 * len(values) * min(values, default=0) + sum(values)
        if most is not None and reach <= most:
            continue
        if len(chosen) == len(columns):
            if fits(chosen):
                best, most = chosen, reach
            continue
        starts += [((*chosen, option), tuple(map(int.__add__, values, loss))) for option, loss in losses[len(chosen)]]
    return best
