"""The deals: what pleases everybody, which of them theory singles out, and what the options do for them."""

from collections.abc import Iterator, Sequence
from typing import Final

from exercise.analysis.analysis import Analysis, Deal
from exercise.analysis.options import OptionUse
from exercise.plain.balance.section import Paper, Row, Section, number, percent
from exercise.plain.wrapping import width

SHOWN: Final = 20
"""Deals that are shown unless all are asked for."""
_LETTERS: Final = {"nash": "N", "kalai-smorodinsky": "K", "maximin": "M"}


def zone(found: Analysis, paper: Paper, shown: int = SHOWN) -> Section:
    """The zone of agreement, deal by deal."""
    says = (
        "The zone of agreement is all deals: packages that please everybody and can be proposed. The numbers are what each party"
        " gets above its reservation, on its own scale; the first deals leave most to whoever gets least."
    )
    if not found.listed:
        told = f"There are {number(found.counts.deals)} deals, too many to list."
        return Section("zone", "The zone of agreement", says, tuple(paper.wrap(told)))
    if not found.deals:
        return Section("zone", "The zone of agreement", says, tuple(paper.wrap("There is no deal: the zone is empty.")))
    deals = found.deals[:shown]
    rows = [Row(f"{n:>2}  {' '.join(deal.options)}", deal.least, f"{deal.least:g}") for n, deal in enumerate(deals, 1)]
    figures: list[str] = []
    if max(width(row.label) for row in rows) > paper.columns // 2:
        for n, deal in enumerate(deals, 1):
            figures += paper.wrap(" ".join(deal.options), f"  {n:>2}  ", "      ")
        rows = [Row(f"{n:>2}", row.value, row.note) for n, row in enumerate(rows, 1)]
    picture = [*paper.wrap("What the party that gets least has above its reservation"), *paper.bars(rows)]
    figures += [*_deals(found, paper, deals), *_more(found, shown), "", *_marks(found, paper)]
    return Section("zone", "The zone of agreement", says, tuple(picture), tuple(figures))


def _deals(found: Analysis, paper: Paper, deals: Sequence[Deal]) -> list[str]:
    """A row for each deal: what it gives to each party above its reservation."""
    noise = found.noise is not None
    rows = []
    for n, deal in enumerate(deals, 1):
        signs = f"{n:>2} {'=' if deal.best else ' '}{''.join(_LETTERS[mark] for mark in deal.marks)}"
        kept = [percent(deal.kept)] if noise and deal.kept is not None else []
        rows.append([signs, *(f"{deal.surplus[party]:.2f}" for party in found.parties), f"{deal.least:.2f}", *kept])
    return paper.table(["", *found.parties, "least", *(["kept"] if noise else [])], rows)


def _more(found: Analysis, shown: int) -> Iterator[str]:
    left = found.counts.deals.value - shown
    if left > 0:
        yield f"  and {left:,} more deals"


def _marks(found: Analysis, paper: Paper) -> Iterator[str]:
    """What the signs before the deals mean, one sentence each."""
    advisers = [seat for seat in found.advisers if any(seat in deal.welcome for deal in found.deals)]
    for sign, text in (
        ("=", "cannot be improved for one party without loss for another (on the Pareto frontier)"),
        ("N", "Nash point: the product of the gains is largest, so that nobody's gain is bought too dearly"),
        ("K", "Kalai-Smorodinsky point: everybody gets as equal a part as can be of the most it could get in a deal"),
        (
            "M",
            "maximin point: the smallest gain is as large as can be; it compares points of different scales, so take it lightly",
        ),
    ):
        yield from paper.wrap(text, f"  {sign} ", "    ")
    if found.noise:
        yield from paper.wrap("share of the noisy runs in which the package still is a deal", "  kept ", "    ")
    for seat in advisers:
        welcome = sum(seat in deal.welcome for deal in found.deals)
        yield from paper.wrap(
            f"{welcome:,} of the {len(found.deals):,} deals would also suit {seat}, which has no vote"
        )


