"""What moves the zone: reservations, noise in the sheets, dials, and the issues that may follow."""

from collections.abc import Iterator
from typing import Final

from exercise.analysis.agenda import WholeAgenda
from exercise.analysis.analysis import Analysis
from exercise.analysis.count import Count, Method
from exercise.analysis.noise import Noise
from exercise.analysis.sensitivity import DialSwing
from exercise.plain.balance.section import Paper, Row, Section, brief, number, percent

_STEPS: Final = 18
"""Bars of a chart of sizes at most."""


def reservations(found: Analysis, paper: Paper) -> Section:
    """The zone as reservations rise and fall."""
    moves = found.sensitivity
    says = (
        "A hurting stalemate lowers what parties need and opens the zone; hardening closes it. The chart moves all reservations"
        " together by points, the table one at a time."
    )
    rows = [
        Row(f"{points:+d}" if points else "as written", count.value, number(count))
        for points, count in moves.together.items()
    ]
    picture = [*paper.wrap("Deals when every reservation moves by"), *paper.bars(rows)]
    if found.difficulties:
        picture += [
            "",
            *paper.wrap("Deals at each difficulty"),
            *paper.bars([Row(id, n.value, number(n)) for id, n in found.difficulties.items()]),
        ]
    points = list(next(iter(moves.singly.values())))
    figures = paper.wrap("Deals when one party's reservation moves, or it stays away")
    figures += paper.table(
        ("Party", *(f"{p:+d}" for p in points), "stays away", "room to rise"),
        [
            (party, *(brief(sizes[p]) for p in points), brief(moves.absent[party]), _room(moves.slack[party]))
            for party, sizes in moves.singly.items()
        ],
    )
    figures += paper.wrap(_nearest(moves.nearest))
    return Section("reservations", "What opens and closes the zone", says, tuple(picture), tuple(figures))


def _room(points: float | None) -> str:
    return "none" if points is None else f"{points:g}"


def _nearest(points: float | None) -> str:
    if points is None:
        return "No package comes near to pleasing everybody."
    if points < 0:
        return f"The package that comes nearest to pleasing everybody leaves somebody {-points:g} points short."
    return f"If all reservations rose together, the last deal would go above {points:g} points."


def noise(found: Analysis, paper: Paper) -> Section:
    """How far the zone hangs on single numbers."""
    says = (
        "Scores are guesses, and another author would write others. Here every value of every sheet is moved at random, many times:"
        " a zone that stays about as large does not hang on single numbers."
    )
    title = "If the scores were a little different"
    if found.noise is None and found.asked.noise:
        return Section("noise", title, f"{says} There are too many packages near the zone to do so here.")
    if found.noise is None:
        return Section("noise", title, says, missing="noise")
    made = found.noise
    lines = [
        *paper.wrap(f"{made.runs:,} runs, every value moved by up to {made.points} points, seed {made.seed}"),
        *paper.wrap(
            f"Deals: {made.median:.0f} in the middle, {made.low:.0f} to {made.high:.0f} in nine tenths of the runs, "
            f"{found.counts.deals.value:,} as written; none at all in {percent(made.empty)} of the runs."
        ),
    ]
    lines += ["", *paper.wrap("Runs by the number of deals left"), *paper.bars(_sizes(made))]
    kept = [
        Row(" ".join(deal.options), deal.kept or 0, percent(deal.kept))
        for deal in found.deals[:12]
        if deal.kept is not None
    ]
    if kept and max(len(row.label) for row in kept) <= 40:
        lines += ["", *paper.wrap("How often a package is still a deal"), *paper.bars(kept)]
    return Section("noise", title, says, tuple(lines))


