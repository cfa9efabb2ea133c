"""Facts about who spoke for and against what: support, refusals, changes of position, origins of options, votes."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from exercise.engine.facts_log import LogFacts
from exercise.model.scenario import SeatKind

_SAID = ("spoke", "argued", "asked", "answered")
_TABLED = ("proposed", "amended", "text_tabled", "declared", "imposed", "bridged")
_OFFERS = ("proposed", "amended", "text_tabled")


class DebateFacts(LogFacts):
    """What the parties and the mediator did at the table."""

    # Votes

    def _voting(self, seats: Sequence[str]) -> list[str]:
        return [seat for seat in seats if seat in self.game.table.parties]

    @property
    def final_held(self) -> bool:
        return self.verdict is not None

    @property
    def adopted(self) -> bool:
        return self.verdict is not None and self.verdict.passed

    @property
    def yes_votes(self) -> list[str]:
        return self._voting(self.verdict.yes) if self.verdict else []

    @property
    def no_votes(self) -> list[str]:
        return self._voting(self.verdict.no) if self.verdict else []

    @property
    def abstained(self) -> list[str]:
        return self._voting(self.verdict.abstain) if self.verdict else []

    @property
    def absent(self) -> list[str]:
        return self._voting(self.verdict.absent) if self.verdict else []

    @property
    def unanimous(self) -> bool:
        return bool(self.parties) and set(self.parties) <= set(self.yes_votes)

    def community(self, community: str) -> str:
        members = self.members(community)
        if not self.verdict or not members:
            return ""
        voted = {*self.verdict.yes, *self.verdict.no, *self.verdict.abstain}
        if not voted.intersection(members):
            return "absent"
        endorse = sum(1 for seat in members if seat in self.verdict.yes)
        return "endorses" if 2 * endorse > len(members) else "split" if endorse else "rejects"

    # Options and where they came from

    def tabled(self, option: str) -> bool:
        return option in self.state.tabled

    def tabled_day(self, option: str) -> int:
        return self.state.tabled.get(option, (0, ""))[0]

    def first_by(self, option: str) -> str:
        return self.state.tabled.get(option, (0, ""))[1]

    @property
    def text(self) -> list[str]:
        proposal = self.state.proposals.get(self.state.text)
        return list(proposal.options) if proposal and not proposal.withdrawn else []

    def distance(self, package: str) -> int:
        options = next((set(p.options) for p in self.game.scenario.reference_packages if p.id == package), None)
        if options is None:
            raise KeyError(package)
        return sum(1 for issue in self.game.table.core if self.final(issue) not in options)

    @cached_property
    def tablings(self) -> dict[str, tuple[int, str]]:
        """Event and seat that first put each option on the table formally."""
        return self._first(_TABLED)

    @cached_property
    def appearances(self) -> dict[str, tuple[int, str]]:
        """Event and seat with which each option first appeared: in words, on record, on paper, in a patron's letter."""
        return self._first((*_TABLED, "argued", "supported", "conceded", "position", "pressed", "deal_offered"))

    def _first(self, kinds: Sequence[str]) -> dict[str, tuple[int, str]]:
        first: dict[str, tuple[int, str]] = {}
        for kind in kinds:
            for entry in self.entries(kind):
                for option in _named(kind, entry):
                    if option in self.game.table.options and entry["n"] < first.get(option, (self.state.n + 1, ""))[0]:
                        first[option] = (entry["n"], entry["seat"])
        return first

    @cached_property
    def share_from_parties(self) -> float:
        final = self.final_core()
        ours = [
            o for o in final if self._kind(self.tablings.get(o, (0, ""))[1]) in (SeatKind.PARTY, SeatKind.CONSULTATIVE)
        ]
        return len(ours) / len(final) if final else 0.0

    @cached_property
    def share_from_outside(self) -> float:
        final = self.final_core()
        theirs = [o for o in final if self.is_outsider(self.appearances.get(o, (0, ""))[1])]
        return len(theirs) / len(final) if final else 0.0

    def _kind(self, seat: str) -> SeatKind | None:
        place = self.game.table.seats.get(seat)
        return place.kind if place else None

    # Refusals and support

    @cached_property
    def refused(self) -> dict[str, list[tuple[int, str]]]:
        """By option, the events in which a seat refused it and the seat: words against it, or a no to it alone."""
        found: dict[str, list[tuple[int, str]]] = {}
        for entry in self.entries("opposed"):
            option = entry["option"] or entry["target"]
            if option in self.game.table.options:
                found.setdefault(option, []).append((entry["n"], entry["seat"]))
        for ballot in self.entries("ballot"):
            if ballot["what"] == "issue" and len(ballot["options"]) == 1:
                found.setdefault(ballot["options"][0], []).extend((ballot["n"], seat) for seat in ballot["no"])
        return found

    def refusals(self, option: str) -> int:
        return len({seat for _, seat in self.refused.get(option, ())})

    def _refused_by(self, option: str, seats: int) -> int:
        """The event at which so many seats had refused the option, 0 for never."""
        seen: set[str] = set()
        for n, seat in sorted(self.refused.get(option, ())):
            seen.add(seat)
            if len(seen) >= seats:
                return n
        return 0

    def refused_after(self, seat: str, option: str, event: int) -> bool:
        if any(n > event and who == seat for n, who in self.refused.get(option, ())):
            return True
        ballots = (
            b for b in self.entries("ballot") if b["n"] > event and option in b["options"] and b["what"] == "package"
        )
        return any(seat in ballot["no"] for ballot in ballots)

    def kept(self, option: str, seats: int) -> bool:
        since = self._refused_by(option, seats)
        if not since:
            return False
        texts = self.entries("text_tabled")
        standing = [text for text in texts if text["n"] < since][-1:]
        gone = any(
            entry["n"] < since for entry in self.entries("text_withdrawn") if standing and entry["n"] > standing[0]["n"]
        )
        later = [text for text in texts if text["n"] > since]
        if any(option in text["options"] for text in later) or (
            not later and not gone and any(option in t["options"] for t in standing)
        ):
            return True
        demands = [e for kind in ("pressed", "proposed", "amended", "imposed") for e in self.entries(kind)]
        return any(
            e["n"] > since
            and self._kind(e["seat"]) is SeatKind.OUTSIDE
            and option in (e.get("options") or [e.get("option")])
            for e in demands
        )

    @cached_property
    def taken(self) -> dict[str, list[tuple[int, str]]]:
        """By option, the events in which a seat took it: words for it, its position, a yes to a ballot with it."""
        found: dict[str, list[tuple[int, str]]] = {}
        for kind, field in (("supported", "target"), ("position", "new")):
            for entry in self.entries(kind):
                found.setdefault(entry[field], []).append((entry["n"], entry["seat"]))
        for ballot in self.entries("ballot"):
            if ballot["what"] != "motion":
                for option in ballot["options"]:
                    found.setdefault(option, []).extend((ballot["n"], seat) for seat in ballot["yes"])
        return found

    def supporters(self, option: str) -> list[str]:
        """A later refusal takes an earlier yes back."""
        found = self._supporters.get(option)
        if found is None:
            last: dict[str, tuple[int, bool]] = {}
            for side, events in ((True, self.taken.get(option, ())), (False, self.refused.get(option, ()))):
                for n, seat in events:
                    last[seat] = max(last.get(seat, (0, False)), (n, side))
            found = [seat for seat in self.game.table.seats if last.get(seat, (0, False))[1]]
            self._supporters[option] = found
        return found

    @cached_property
    def _supporters(self) -> dict[str, list[str]]:
        """What was found for an option, since tests ask for it once for each community."""
        return {}

    def votes_behind(self, option: str) -> int:
        voters = self._voting(self.supporters(option))
        return sum(self.game.table.seats[seat].weight for seat in voters)

    def backing(self, option: str, community: str) -> int:
        members = self.members(community)
        return sum(1 for seat in self.supporters(option) if seat in members)

    def came_round(self, option: str, after: str) -> int:
        since = self.tablings.get(after, (0, ""))[0]
        if not since:
            return 0
        refused: dict[str, int] = {}
        for n, seat in self.refused.get(option, ()):
            refused[seat] = min(n, refused.get(seat, n))
        return len(
            {
                s
                for n, s in self.taken.get(option, ())
                if n > since and refused.get(s, n) < n and s in self.game.table.parties
            }
        )

    @cached_property
    def parted(self) -> list[int]:
        """Each refusal of a package that a sister party supports, and each package ballot that splits a community."""
        found = []
        proposals = self.state.proposals
        for entry in self.entries("opposed"):
            target = entry["target"]
            if target in proposals and len(proposals[target].options) > 1:
                sisters = {s for s in proposals[target].support if s != entry["seat"] and s in self.game.table.parties}
                if self.community_of(entry["seat"]) in {self.community_of(sister) for sister in sisters}:
                    found.append(entry["n"])
        for ballot in self.entries("ballot"):
            if ballot["what"] == "package":
                yes = {self.community_of(seat) for seat in ballot["yes"]}
                if any(self.community_of(seat) in yes for seat in ballot["no"]):
                    found.append(ballot["n"])
        return sorted(found)

    # Words

    def position(self, seat: str, issue: str) -> str:
        return self.state.positions.get(seat, {}).get(issue, "")

    def spoke(self, seat: str) -> int:
        return self.state.counts.get(seat, 0)

    def heard(self, seat: str) -> int:
        until = self.verdict.n if self.verdict else self.end_n
        return sum(1 for kind in _SAID for event in self.log(kind) if event.seat == seat and event.n < until)

    def citers(self, claims: Sequence[str]) -> list[str]:
        wanted = set(claims)
        seats = {entry["seat"] for entry in self.entries("argued") if not wanted.isdisjoint(entry["cites"])}
        return [seat for seat in self.game.table.parties if seat in seats]

    def blamed(self, seat: str, event: int) -> int:
        place = self.game.table.seats.get(seat)
        words = {word.lower() for word in (seat, self.game.table.short(seat), place.name if place else "") if word}
        reasons = [(e["n"], e["text"]) for e in self.entries("opposed")]
        reasons += [(e["n"], e["text"]) for e in self.entries("voted") if e["choice"] == "no"]
        return sum(1 for n, reason in reasons if n > event and any(word in reason.lower() for word in words))

    @cached_property
    def moved_by_argument(self) -> int:
        return sum(1 for change in self.entries("position") if self._follows_words(change))

    def _follows_words(self, change: dict[str, Any]) -> bool:
        """Whether another party's words on the issue came after the last card and the last pressure on this party."""
        seat, issue, n = change["seat"], change["issue"], change["n"]
        if (
            not change["old"]
            or change["cause"] == "pressure"
            or seat not in self.game.table.parties
            or issue not in self.game.table.core
        ):
            return False
        disturbed = max(_last_before(self._pressures.get("", []), n), _last_before(self._pressures.get(seat, []), n))
        said = self._words.get(issue, [])
        recent = said[bisect_left(said, (disturbed + 1, "")) : bisect_left(said, (n, ""))]
        return any(who != seat and who in self.game.table.parties for _, who in recent)

    @cached_property
    def _pressures(self) -> dict[str, list[int]]:
        """What else may move a party: pressure by client, and under no name the cards, which reach everybody."""
        found: dict[str, list[int]] = {"": [event.n for event in self.log("inject")]}
        for entry in self.entries("pressed"):
            found.setdefault(entry["client"], []).append(entry["n"])
        return found

    @cached_property
    def _words(self) -> dict[str, list[tuple[int, str]]]:
        """By issue, what was said or proposed on it and by whom."""
        words: dict[str, list[tuple[int, str]]] = {}
        for kind in _SAID:
            for entry in self.entries(kind):
                words.setdefault(entry["issue"], []).append((entry["n"], entry["seat"]))
        for kind in _OFFERS:
            for entry in self.entries(kind):
                for option in entry["options"]:
                    words.setdefault(self.issue_of(option), []).append((entry["n"], entry["seat"]))
        return {issue: sorted(said) for issue, said in words.items()}

    # Sponsors

    @cached_property
    def first_mixed_day(self) -> int:
        packages = {
            e["id"]: ({self.community_of(e["seat"])}, e["day"])
            for k in ("proposed", "amended")
            for e in self.entries(k)
            if len(e["options"]) > 1
        }
        for entry in self.entries("sponsored"):
            sponsors, _ = packages.get(entry["id"], (set(), 0))
            sponsors.add(self.community_of(entry["seat"]))
            if len(sponsors) > 1 and entry["id"] in packages:
                return int(entry["day"])
        return 0


def _last_before(events: Sequence[int], n: int) -> int:
    at = bisect_left(events, n)
    return events[at - 1] if at else 0


def _named(kind: str, entry: dict[str, Any]) -> Sequence[str]:
    """The options that an entry puts forward."""
    match kind:
        case "argued":
            return [entry["option"]] if entry["side"] == "for" else []
        case "supported":
            return [entry["target"]]
        case "position":
            return [entry["new"]]
        case "deal_offered":
            return [*entry["give"], *entry["get"]]
        case "conceded" | "pressed" | "declared" | "bridged":
            return [entry["option"]]
        case _:
            return list(entry["options"])
