"""The report as headings, paragraphs, lists and tables, for forms that have no pictures."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from exercise.findings.assessment import Verdict
from exercise.model.scenario import FailureMode
from exercise.model.state import Argument
from exercise.plain.ending import HONESTY
from exercise.plain.narration import label, name
from exercise.report.account import Account, Predicted
from exercise.report.cited import by_number
from exercise.report.pictures import figure
from exercise.review.history import Line
from exercise.review.notes import MEANINGS, VERDICTS, Note


@frozen
class Heading:
    level: int
    text: str


@frozen
class Paragraph:
    text: str
    strong: str = ""


@frozen
class Item:
    """A line of a list: what it begins with, such as the number of an event, its text, and lines below it."""

    lead: str
    text: str
    below: "tuple[Item, ...]" = ()


@frozen
class Listing:
    items: tuple[Item, ...]


@frozen
class Grid:
    """A table; `rows` have a cell for each of `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Listing | Grid


def outline(found: Account) -> Iterator[Block]:
    """The whole report in its order."""
    yield Heading(1, f"After-action report: {found.desk.game.scenario.title}")
    yield from _outcome(found)
    yield Heading(2, "Timeline")
    yield Listing(tuple(Item(_place(found, m.n), m.title) for m in found.timeline))
    yield from _charts(found)
    yield from _people(found)
    yield from _debate(found)
    yield from _findings(found)
    yield from _notes(found)
    yield from _lessons(found)
    if found.scores:
        yield Heading(2, "Appendix: scores")
        yield Paragraph("What the last package was worth, each on its own scale; scales cannot be compared.")
        rows = tuple((row.name, f"{row.worth:.1f}", f"{row.needed:.1f}") for row in found.scores)
        yield Grid(("Delegation", "Worth", "Needed"), rows)
    yield Heading(2, "Honesty")
    yield Paragraph(f"{found.desk.game.scenario.honesty} {HONESTY}".strip())


def _place(found: Account, n: int) -> str:
    events = found.desk.events
    return label(found.desk.game, events[found.desk.index(n) - 1])


def _outcome(found: Account) -> Iterator[Block]:
    outcome, package = found.desk.assessment.outcome, found.package
    title = found.desk.game.table.title
    yield Paragraph(outcome.text, strong=f"{outcome.name}.")
    yield Heading(2, "The questions")
    yield Grid(("Issue", "Settled as"), tuple((f"{issue} {title(issue)}", option) for issue, option in found.issues))
    if package is None:
        yield Paragraph("No whole package was ever on the table.")
    else:
        yield Heading(2, f"The last package on the table: {'adopted' if package.adopted else 'not adopted'}")
        yield Grid(("Issue", "Option"), package.options)
        if package.votes:
            yield Grid(("The final vote", "Delegations"), package.votes)
        else:
            yield Paragraph("It never came to a final vote.")
    yield Heading(2, "Who sat where")
    yield Grid(("Played by", "Seats"), found.players)


def _charts(found: Account) -> Iterator[Block]:
    yield Heading(2, "Over the days")
    for title, lines in (
        ("Dials, from 0 to 100", found.dials),
        ("Distance between the parties, in percent", found.distance),
        ("Zone of agreement, in packages", (found.zone,) if found.zone is not None else ()),
        *((f"Seats on record, {issue}", lines) for issue, lines in found.support),
    ):
        rows = tuple(_line(found.days, line) for line in lines if any(value is not None for value in line.values))
        if rows:
            yield Heading(3, title)
            yield Grid(("", "first", "last", "lowest", "highest"), rows)


def _line(days: Sequence[int], line: Line) -> tuple[str, ...]:
    known = [(value, day) for day, value in zip(days, line.values, strict=True) if value is not None]
    low, high = min(known, key=lambda k: k[0]), max(known, key=lambda k: k[0])
    ends = (figure(known[0][0]), figure(known[-1][0]))
    return (line.title, *ends, f"{figure(low[0])} (day {low[1]})", f"{figure(high[0])} (day {high[1]})")


def _people(found: Account) -> Iterator[Block]:
    game = found.desk.game
    words = sum(row.words for row in found.speech) or 1
    yield Heading(2, "Who spoke")
    yield Grid(
        ("Delegation", "Turns", "Words", "Share"),
        tuple((name(game, s.seat), str(s.turns), str(s.words), f"{100 * s.words / words:.0f} %") for s in found.speech),
    )
    yield Heading(2, "Who moved, and after what")
    moved = tuple(
        Item(
            _place(found, m.n),
            f"{name(game, m.seat)}, {m.issue} from {m.old} to {m.new} ({m.cause})"
            + (f", after {_place(found, m.after)}" if m.after else ""),
        )
        for m in found.moves
    )
    yield Listing(moved) if moved else Paragraph("Nobody moved.")
    if found.promises:
        yield Heading(2, "Side deals")
        yield Listing(
            tuple(
                Item(
                    _place(found, p.n),
                    f"{p.id} {name(game, p.seat)} gives {', '.join(p.give)}, "
                    f"{name(game, p.to)} gives {', '.join(p.get)}: {p.verdict}",
                )
                for p in found.promises
            )
        )


def _debate(found: Account) -> Iterator[Block]:
    game = found.desk.game
    yield Heading(2, "The debate")
    for issue, rows in found.flow:
        if rows:
            yield Heading(3, f"{issue} {game.table.title(issue)}")
            items = []
            for row in rows:
                said = row.argument
                dropped = " (never answered)" if row.dropped else ""
                answers = tuple(Item(a.id, f"{name(game, a.seat)} {_on(a)}: {a.text}") for a in row.answers)
                conceded = tuple(Item("", f"{name(game, seat)} concedes the point") for seat in row.conceded_by)
                text = f"{name(game, said.seat)} {said.side} {said.target}{dropped}: {said.text}"
                items.append(Item(said.id, text, (*answers, *conceded)))
            yield Listing(tuple(items))
    if not any(rows for _, rows in found.flow):
        yield Paragraph("Nobody argued for or against anything.")


def _on(answer: Argument) -> str:
    """What an answer does, and to which argument: whoever answers an answer need not be against the first word."""
    return f"{'supports' if answer.side == 'for' else 'answers'} {answer.answers}"


def _findings(found: Account) -> Iterator[Block]:
    yield Heading(2, "What was predicted")
    for kind, title in (("failure", "Predicted failures"), ("success", "Conditions of success")):
        rows = [row for row in found.predicted if row.mode.kind == kind]
        if rows:
            yield Heading(3, title)
            yield Listing(tuple(_prediction(found, row) for row in rows))
    if found.scoreboard:
        yield Heading(3, "Where the sources differ")
        yield Listing(
            tuple(
                Item(row.id, f"{row.question} Borne out: {', '.join(row.borne_out) or 'none of them'}.")
                for row in found.scoreboard
            )
        )


def _prediction(found: Account, row: Predicted) -> Item:
    told = by_number(found.cited)
    below = [] if row.finding.verdict is Verdict.NOT_OBSERVABLE else [Item("", _says(row.mode))]
    below += [Item(told[n].label, told[n].head) for n in row.evidence]
    below += [Item("", f"{row.kept_back} more not told here")] if row.kept_back else []
    below += [Item(note.author, f"{MEANINGS[note.kind]}: {note.text}") for note in row.reviewers]
    return Item(f"{row.mode.id} {row.mode.name}", row.verdict, tuple(below))


def _says(mode: FailureMode) -> str:
    return f"{mode.says} Counted: {mode.counts}" if mode.counts else mode.says


def _notes(found: Account) -> Iterator[Block]:
    remarks = tuple(
        Item(_where(found, note), f"{MEANINGS[note.kind]}{_rating(note)}, {note.author}: {note.text}")
        for note in found.notes
        if note.kind not in VERDICTS
    )
    if remarks:
        yield Heading(2, "Reviewers' notes")
        yield Listing(remarks)


def _rating(note: Note) -> str:
    return f" ({note.about}: {note.rating})" if note.about else ""


def _where(found: Account, note: Note) -> str:
    if not note.first:
        return ""
    return _place(found, note.first) + (f" to {_place(found, note.last)}" if note.last > note.first else "")


def _lessons(found: Account) -> Iterator[Block]:
    yield Heading(2, "Lessons, step by step")
    for number, step in enumerate(found.lessons, 1):
        yield Heading(3, f"{number}. {step.title}")
        yield Paragraph(step.asks)
        if step.matter:
            yield Listing(tuple(Item("", point) for point in step.matter))
    yield Heading(2, "Improvement plan")
    plan = [(row.seen + (f" (may help: {row.helps})" if row.helps else ""), "", "", "") for row in found.plan]
    yield Grid(("What was seen", "What to do otherwise", "Who", "Until when"), (*plan, *[("", "", "", "")] * 3))