def _sizes(made: Noise) -> list[Row]:
    """Runs by the size of the zone, in at most a dozen and a half of equal steps."""
    low, high = min(made.sizes), max(made.sizes)
    step = -(-(high - low + 1) // _STEPS)
    rows = []
    for start in range(low, high + 1, step):
        runs = sum(n for size, n in made.sizes.items() if start <= size < start + step)
        label = f"{start:,}" if step == 1 else f"{start:,} to {start + step - 1:,}"
        rows.append(Row(label, runs, f"{runs:,}"))
    return rows


def dials(found: Analysis, paper: Paper) -> Section:
    """What each dial does to the zone."""
    says = (
        "Dials move reservations as the talks go on, within the scenario's limit. Each row moves one dial alone from 0 to 100 and"
        " counts the deals; the bracket marks where it starts."
    )
    if not found.dials:
        return Section("dials", "What the dials do", "No dial of the scenario moves a reservation.")
    rows = []
    for dial in found.dials:
        low, high = dial.sizes[0], dial.sizes[100]
        rows.append(
            Row(dial.name, abs(high.value - low.value), f"{number(low)} at 0, {number(high)} at 100{_good(dial)}")
        )
    picture = [*paper.wrap("By how many deals a dial moves the zone from one end to the other"), *paper.bars(rows, 20)]
    figures = _dial_table(found.dials, paper)
    return Section("dials", "What the dials do", says, tuple(picture), tuple(figures))


def _good(dial: DialSwing) -> str:
    return {"up": ", more is better", "down": ", less is better"}.get(dial.better, "")


def _dial_table(swings: tuple[DialSwing, ...], paper: Paper) -> list[str]:
    """A column every ten points; the start stands in brackets in the column at or below it."""
    readings = list(range(0, 101, 10))
    rows = []
    for dial in swings:
        start = int(dial.start) // 10 * 10
        cells = [brief(dial.sizes[round(dial.start) if r == start else r]) for r in readings]
        rows.append([dial.id, *(f"[{cell}]" if r == start else cell for r, cell in zip(readings, cells, strict=True))])
    return paper.table(("Dial", *map(str, readings)), rows)


def drift(found: Analysis, paper: Paper) -> Section:
    """Where the days carry the zone by themselves."""
    made, title = found.drift, "What the days do by themselves"
    if not made.cards and not made.dials:
        return Section(
            "drift", title, "No card is planned and no dial moves by itself: needs stay as they are written."
        )
    says = (
        "Every card of the deck comes, nobody answers any, and nobody says a word. No exercise runs so: agreements, pledges and answers to"
        " cards can pull the other way. It shows which way the news pulls."
    )
    rows = [
        Row("first day", found.counts.deals.value, number(found.counts.deals)),
        Row("last day", made.deals.value, number(made.deals)),
    ]
    cards = f"{made.cards} cards of the deck {made.deck}" if made.cards else "no card"
    picture = [*paper.wrap(f"Deals, with {cards} and no answer to any"), *paper.bars(rows)]
    figures = paper.wrap(
        "What each party needs, in points; dials and cards together count within the scenario's limit of drift"
    )
    figures += paper.table(
        ("Party", "first day", "dials", "cards", "last day"),
        [
            (party, f"{n.first:g}", _moved(n.by_dials), _moved(n.by_cards), f"{n.last:g}")
            for party, n in made.needs.items()
        ],
    )
    if made.dials:
        moved = ", ".join(f"{dial} {first:g} to {last:g}" for dial, (first, last) in made.dials.items())
        figures += paper.wrap(f"Dials: {moved}.")
    if made.open:
        one = len(made.open) == 1
        seats = f"{', '.join(made.open)} also {'moves' if one else 'move'} seats that an exercise draws or finds"
        figures += paper.wrap(f"{seats}, which {'is' if one else 'are'} left out here.")
    return Section("drift", title, says, tuple(picture), tuple(figures))


def _moved(points: float) -> str:
    return f"{points:+g}" if points else "0"


def agenda(found: Analysis, paper: Paper) -> Section:
    """What linking all issues opens."""
    says = (
        "With more issues on the table there is more to trade: a package that fails on the core alone can become a deal when other"
        " issues make up for it. It also takes longer to talk about."
    )
    title = "All issues together"
    if found.agenda is None:
        if not found.linkable:
            return Section("agenda", title, "There are no issues beyond the core that every party values and weighs.")
        return Section("agenda", title, says, missing="agenda")
    whole = found.agenda
    rows = [
        Row(
            f"core alone ({len(found.issues)})",
            found.counts.deals.share,
            f"{number(found.counts.deals)}  {percent(found.counts.deals.share)}",
        ),
        Row(
            f"all issues ({len(whole.issues)})",
            whole.deals.share,
            f"{number(whole.deals)}  {percent(whole.deals.share)}",
        ),
    ]
    picture = [*paper.wrap("Packages that please everybody, as a share of all"), *paper.bars(rows, 20)]
    if whole.openings is not None:
        ways = 100 * whole.openings / whole.core_packages
        core = [
            Row("deals on the core alone", found.counts.deals.value, f"{number(found.counts.deals)}"),
            Row("part of a deal on all", whole.openings, f"{whole.openings:,}  {percent(ways)}"),
        ]
        picture += ["", *paper.wrap("Packages of the core"), *paper.bars(core, 20)]
    return Section("agenda", title, says, tuple(picture), tuple(_agenda_figures(found.counts.deals, whole, paper)))


def _agenda_figures(core: Count, whole: WholeAgenda, paper: Paper) -> Iterator[str]:
    how = "counted exactly, issue by issue" if whole.deals.method is Method.PRUNED else "estimated from a sample"
    yield from paper.wrap(
        f"{whole.packages:,} packages under the weights `{whole.profile}`; {how}. {whole.clean_core:,} core packages fit together and "
        f"cross no red line, and {whole.clean_rest:,} combinations of the other issues cross none. {number(whole.deals)} please "
        f"everybody ({percent(whole.deals.share)}).",
    )
    if whole.openings is None or whole.core_options is None or whole.most_open is None:
        return
    yield from paper.wrap(
        f"They are reached from {whole.openings:,} core packages ({percent(100 * whole.openings / whole.core_packages)}); "
        f"{whole.kept:,} of the {core.value:,} deals on the core alone stay possible.",
    )
    used = ", ".join(f"{option} {n}" for option, n in whole.core_options.items() if n)
    yield from paper.wrap(f"Core options in them: {used or 'none'}.", "  ", "    ")
    if whole.most_open:
        yield from paper.wrap("The most open packages of the core: ways to settle the rest")
        yield from paper.table(
            ("", "ways"), [(" ".join(opening.options), f"{opening.ways:,}") for opening in whole.most_open]
        )
