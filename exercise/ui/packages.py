"""What a package means to the seat that looks at it: its worth, what stands against it, and how two packages differ."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen
from textual.content import Content

from exercise.engine.moment import Moment
from exercise.engine.sheets import POINT
from exercise.engine.views import View
from exercise.model.state import Proposal
from exercise.model.text import printable
from exercise.plain.narration import things
from exercise.plain.wrapping import pad, width

GAUGE: Final = 30
"""Columns of the bar that shows the worth of a package."""


def seen_by(view: View) -> Moment:
    """The moment as a seat sees it: nothing in it is anybody else's secret."""
    return Moment(view.game, view.state, view.seat)


@frozen
class Appraisal:
    """A package in the eyes of one seat. `total` and `need` are None without a score sheet; all numbers are private."""

    total: float | None
    need: float | None
    red: tuple[str, ...]
    clashes: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether the seat would rather sign this than go home."""
        return self.total is not None and self.need is not None and self.total >= self.need and not self.red

    @property
    def verdict(self) -> str:
        """What the seat could do with it, in a word or two."""
        if self.total is None:
            return ""
        return "red line" if self.red else "enough" if self.enough else "too little"


def appraise(view: View, options: Iterable[str]) -> Appraisal:
    """What a package is worth to the viewer and what stands against it."""
    chosen = tuple(options)
    sheets, table = view.own.sheets, view.game.table
    scored = view.seat in sheets.worth and view.reservation is not None
    settled = {table.issue_of[option] for option in chosen}
    return Appraisal(
        total=sheets.utility(view.seat, chosen) / POINT if scored else None,
        need=view.reservation if scored else None,
        red=tuple(o for o in chosen if o in sheets.red_lines.get(view.seat, frozenset())),
        clashes=table.sheets.clashes(chosen),
        missing=tuple(i for i in seen_by(view).issues if i in table.core and i not in settled),
    )


def gauge(appraisal: Appraisal, columns: int = GAUGE) -> Content:
    """A bar from 0 to 100 with a mark at what the seat needs."""
    if appraisal.total is None or appraisal.need is None:
        return Content("")
    full = round(min(100.0, max(0.0, appraisal.total)) / 100 * columns)
    mark = min(columns - 1, round(appraisal.need / 100 * columns))
    style = "$success" if appraisal.enough else "$error"
    cells = [("━" if i < full else "─", style if i < full else "$faint") for i in range(columns)]
    cells[mark] = ("┃", "bold $accent")
    return Content.assemble(*cells)


def verdict_line(appraisal: Appraisal) -> Content:
    """The worth of a package to the seat, marked private; empty without a score sheet."""
    if appraisal.total is None or appraisal.need is None:
        return Content("")
    style = "bold $success" if appraisal.enough else "bold $error"
    return Content.assemble(
        (f"{appraisal.total:.1f}", "bold"), f" for you, {appraisal.need:g} needed: ", (appraisal.verdict, style),
        ("  private", "$muted"),
    )  # fmt: skip


def warnings(view: View, appraisal: Appraisal) -> list[Content]:
    """Red lines crossed and options that do not fit together, each with a mark."""
    lines = []
    if appraisal.red:
        lines.append(
            Content.assemble(("✗ ", "$error"), printable(f"Red lines in it: {things(view.game, appraisal.red)}."))
        )
    lines += [
        Content.assemble(("≠ ", "$error"), printable(f"They do not fit together: {why}.")) for why in appraisal.clashes
    ]
    return lines


def differences(view: View, old: Iterable[str], new: Iterable[str]) -> str:
    """What changes from one package to another, in words; empty where they say the same."""
    was, now = by_issue(view, old), by_issue(view, new)
    changed = [f"{now[i]} for {was[i]}" for i in now if i in was and was[i] != now[i]]
    added = [now[i] for i in now if i not in was]
    dropped = [i for i in was if i not in now]
    parts = [", ".join(changed)] if changed else []
    parts += [f"adds {', '.join(added)}"] if added else []
    parts += [f"leaves {', '.join(dropped)} open"] if dropped else []
    return "; ".join(parts)


def listing(view: View, options: Iterable[str]) -> Content:
    """The options of a package one by one, with what each adds to the worth of the whole."""
    chosen, worth = tuple(options), view.own.sheets.worth.get(view.seat, {})
    room = max((width(option) for option in chosen), default=0) + 1
    lines = []
    for option in chosen:
        points = worth.get(option)
        adds = (f"{points / POINT:>5.1f}  ", "$primary") if points is not None else ""
        title = printable(view.game.table.title(option), lines=False)
        lines.append(Content.assemble((pad(printable(option, lines=False), room), "bold"), adds, title))
    return Content("\n").join(lines)


def by_issue(view: View, options: Iterable[str]) -> dict[str, str]:
    """The options of a package by the issue they settle, in the order of the agenda."""
    found = {view.game.table.issue_of[option]: option for option in options}
    return {issue: found[issue] for issue in view.game.table.issues if issue in found}


def holders(view: View, option: str) -> list[str]:
    """Seats on record for an option, in the order of the table."""
    positions = view.state.positions
    return [seat.id for seat in view.game.scenario.seats if option in positions.get(seat.id, {}).values()]


def opponents(view: View, target: str) -> list[str]:
    """Seats on record against an option, in the order of the table."""
    stances: Mapping[str, bool] = view.state.stances.get(target, {})
    return [seat.id for seat in view.game.scenario.seats if stances.get(seat.id) is False]


def on_record(proposal: Proposal) -> str:
    """Who supports and who opposes a proposal."""
    sides = [f"for {', '.join(proposal.support)}"] if proposal.support else []
    sides += [f"against {', '.join(proposal.opposed)}"] if proposal.opposed else []
    sides += [f"{seat} holds back on {option}" for seat, option in proposal.reservations]
    return "; ".join(sides) or "nobody on record"


def voted_on(view: View, subject: str) -> str:
    """What a vote on a proposal or an option would be about: its clauses, who is for and against, its worth to the viewer."""
    proposal = view.state.proposals.get(subject)
    if proposal is None:
        value = value_of(view, subject)
        worth = f" Worth {value} of 100 to you, private." if value is not None else ""
        sides = [f"on record for it: {', '.join(holders(view, subject)) or 'nobody'}"]
        sides += [f"against: {', '.join(against)}"] if (against := opponents(view, subject)) else []
        said = "; ".join(sides)
        return f"{said[:1].upper()}{said[1:]}.{worth}"
    seen = appraise(view, proposal.options)
    worth = "" if seen.total is None else f" {seen.total:.1f} for you, {seen.need:g} needed: {seen.verdict}, private."
    said = on_record(proposal)
    return f"{things(view.game, proposal.options)}.\n{said[:1].upper()}{said[1:]}.{worth}"


def described(view: View, option: str) -> Content:
    """An option in full: title, text, who stands where, and what it is to the viewer."""
    chosen = view.game.table.options[option]
    lines = [
        Content.assemble(
            (option, "bold $accent"), " ", (printable(chosen.title, lines=False), "bold"), *worth_of(view, option)
        )
    ]
    lines.append(Content(printable(chosen.text)))
    for words, seats in (("On record for it: ", holders(view, option)), ("against: ", opponents(view, option))):
        if seats:
            lines.append(Content.assemble((words, "$muted"), ", ".join(seats)))
    red = next((line for line in view.role.red_lines if line.option == option), None) if view.role else None
    if red is not None:
        lines.append(
            Content.assemble(("✗ Your red line: ", "bold $error"), printable(red.why), ("  private", "$muted"))
        )
    if seen_by(view).shut(option):
        lines.append(Content.styled("It cannot be proposed yet.", "$warning"))
    if chosen.deferral:
        lines.append(Content.styled("It postpones the question.", "$muted"))
    return Content("\n").join(lines)


def worth_of(view: View, option: str) -> list[tuple[str, str]]:
    """What an option is worth to the viewer, as runs; nothing without a score sheet."""
    value = value_of(view, option)
    if value is None:
        return []
    return [("   worth ", "$muted"), (f"{value}", "bold $primary"), (" of 100 to you, private", "$muted")]


def value_of(view: View, option: str) -> int | None:
    """The viewer's own value of an option, 0 to 100 on its issue."""
    line = view.role.sheet.get(view.game.table.issue_of[option]) if view.role else None
    return line.values.get(option) if line else None
