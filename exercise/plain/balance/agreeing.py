"""Who can agree: the verdict, packages by who accepts them, coalitions, what each party needs, and the rules of the vote."""

from collections.abc import Iterator
from typing import Final

from exercise.analysis.analysis import Analysis
from exercise.analysis.count import Method
from exercise.analysis.verdict import Finding, Weight, judge
from exercise.plain.balance.section import Paper, Row, Section, brief, counted, number, percent

COALITIONS: Final = 12
"""Coalitions that are listed."""
_MARKS: Final = {Weight.GOOD: "+", Weight.ADVICE: "!", Weight.PROBLEM: "✗"}
_METHODS: Final = {
    Method.LISTED: "Every package was looked at.",
    Method.PRUNED: "Counted exactly, issue by issue, without looking at every package.",
    Method.SAMPLED: "Estimated from a sample; in brackets the interval that holds the true number in 19 of 20 cases.",
}


def verdict(found: Analysis, paper: Paper) -> Section:
    """What the numbers say about the scenario as an exercise."""
    findings = judge(found)
    says = (
        "Scores and reservations are judgements of the authors, made for teaching: this says how the exercise is likely to play,"
        " not what was possible in the world. The limits behind the advice are judgements too."
    )
    lines: list[str] = []
    for finding in findings:
        lines += _finding(finding, paper)
    return Section("verdict", "Verdict", says, tuple(lines))


def _finding(finding: Finding, paper: Paper) -> Iterator[str]:
    yield from paper.wrap(finding.says, f"  {_MARKS[finding.weight]} ", "    ")
    if finding.advice:
        yield from paper.wrap(finding.advice, "      ", "      ")


def agreement(found: Analysis, paper: Paper) -> Section:
    """Packages by how many parties accept them, and who holds out."""
    counts = found.counts
    says = (
        "A package settles every core issue with one option. A party accepts it when it is worth at least what going home is worth"
        " to it, its reservation, and no red line of its own is in it."
    )
    rows = [
        Row(_parties(n, len(counts.parties)), count.value, f"{number(count)}  {percent(count.share)}")
        for n, count in enumerate(counts.by_number)
    ]
    picture = [*paper.wrap("Packages by the number of parties that accept them"), *paper.bars(rows), ""]
    picture += [
        *paper.wrap("Who alone stands in the way of what all others accept"),
        *paper.bars(counted(counts.hold_outs)),
    ]
    return Section("agreement", "Who can agree", says, tuple(picture), tuple(_agreement_figures(found, paper)))


def _parties(number: int, all_of_them: int) -> str:
    return (
        "all accept"
        if number == all_of_them
        else "nobody"
        if number == 0
        else f"{number} accept{'s' if number == 1 else ''}"
    )


def _agreement_figures(found: Analysis, paper: Paper) -> Iterator[str]:
    counts, unbound = found.counts, found.unbound
    yield from paper.wrap(
        f"{counts.total:,} packages, {counts.coherent:,} of them with options that fit together. "
        f"{number(counts.zone)} please everybody ({percent(counts.zone.share)}); {number(counts.deals)} of these fit together "
        f"and can be proposed. {number(counts.all_but_one)} please all but one ({percent(counts.all_but_one.share)}). "
        f"{_METHODS[counts.deals.method]}" + (f" {_METHODS[Method.SAMPLED]}" if counts.drawn else ""),
    )
    if found.red_lines == "bind" and unbound is not counts:
        yield from paper.wrap(
            f"If red lines did not bind: {number(unbound.zone)} would please everybody ({percent(unbound.zone.share)}) and "
            f"{number(unbound.all_but_one)} all but one ({percent(unbound.all_but_one.share)}).",
        )
        yield ""
        rows = [("With red lines", *map(brief, counts.by_number)), ("Without", *map(brief, unbound.by_number))]
        yield from paper.table(("Parties that accept", *(str(n) for n in range(len(counts.by_number)))), rows)
        held = [
            ("With red lines", *map(brief, counts.hold_outs.values())),
            ("Without", *map(brief, unbound.hold_outs.values())),
        ]
        yield from paper.table(("Single hold-out", *counts.parties), held)


