"""What a seat may do now, as concrete moves that would be accepted.

For each kind of move there are candidates; the first that the rules accept shows that the kind is legal. The same moves serve
as examples in the line mode and as steps of the random walks in the tests.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice, permutations, product

from exercise.engine.judge import judge
from exercise.engine.moment import Moment
from exercise.engine.permission import CONTROL_MOVES, barred, permitted
from exercise.model import moves as m
from exercise.model.events import FACILITATOR
from exercise.model.state import Rejection


def legal_kinds(at: Moment) -> tuple[str, ...]:
    """The kinds of move that are legal for this seat now, in the order of the command list."""
    return tuple(move.kind for move in legal_moves(at))


def legal_moves(at: Moment, each: int = 1) -> tuple[m.Move, ...]:
    """Up to `each` accepted moves of every legal kind."""
    kinds = CONTROL_MOVES if at.seat == FACILITATOR else permitted(at) | {"return"}
    found: list[m.Move] = []
    for kind in m.MOVES:
        if kind in kinds and not barred(at, kind):
            accepted = (move for move in _candidates(at, kind) if _accepted(at, move))
            found += islice(accepted, each)
    return tuple(found)


def _accepted(at: Moment, move: m.Move) -> bool:
    return not isinstance(judge(at, m.Command(at.seat, move)), Rejection)


def _candidates(at: Moment, kind: str) -> Iterator[m.Move]:
    make = _CANDIDATES.get(kind)
    return iter(make(at)) if make else iter(())


def _options(at: Moment) -> list[str]:
    return [option.id for issue in at.issues for option in at.game.table.issues[issue].options]


def _on_agenda(at: Moment) -> list[str]:
    """Options of every open issue, taken in this stage or not, for side deals."""
    return [option.id for issue in at.state.issues for option in at.game.table.issues[issue].options][:12]


def _packages(at: Moment) -> Iterator[tuple[str, ...]]:
    """Whole packages first (agreed issues as agreed), then parts of them, then single options."""
    issues = [issue for issue in at.issues if issue in at.game.table.core] or list(at.issues)
    choices = []
    for issue in issues:
        options = [option.id for option in at.game.table.issues[issue].options]
        locked = at.state.agreed.get(issue) if issue in at.state.locked else None
        choices.append([locked] if locked else options)
    yield from islice(product(*choices), 2000)
    yield from ((option,) for option in _options(at))


def _targets(at: Moment) -> list[str]:
    return [*_options(at), *(p.id for p in at.live_proposals())]


def _clauses(at: Moment) -> Iterator[tuple[str, str]]:
    return ((p.id, option) for p in at.live_proposals() for option in p.options)


def _seats(at: Moment) -> tuple[str, ...]:
    return at.others()


def _dials(at: Moment) -> tuple[str, ...]:
    return tuple(at.game.table.dials)


def _cards(at: Moment) -> tuple[str, ...]:
    return tuple(at.game.table.injects)


def _motions(at: Moment) -> Iterator[m.Move]:
    for motion in m.MOTIONS:
        if motion in ("postpone", "reorder"):
            yield from (m.MoveMotion(motion, (issue,)) for issue in at.issues)
        elif motion == "reopen":
            yield from (m.MoveMotion(motion, (issue,)) for issue in at.state.agreed)
        elif motion == "vote":
            yield from (m.MoveMotion(motion, (target,)) for target in _targets(at))
        else:
            yield m.MoveMotion(motion)


def _choices(at: Moment) -> Iterator[m.Move]:
    for inject in at.state.choice:
        choice = at.game.table.injects[inject].choice
        yield from (m.Choose(inject, option.id) for option in (choice.options if choice else ()))


def _rewinds(at: Moment) -> Iterable[m.Move]:
    return (m.Rewind(past.day, past.session) for past in at.state.checkpoints)


_SAY = "We have something to say."
_CANDIDATES: Mapping[str, Callable[[Moment], Iterable[m.Move]]] = {
    "speak": lambda at: [m.Speak(_SAY)],
    "argue": lambda at: [m.Argue("for", t, _SAY) for t in (*_targets(at), *sorted(at.state.arguments)[:5])],
    "ask": lambda at: [m.Ask(seat, "What do you need?") for seat in _seats(at)],
    "answer": lambda at: [m.Answer(q, _SAY) for q in sorted(at.state.questions)],
    "concede": lambda at: [m.Concede(t) for t in (*_options(at), *sorted(at.state.arguments))],
    "pass": lambda at: [m.Pass()],
    "propose": lambda at: (m.Propose(options) for options in _packages(at)),
    "amend": lambda at: (
        m.Amend(p.id, (o,)) for p in at.live_proposals() if not p.id.startswith("T") for o in _options(at)
    ),
    "withdraw": lambda at: [m.Withdraw(p.id) for p in at.live_proposals()],
    "support": lambda at: [m.Support(t) for t in _targets(at)],
    "oppose": lambda at: [m.Oppose(t) for t in _targets(at)],
    "sponsor": lambda at: [m.Sponsor(p.id) for p in at.live_proposals()],
    "reserve": lambda at: [m.Reserve(p, o) for p, o in _clauses(at)],
    "offer_deal": lambda at: (
        m.OfferDeal(seat, (give,), (get,)) for give, get in permutations(_on_agenda(at), 2) for seat in _seats(at)
    ),
    "accept_deal": lambda at: [m.AcceptDeal(d) for d in sorted(at.state.deals)],
    "decline_deal": lambda at: [m.DeclineDeal(d) for d in sorted(at.state.deals)],
    "tell": lambda at: [m.Tell((seat,), "A word in private.") for seat in _seats(at)],
    "motion": _motions,
    "second": lambda at: [m.Second()],
    "vote": lambda at: [m.Vote("yes"), m.Vote("no"), m.Vote("abstain")],
    "point_of_order": lambda at: [m.PointOfOrder("Is this in order?")],
    "choose": _choices,
    "walk_out": lambda at: [m.WalkOut("We cannot go on like this.")],
    "return": lambda at: [m.Return("We are back.")],
    "participate": lambda at: [m.Participate(c) for c in ("take_part", "contest", "boycott")],
    "declare": lambda at: [m.Declare(o) for o in _options(at)],
    "recognise_state": lambda at: [m.RecogniseState(d, yes) for d in at.state.declarations for yes in (True, False)],
    "impose": lambda at: (m.Impose(options) for options in _packages(at)),
    "recognise": lambda at: [m.Recognise(seat) for seat in _seats(at)],
    "set_agenda": lambda at: [m.SetAgenda((issue,)) for issue in at.state.issues],
    "shuttle": lambda at: [m.Shuttle(seat, "What could you live with?") for seat in _seats(at)],
    "table_text": lambda at: (m.TableText(options) for options in _packages(at)),
    "revise_text": lambda at: [m.ReviseText((o,)) for o in _options(at)],
    "bridge": lambda at: [m.Bridge(pair, o) for pair in [_seats(at)[:2]] for o in _options(at)],
    "warn": lambda at: [m.Warn("Time is short.")],
    "call_vote": lambda at: [m.CallVote(t) for t in _targets(at)],
    "recess": lambda at: [m.Recess()],
    "declare_deadlock": lambda at: [m.DeclareDeadlock()],
    "rule": lambda at: [m.RuleOnPoint(True), m.RuleOnPoint(False)],
    "press": lambda at: [m.Press(seat, o) for o in _options(at)[:1] for seat in _seats(at)],
    "pledge": lambda at: [m.MakePledge(dial, "Help with monitors.") for dial in _dials(at)],
    "withdraw_pledge": lambda at: [m.WithdrawPledge(p) for p in at.state.pledges],
    "endorse": lambda at: [m.Endorse(p) for p in at.game.table.parties],
    "inject": lambda at: [m.FireInject(c) for c in _cards(at)],
    "hold_inject": lambda at: [m.HoldInject(c) for c in _cards(at)],
    "postpone_inject": lambda at: [m.PostponeInject(c, 1) for c in _cards(at)],
    "skip_inject": lambda at: [m.SkipInject(c) for c in _cards(at)],
    "expected": lambda at: [m.RateExpected(c, True) for c in at.state.fired],
    "set_dial": lambda at: [m.SetDial(d, v) for d in _dials(at) for v in (50.0, 60.0)],
    "pause": lambda at: [m.Pause()],
    "resume": lambda at: [m.Resume()],
    "advance": lambda at: [m.Advance()],
    "extend": lambda at: [m.Extend(1)],
    "rewind": _rewinds,
    "replace": lambda at: [m.Replace(s, p) for s in at.game.table.seats for p in ("bot:trader", "human:somebody")],
    "announce": lambda at: [m.Announce("A word from the facilitator.")],
    "note": lambda at: [m.Note("A note.")],
    "admit": lambda at: [m.Admit(s) for s in at.game.table.seats],
    "absent": lambda at: [m.MarkAbsent(s) for s in at.game.table.seats],
    "split": lambda at: [m.Split(s) for s in at.game.table.parties],
    "end": lambda at: [m.End()],
}
