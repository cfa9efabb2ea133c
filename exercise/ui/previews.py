"""What stands beside the list of the home screen: a scenario, an exercise or a transcript in short."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve
from textual.content import Content

from exercise.authoring.explain import explain, read_line
from exercise.authoring.load import Loaded
from exercise.engine.game import Game, Table
from exercise.engine.replay import ReplayError, replay
from exercise.findings.assess import assess
from exercise.model.diagnostic import Diagnostic
from exercise.model.scenario import Scenario, SeatKind
from exercise.model.state import State
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.transcript.glimpse import Glimpse
from exercise.transcript.reader import read_transcript
from exercise.ui.shelf import day_of

_KINDS = {
    SeatKind.PARTY: "",
    SeatKind.CONSULTATIVE: "is heard, has no vote",
    SeatKind.MEDIATOR: "mediates",
    SeatKind.OUTSIDE: "from outside",
}
_MOST_PROBLEMS = 40
_WIDE, _NARROW = 52, 24
"""Columns of a source line in a window of its own, and beside a list: no narrower pane wraps them, so the caret stays under its place."""

Part = Content | None


def scenario_preview(found: Scenario) -> Content:
    """What somebody wants to know before choosing a scenario."""
    return _page(
        [
            _lines([head(found.title), Content.styled(_size(found), "$muted")]),
            _text(found.summary),
            _labelled("It teaches", found.teaches),
            _labelled("For", found.level),
            _labelled("Content advisory", found.advisory),
            _seats(found),
            _agenda(found),
        ]
    )


def _size(found: Scenario) -> str:
    parties = sum(seat.kind is SeatKind.PARTY for seat in found.seats)
    clock = found.clock
    parts = [f"{parties} parties", f"{clock.days} days of {len(clock.sessions)} sessions"]
    return " · ".join([*parts, f"about {found.minutes} minutes"] if found.minutes else parts)


def _seats(found: Scenario) -> Content:
    lines = [section("At the table")]
    for seat in found.seats:
        kind = _KINDS[seat.kind] + ("" if seat.present else ", enters later")
        lines.append(
            Content.assemble((f"{seat.id:<7}", "bold"), _plain(seat.name), (f"  {kind}" if kind else "", "$muted"))
        )
    return _lines(lines)


def _agenda(found: Scenario) -> Content:
    lines = [section("Agenda")]
    for issue in found.issues:
        if issue.core:
            options = f"  {len(issue.options)} options"
            lines.append(Content.assemble((f"{issue.id:<7}", "bold"), _plain(issue.title), (options, "$muted")))
    later = [issue.id for issue in found.issues if not issue.core]
    if later:
        lines.append(Content.styled(f"       and afterwards, or on request: {', '.join(later)}", "$muted"))
    return _lines(lines)


def problems_preview(title: str, diagnostics: Iterable[Diagnostic], columns: int = _NARROW) -> Content:
    """Everything that is wrong with a file, each with its place and the line it stands on."""
    found = list(diagnostics)
    errors = sum(problem.severity == "error" for problem in found)
    summary = f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}."
    parts: list[Part] = [head(title), Content.styled(summary, "bold $error" if errors else "bold $success")]
    parts += [_text(told(problem, columns)) for problem in found[:_MOST_PROBLEMS]]
    if len(found) > _MOST_PROBLEMS:
        parts.append(_text(f"and {len(found) - _MOST_PROBLEMS} more."))
    return _page(parts)


def told(problem: Diagnostic, columns: int = _NARROW) -> str:
    """A problem with its line; the file is named from the folder one stands in where that is shorter."""
    path = Path(problem.file)
    near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return printable(explain(evolve(problem, file=str(near)), read_line, columns))


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def check_preview(title: str, loaded: Loaded) -> Content:
    """The result of checking a scenario."""
    if not loaded.diagnostics:
        files = f"No problem in {_count(len(loaded.files), 'file')}."
        return _page([head(title), Content.styled(files, "bold $success")])
    return problems_preview(title, loaded.diagnostics)


def file_check(path: Path) -> Content:
    """The result of checking a transcript."""
    recording = read_transcript(path)
    if not recording.problems:
        return _page(
            [
                head(path.name),
                Content.styled(f"No problem in {_count(len(recording.events), 'event')}.", "bold $success"),
            ]
        )
    return problems_preview(path.name, recording.problems, _WIDE)


def transcript_preview(seen: Glimpse) -> Content:
    """What is known of a transcript at once."""
    people = [f"{handle} as {seat}" for seat, handle in seen.people.items()]
    people += [f"{seen.facilitator} runs it"] if seen.facilitator else []
    state = "over" if seen.over else f"day {seen.day} of {seen.days}"
    return _page(
        [
            _lines(
                [
                    head(seen.title or seen.path.name),
                    Content.styled(f"{state} · {seen.events} events · {day_of(seen.changed)}", "$muted"),
                ]
            ),
            _labelled("Played by", ", ".join(people) or "bots only"),
            _labelled("Seed", str(seen.seed)),
            Content.assemble(("Damaged: ", "bold $error"), f"{seen.problem}.") if seen.problem else None,
            _labelled("File", str(seen.path)),
        ]
    )


def transcript_in_full(seen: Glimpse) -> Content:
    """The same with what only the whole file tells: damage with its places, what was agreed, and how it ended."""
    recording = read_transcript(seen.path)
    start = transcript_preview(seen)
    if recording.errors:
        return _page([start, problems_preview("What is wrong with the file", recording.problems)])
    if recording.header is None:
        return start
    game = Game(Table(recording.header.scenario), recording.header.setup)
    try:
        state = replay(game, recording.events)
    except ReplayError as error:
        return _page([start, Content.styled(f"It cannot be replayed: {error}.", "bold $error")])
    return _page([start, _outcome(game, state) if state.closed else None, _agreed(game, state)])


def _outcome(game: Game, state: State) -> Content:
    result = assess(game, state)
    lines = [
        section("Outcome"),
        Content.assemble((_plain(result.outcome.name), "bold"), f". {_plain(result.outcome.text)}"),
    ]
    if state.final is not None:
        for word, seats in (("for", state.final.yes), ("against", state.final.no), ("abstaining", state.final.abstain)):
            if seats:
                names = ", ".join(name(game, seat) for seat in seats)
                lines.append(Content.assemble((f"{word}: ", "$muted"), _plain(names)))
    occurred = [f for f in game.scenario.findings if f.id in result.occurred]
    failures = sum(finding.kind == "failure" for finding in occurred)
    if game.scenario.findings:
        told = f"Predicted failures that occurred: {failures}; conditions of success that were met: {len(occurred) - failures}."
        lines.append(Content(told))
    return _lines(lines)


def _agreed(game: Game, state: State) -> Content:
    lines = [section("Agreed")]
    lines += [Content(f"{issue}: {_plain(thing(game, option))}") for issue, option in state.agreed.items()]
    return _lines(
        lines
        if len(lines) > 1
        else [*lines, Content.styled("Nothing yet." if not state.closed else "Nothing.", "$muted")]
    )


def head(text: str) -> Content:
    """The title of a page."""
    return Content.styled(_plain(text), "bold $accent")


def section(text: str) -> Content:
    """A heading within a page."""
    return Content.styled(text, "bold $primary")


def _labelled(label: str, text: str) -> Part:
    return Content.assemble((f"{label}: ", "bold"), _plain(text)) if text else None


def _text(text: str) -> Part:
    return Content(printable(text)) if text else None


def _plain(text: str) -> str:
    return printable(text, lines=False)


def _lines(lines: list[Content]) -> Content:
    return Content("\n").join(lines)


def _page(parts: Iterable[Part]) -> Content:
    """Parts with an empty line between them."""
    return Content("\n\n").join([part for part in parts if part is not None])