def parties(found: Analysis, paper: Paper) -> Section:
    """What each party needs, what it could get, and how much it accepts."""
    says = (
        "Each party has its own scale from 0 to 100, which cannot be compared with another's. Between its worst and its best package"
        " lies what it needs; the bar shows how many packages it would sign, whatever the others do."
    )
    picture = paper.bars(counted(found.counts.accepted_by))
    slack = found.sensitivity.slack
    rows = [
        (f"{party}  {name}", f"{low:g}", f"{found.reservations[party]:g}", f"{high:g}", _points(slack[party]))
        for (party, name), (low, high) in zip(found.parties.items(), found.ranges.values(), strict=True)
    ]
    figures = paper.table(("Party", "worst", "needs", "best", "gains at most"), rows)
    notes = "“Gains at most” is how far its best deal lies above what it needs: by so much its reservation could rise alone."
    return Section("parties", "What each party needs", says, tuple(picture), (*figures, *paper.wrap(notes)))


def _points(points: float | None) -> str:
    return "no deal" if points is None else f"{points:g}"


def coalitions(found: Analysis, paper: Paper, shown: int = COALITIONS) -> Section:
    """Who can agree with whom, and who can be left out."""
    counts = found.counts
    says = "How many packages please two parties at once: a low number is a pair that is hard to bring together."
    if found.boycotts:
        says += (
            " Below, packages that please more than half of two communities' parties and nobody of a third:"
            " that is how a boycott begins."
        )
    names = counts.parties
    rows = [
        (row, *(brief(counts.pleasing(_pair(names, row, column))) if row != column else "·" for column in names))
        for row in names
    ]
    picture = paper.table(("Both accept", *names), rows)
    if found.boycotts:
        largest = sorted(found.boycotts.items(), key=lambda item: -item[1])
        total = counts.drawn or counts.total
        patterns = [
            Row(f"{one} + {other} without {out}", packages, f"{packages:,}  {percent(100 * packages / total)}")
            for (one, other, out), packages in largest
        ]
        picture += ["", *paper.bars(patterns, 16)]
    return Section(
        "coalitions", "Who can agree with whom", says, tuple(picture), tuple(_coalition_figures(found, paper, shown))
    )


def _pair(names: tuple[str, ...], first: str, second: str) -> tuple[str, ...]:
    return tuple(name for name in names if name in (first, second))


def _coalition_figures(found: Analysis, paper: Paper, most: int) -> Iterator[str]:
    counts = found.counts
    every, parties = most > COALITIONS, len(counts.parties)
    shown = [(c, n) for c, n in counts.coalitions.items() if every or parties / 2 < len(c) < parties]
    shown = sorted(shown, key=lambda item: -item[1])[:most]
    if shown:
        which = "every coalition" if every else "the most frequent coalitions"
        yield from paper.wrap(f"Packages that just these parties accept: {which}")
        rows = [(" ".join(coalition) or "(nobody)", f"{n:,}") for coalition, n in shown]
        yield from paper.table(("Coalition", "packages" if not counts.drawn else f"of {counts.drawn:,} drawn"), rows)
    absent = found.sensitivity.absent
    yield ""
    yield from paper.wrap("Deals if one party stayed away")
    yield from paper.table(("Without", *absent), [("deals", *map(brief, absent.values()))])


def rules(found: Analysis, paper: Paper) -> Section:
    """What the scenario's decision rules would carry."""
    says = (
        "A rule of decision can pass what does not please everybody. This counts the packages that each rule of the scenario would"
        " carry if everybody voted by its sheet; clients vote as their patron does."
    )
    lines: list[str] = []
    for rule in found.rules:
        if rule.packages is None:
            told = f"{rule.id} ({rule.kind}): cannot be told, nobody who decides has a score sheet"
        else:
            told = f"{rule.id} ({rule.kind}): {number(rule.packages)} packages, {percent(rule.packages.share)}"
            if rule.presumed:
                told += f"; {', '.join(rule.presumed)} without a sheet, taken to vote yes"
        lines += paper.wrap(told, "  ", "      ")
        if rule.stages:
            lines += paper.wrap(f"used in: {', '.join(rule.stages)}", "      ", "        ")
    return Section("rules", "What the vote would carry", says, tuple(lines))
