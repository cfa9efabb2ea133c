"""A report for sharing: whatever secret field holds a canary, no form of the redacted report sings it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import attrs
import msgspec
import pytest
from reported import transcript

from exercise.model import events as e
from exercise.model.setup import Setup
from exercise.report.account import Account, account
from exercise.report.exports import TABLES, as_csv, as_json
from exercise.report.page import as_html
from exercise.report.redaction import redaction
from exercise.report.written import as_markdown, as_text
from exercise.review.desk import Desk, open_desk
from exercise.review.notes import Note
from exercise.transcript.codec import Header
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter

CANARY = "canary-sings"
FREE = ("text", "why", "title", "source", "question")
"""Fields that hold what somebody wrote; the others hold ids, which replaying needs."""
HANDLES = {"KA": "human:hannah-player", "IAF": "human:Änne", "MED": "human:mo.derator"}
NAMES = ("hannah-player", "änne", "mo.derator", "fred-facilitator", "later-player", "rita-reviewer", "hannahs-group")
NOTES = (
    Note("rita-reviewer", 1, "turning", "Hannah-Player turned it, says Rita-Reviewer.", 40, 40),
    Note("rita-reviewer", 2, "agree", "ÄNNE too.", about="F05"),
)


@cache
def desk() -> Desk:
    """The exercise with a canary in every text that was not for all, and with people in every place that names people."""
    recording = read_transcript(transcript())
    assert recording.header is not None
    setup = attrs.evolve(
        recording.header.setup,
        players={**recording.header.setup.players, **HANDLES},
        facilitator="fred-facilitator",
        parent="hannahs-group.jsonl",
        parent_event=1,
    )
    path = Path(mkdtemp(prefix="redacted")) / "hannahs-group.jsonl"
    events = [secret(event) for event in recording.events]
    spoken = next(n for n, event in enumerate(events) if isinstance(event.body, e.Argued) and event.to == e.ALL)
    words = "Thank you, Hannah-Player and mo.derator; later-player sits down, and Änne's friends."
    events[spoken] = msgspec.structs.replace(
        events[spoken], body=msgspec.structs.replace(events[spoken].body, text=words)
    )
    last = events[-1]
    events.append(
        e.Event(last.n + 1, last.day, last.session, e.FACILITATOR, e.ALL, e.Replaced("KA", "human:later-player"))
    )
    events.append(e.Event(last.n + 2, last.day, last.session, e.FACILITATOR, e.CONTROL, e.Noted(CANARY)))
    with TranscriptWriter.create(path, Header(recording.header.scenario, setup)) as writer:
        writer.append(events)
    return open_desk(path)


def secret(event: e.Event) -> e.Event:
    if event.to == e.ALL:
        return event
    fields = {field.name for field in msgspec.structs.fields(type(event.body))} & set(FREE)
    return msgspec.structs.replace(event, body=msgspec.structs.replace(event.body, **dict.fromkeys(fields, CANARY)))


@cache
def told(redacted: bool) -> Account:
    return account(desk(), NOTES, redacted=redacted)


FORMS: dict[str, Callable[[Account], str]] = {
    "html": as_html, "md": as_markdown, "txt": as_text, "json": as_json,
    **{f"csv-{table}": lambda found, table=table: as_csv(found, table) for table in TABLES},
}  # fmt: skip


def test_the_canaries_are_there() -> None:
    assert not desk().problems
    hidden = {event.body.kind for event in desk().events if event.to != e.ALL and CANARY in str(event.body)}
    assert {"told", "noted", "shuttled", "deal_offered", "dial", "reservation"} <= hidden
    whole = as_html(told(False)).casefold()
    assert CANARY in whole
    assert all(name in whole for name in NAMES)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_a_redacted_report_holds_a_secret_or_a_name(form: str) -> None:
    text = FORMS[form](told(True)).casefold()
    assert len(text) > 10
    assert [secret for secret in (CANARY, *NAMES) if secret in text] == []


def test_what_was_public_stays_with_names_blotted_out() -> None:
    text = as_text(told(True))
    assert "[name] turned it, says [name]." in " ".join(text.split())
    assert "reviewer 1" in text
    assert "a person" in text


def test_a_redacted_report_has_no_scores_dials_or_deals_and_cites_public_events_only() -> None:
    shared = told(True)
    assert (shared.scores, shared.dials, shared.promises, shared.source) == ((), (), (), "")
    assert shared.cited
    assert not [cited for cited in shared.cited if cited.private]
    kinds = {event.n: event.to for event in desk().events}
    assert {kinds[moment.n] for moment in shared.timeline} == {e.ALL}


def test_no_private_field_is_forgotten() -> None:
    """What is not free text in a private event is an id, a number or a word of the program."""
    game = desk().game
    known = {
        *game.table.seats,
        *game.table.issues,
        *game.table.options,
        *game.table.dials,
        *(i.id for i in game.scenario.injects),
    }
    odd = set()
    for event in desk().events:
        if event.to != e.ALL:
            for field in msgspec.structs.fields(type(event.body)):
                value = getattr(event.body, field.name)
                if isinstance(value, str) and field.name not in FREE and value and value not in known:
                    odd.add((event.body.kind, field.name, value if " " in value else ""))
    assert not [place for place in odd if place[2]]


def test_a_name_that_is_a_seat_or_a_letter_does_not_blot_out_the_report() -> None:
    setup = Setup(players={"KA": "human:Dawa", "IAF": "human:a", "MED": "human:Al"}, facilitator="")
    hide = redaction(setup, (), (), ("Dawa", "KA"))
    assert hide("Dawa wants a vote, says al; ALL agree.") == "Dawa wants a vote, says [name]; ALL agree."
    assert redaction(Setup(), (), (), ())("as it is") == "as it is"