def frontier(found: Analysis, paper: Paper) -> Section:
    """How many packages cannot be improved upon."""
    says = (
        "A package is on the Pareto frontier when no other is better for one party and worse for none: talks that end elsewhere"
        " left something on the table."
    )
    lines = []
    deals = found.counts.deals.value
    if found.frontier_inside is not None:
        lines += paper.wrap(f"{found.frontier_inside:,} of the {deals:,} deals are on the frontier")
    if found.frontier is None:
        lines += paper.wrap("The whole frontier was not looked for in so large a space; `--frontier` does it.")
    else:
        share = percent(100 * found.frontier / found.counts.coherent) if found.counts.coherent else "0 %"
        told = f"{found.frontier:,} of all {found.counts.coherent:,} packages that fit together ({share}) are on the whole frontier,"
        lines += paper.wrap(f"{told} which asks neither for reservations nor for red lines.")
    return Section("frontier", "What cannot be improved", says, tuple(lines))


def options(found: Analysis, paper: Paper) -> Section:
    """In how many deals each option is, and why some are in none."""
    says = (
        "An option that is in no deal is a position to start from and no place to end; a dominated option is one that nobody"
        " prefers to another of the same issue, so that it is no real choice."
    )
    picture: list[str] = []
    for issue in found.issues:
        rows = [Row(use.id, use.deals, _use(use)) for use in found.options if use.issue == issue]
        picture += ["", *paper.wrap(f"{issue}  {found.titles.get(issue, '')}"), *paper.bars(rows, 24)]
    never = [use.id for use in found.options if not use.deals]
    figures = paper.wrap(f"In no deal: {', '.join(never) or 'none'}.")
    if not found.listed:
        picture, figures = [], paper.wrap("There are too many deals to say which options they hold.")
    return Section("options", "What the options do", says, tuple(picture[1:]), tuple(figures))


def _use(use: OptionUse) -> str:
    told = [f"{use.deals:,}"]
    if use.barred_by:
        told.append(f"red line of {', '.join(use.barred_by)}")
    if use.dominated_by:
        told.append(f"dominated by {use.dominated_by}")
    if use.unvalued:
        told.append("nobody values it")
    return "  ".join(told)


def references(found: Analysis, paper: Paper) -> Section:
    """Named packages held against the zone."""
    says = (
        "Named packages of the scenario: + the party accepts it, otherwise by how many points it falls short; ✗ a red line of that"
        " party is in it. The distance is how many issues have to be settled otherwise to make it a deal."
    )
    if not found.references:
        return Section("references", "Reference packages", "The scenario names none under `reference_packages`.")
    lines = paper.table(
        ("", *found.parties, "distance"),
        [
            [ref.id, *(_stand(ref.surplus[p], p in ref.red_lines) for p in found.parties), _distance(ref.changes)]
            for ref in found.references
        ],
    )
    figures: list[str] = []
    for ref in found.references:
        figures += paper.wrap(f"{ref.id}: {ref.name}", "  ", "    ")
        figures += paper.wrap(" ".join(ref.options), "      ", "      ")
        utilities = ", ".join(f"{party} {worth:g}" for party, worth in ref.utilities.items())
        figures += paper.wrap(f"worth: {utilities}", "      ", "        ")
        if not ref.coherent:
            figures.append("      its options do not fit together")
        if ref.open:
            figures += paper.wrap(f"leaves open: {', '.join(ref.open)}", "      ", "        ")
        if ref.nearest:
            change = " ".join(o for o in ref.nearest if o not in ref.options) or "none"
            figures += paper.wrap(f"nearest deal by {change} ({_steps(ref.steps)})", "      ", "        ")
    return Section("references", "Reference packages", says, tuple(lines), tuple(figures))


def _stand(surplus: float, crossed: bool) -> str:
    return (
        f"{'✗' if crossed else ''}{'+' if surplus >= 0 and not crossed else '' if surplus >= 0 else f'{surplus:.2f}'}"
    )


def _distance(changes: int | None) -> str:
    return (
        "no deal" if changes is None else "a deal" if changes == 0 else f"{changes} issue{'s' if changes > 1 else ''}"
    )


def _steps(steps: int | None) -> str:
    return f"{steps} step{'s' if steps != 1 else ''} along the options' order"
