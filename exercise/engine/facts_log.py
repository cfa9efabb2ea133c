"""The ground of the facts: the state, the log by kind and the few ideas that all other facts use."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Any, get_origin

from msgspec.structs import asdict, fields

from exercise.engine.calendar import last_day
from exercise.engine.game import Game
from exercise.model.events import EVENTS, Event
from exercise.model.scenario import Deferral, SeatKind
from exercise.model.state import State, Verdict


class LogFacts:
    """What the log and the agenda say, without judgement."""

    def __init__(self, game: Game, state: State, verdicts: Mapping[str, bool] | None = None) -> None:
        self.game = game
        self.state = state
        self.verdicts = verdicts
        self.bound: dict[Any, Any] = {}
        self.evidence: dict[str, tuple[int, ...]] = {}
        self._logs: dict[str, tuple[Event, ...]] = {}
        self._entries: dict[str, list[dict[str, Any]]] = {}

    def log(self, kind: str) -> tuple[Event, ...]:
        """The events of a kind, oldest first. Raises KeyError for an unknown kind."""
        found = self._logs.get(kind)
        if found is None:
            EVENTS[kind]
            newest_first = self.state.record.get(kind)
            found = tuple(reversed(tuple(newest_first))) if newest_first is not None else ()
            self._logs[kind] = found
        return found

    def entries(self, kind: str) -> list[dict[str, Any]]:
        found = self._entries.get(kind)
        if found is None:
            found = self._entries[kind] = _entries(kind, self.log(kind))
        return found

    def count(self, kind: str) -> int:
        return len(self.log(kind))

    # Clock

    @cached_property
    def end_n(self) -> int:
        """The number of the event that ended the bargaining; beyond every event while it goes on."""
        ended = self.log("talks_ended") or self.log("closed")
        return ended[0].n if ended else self.state.n + 1

    @property
    def closed(self) -> bool:
        return bool(self.state.ended) or self.state.closed

    @property
    def ended(self) -> str:
        return self.state.ended

    @cached_property
    def end_day(self) -> int:
        ended = self.log("talks_ended") or self.log("closed")
        return ended[0].day if ended else self.state.day

    @property
    def day(self) -> int:
        return self.state.day

    @property
    def days(self) -> int:
        return self.game.scenario.clock.days

    @property
    def session(self) -> int:
        return self.state.session

    @property
    def stage(self) -> str:
        return self.state.stage

    @property
    def success(self) -> bool:
        return self.state.success

    @property
    def deadline_reached(self) -> bool:
        return self.state.deadline or (self.closed and self.end_day >= last_day(self.game, self.state))

    @property
    def clock_extended(self) -> int:
        return self.state.extensions

    @cached_property
    def epilogue(self) -> bool:
        kinds = {stage.id: stage.kind.value for stage in self.game.scenario.stages}
        return any(kinds.get(entry["stage"]) == "epilogue" for entry in self.entries("stage"))

    @cached_property
    def steps(self) -> int:
        focused = sum(1 for entry in self.entries("session_started") if entry["focus"] and entry["n"] < self.end_n)
        return focused + sum(
            1 for entry in self.entries("ballot") if entry["what"] in ("issue", "package") and entry["n"] <= self.end_n
        )

    # Seats

    @cached_property
    def parties(self) -> list[str]:
        return [seat for seat in self.game.table.parties if seat in self.state.present]

    @cached_property
    def communities(self) -> list[str]:
        return [community.id for community in self.game.scenario.communities if self.members(community.id)]

    @cached_property
    def outside(self) -> list[str]:
        return [s.id for s in self.game.scenario.seats if s.kind is SeatKind.OUTSIDE and s.id in self.state.present]

    @cached_property
    def mediator(self) -> str:
        seat = self.game.table.mediator
        return seat if seat in self.state.present else ""

    def members(self, community: str) -> list[str]:
        return [seat for seat in self.game.table.communities.get(community, ()) if seat in self.state.present]

    def community_of(self, seat: str) -> str:
        """The community of a seat; a seat without one counts as one of its own."""
        place = self.game.table.seats.get(seat)
        return (place.community if place else "") or seat

    def is_outsider(self, seat: str) -> bool:
        """Whether the seat is the mediator or an outside actor."""
        place = self.game.table.seats.get(seat)
        return place is not None and place.kind in (SeatKind.MEDIATOR, SeatKind.OUTSIDE)

    def present(self, seat: str) -> bool:
        return seat in self.state.present

    def away(self, seat: str) -> bool:
        return seat in self.state.away

    # Agenda

    @property
    def issues(self) -> list[str]:
        return list(self.state.issues)

    @property
    def core(self) -> list[str]:
        return list(self.game.table.core)

    def on_agenda(self, issue: str) -> bool:
        return issue in self.state.issues

    def issue_of(self, option: str) -> str:
        return self.game.table.issue_of.get(option, "")

    def agreed(self, issue: str) -> str:
        return self.state.agreed.get(issue, "")

    def _postpones(self, option: str) -> bool:
        return bool(option) and self.game.table.options[option].deferral

    def settled(self, issue: str) -> bool:
        option = self.agreed(issue)
        return bool(option) and (
            not self._postpones(option) or self.game.scenario.settings.deferral is Deferral.SETTLED
        )

    def deferred(self, issue: str) -> bool:
        return self._postpones(self.agreed(issue))

    def settled_day(self, issue: str) -> int:
        if not self.settled(issue):
            return 0
        return next((e["day"] for e in reversed(self.entries("agreed")) if e["issue"] == issue), self.state.day)

    @cached_property
    def core_settled(self) -> int:
        return sum(1 for issue in self.game.table.core if self.settled(issue))

    @cached_property
    def settled_count(self) -> int:
        return sum(1 for issue in self.game.table.issues if self.settled(issue))

    @cached_property
    def last_settled_day(self) -> int:
        return max((self.settled_day(issue) for issue in self.game.table.issues), default=0)

    # The final package

    @cached_property
    def verdict(self) -> Verdict | None:
        """The last final ballot of the bargaining."""
        finals = [verdict for verdict in self.state.verdicts if verdict.final and verdict.n < self.end_n]
        return finals[-1] if finals else self.state.final

    def _package(self) -> Mapping[str, str]:
        options = self.verdict.options if self.verdict else ()
        return {self.issue_of(option): option for option in options}

    @cached_property
    def package(self) -> Mapping[str, str]:
        return self._package()

    def final(self, issue: str) -> str:
        role = self.state.role_option
        return self.package.get(issue) or self.agreed(issue) or (role if role and self.issue_of(role) == issue else "")

    def includes(self, option: str) -> bool:
        return bool(option) and self.final(self.issue_of(option)) == option

    def final_core(self) -> list[str]:
        """The options of the core issues as they ended."""
        return [option for issue in self.game.table.core if (option := self.final(issue))]


@cache
def _lists(kind: str) -> tuple[str, ...]:
    """The fields of a kind that hold tuples."""
    return tuple(field.name for field in fields(EVENTS[kind]) if get_origin(field.type) is tuple)


def _entries(kind: str, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Events as maps. A field of the kind wins over the envelope, so that `absent` names the seat that is absent."""
    found = [{"n": e.n, "day": e.day, "session": e.session, "seat": e.seat, **asdict(e.body)} for e in events]
    for name in _lists(kind):
        for entry in found:
            entry[name] = list(entry[name])
    return found
