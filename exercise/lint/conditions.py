"""Conditions and tests that always say the same, and findings that therefore can never be observed.

Parts of conditions are looked at in what belongs to one scenario. Findings, outcomes and scoreboards are shared between
scenarios, so that a part of them may well be idle in one.
"""

from collections.abc import Iterator

from exercise.authoring.codes import Code
from exercise.authoring.nodes import Place, Text, place_within
from exercise.authoring.proof import EXPRESSION
from exercise.lint.notes import Notes
from exercise.lint.ranges import Ranges
from exercise.lint.truth import constant_parts, truth_of

HINTS = {True: "leave it out if it should always hold", False: "look at its numbers, names and kinds of events"}


def check_conditions(notes: Notes) -> None:
    ranges = Ranges(notes.scenario)
    told = _check_findings(notes, ranges)
    told |= {card.when for card in notes.scenario.injects if card.id in notes.silent}
    told |= {
        g.when for stage in notes.scenario.stages for g in stage.next if g.when and truth_of(g.when, ranges) is False
    }
    catch_all = {name.when for name in notes.scenario.outcomes if name.when.strip() == "true"}
    shared = frozenset(_shared(notes))
    for text, kind in notes.proof.tests:
        if kind == EXPRESSION and text.value not in told | catch_all:
            _check_parts(notes, text, ranges, shared)


def _shared(notes: Notes) -> Iterator[str]:
    for finding in notes.scenario.findings:
        yield from (finding.test, finding.observable, finding.warning)
    yield from (name.when for name in notes.scenario.outcomes)
    for row in notes.scenario.scoreboard:
        yield from row.borne_out.values()


def _check_findings(notes: Notes, ranges: Ranges) -> set[str]:
    """The tests of findings that can never be observed or never occur."""
    told = set()
    for finding in notes.scenario.findings:
        for source, field, message in (
            (finding.observable, "observable", f"finding {finding.id} can never be observed: this is never true"),
            (finding.test, "test", f"finding {finding.id} can never occur: its test is never true"),
        ):
            if source and truth_of(source, ranges) is False:
                told.add(source)
                notes.warn(notes.proof.place("finding", finding.id, field), Code.UNOBSERVABLE, message, HINTS[False])
    return told


def _check_parts(notes: Notes, text: Text, ranges: Ranges, shared: frozenset[str]) -> None:
    found = list(constant_parts(text.value, ranges))
    whole = bool(found) and truth_of(text.value, ranges) is not None
    for start, known in found:
        if not whole and text.value in shared:
            return
        what = "this" if whole else "this part"
        message = f"{what} is always {'true' if known else 'false'}"
        notes.warn(_place(notes, text, start), Code.ALWAYS, message, HINTS[known])


def _place(notes: Notes, text: Text, start: int) -> Place:
    return place_within(text, start, notes.lines.get(text.place.file, ()))
