"""Every event and every header comes back as it was."""

import json
from typing import Any, get_type_hints

import attrs
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import header
from small import SCENARIO

from exercise.model import events as e
from exercise.model.scenario import Dial
from exercise.model.setup import Setup
from exercise.transcript.codec import Header, decode_event, decode_header, encode_event, encode_header, scenario_digest

TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["\x1b]0;owned\x07\x1b[2J", "a\nb\r\u2028", "\x00\x7f\x9b", "\u202eright to left", '"}\n{"n":1', "بغداد", "[/red]"]
)
WORDS = st.lists(TEXT, max_size=4).map(tuple)
OF = {
    str: TEXT,
    tuple[str, ...]: WORDS,
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
}


def bodies(kind: str) -> st.SearchStrategy[Any]:
    cls = e.EVENTS[kind]
    hints = get_type_hints(cls)
    return st.builds(cls, **{name.name: OF[hints[name.name]] for name in msgspec.structs.fields(cls)})


@pytest.mark.parametrize("kind", e.EVENTS)
@settings(max_examples=25)
@given(data=st.data())
def test_every_kind_of_event_comes_back(kind: str, data: st.DataObject) -> None:
    to = st.sampled_from([e.ALL, e.CONTROL]) | WORDS
    number = st.integers(0, 10**9)
    event = data.draw(st.builds(e.Event, number, number, number, TEXT, to, bodies(kind), number))
    more = data.draw(st.booleans())
    line = encode_event(event, more) + b"}"
    assert b"\n" not in line
    assert decode_event(line) == (event, more)


def test_a_line_reads_as_documented() -> None:
    body = e.Argued("A1", "for", "a1", "It's safe.", cites=("V1",))
    line = encode_event(e.Event(12, 3, 1, "N1", e.ALL, body, 5))
    assert line == (
        b'{"n":12,"day":3,"session":1,"by":"N1","to":"all","min":5,"kind":"argued",'
        b'"what":{"id":"A1","side":"for","target":"a1","text":"It\'s safe.","cites":["V1"]}'
    )
    assert encode_event(e.Event(1, 0, 0, "N1", ("N1", "S1"), e.Passed()), more=True) == (
        b'{"n":1,"day":0,"session":0,"by":"N1","to":["N1","S1"],"min":0,"kind":"passed","what":{},"more":true'
    )


def test_a_whole_number_is_written_as_the_float_that_it_stands_for() -> None:
    moved = [encode_event(e.Event(1, 1, 1, "clock", e.CONTROL, e.DialMoved("trust", 50, new))) for new in (40, 40.0)]
    assert moved[0] == moved[1]
    assert b'"old":50.0,"new":40.0' in moved[0]
    scenarios = [attrs.evolve(SCENARIO, dials=(Dial("trust", "Trust", start),)) for start in (40, 40.0)]
    assert scenario_digest(scenarios[0]) == scenario_digest(scenarios[1])


def test_a_header_comes_back_with_every_role_in_full() -> None:
    made = Header(SCENARIO, Setup(10**30, {"N1": "human:\x1b[1mAda"}, "deck", -2.5, "warn", ("K1",), "Bo", 3), "test 1")
    line = encode_header(made) + b"}"
    assert decode_header(line) == (made, [])
    assert list(json.loads(line)) == ["format", "program", "scenario", "digest", "setup"]
    assert encode_header(decode_header(line)[0] or header()) + b"}" == line


def test_the_scenario_is_written_with_its_defaults() -> None:
    settings = json.loads(encode_header(header()) + b"}")["scenario"]["settings"]
    assert settings == json.loads(msgspec.json.encode(SCENARIO.settings))


def test_any_change_of_a_role_changes_the_digest() -> None:
    roles = {**SCENARIO.roles, "N1": attrs.evolve(SCENARIO.roles["N1"], brief="other")}
    assert scenario_digest(attrs.evolve(SCENARIO, roles=roles)) != scenario_digest(SCENARIO)


def test_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode_event(e.Event(1, 1, 1, "N1", e.ALL, e.Spoke("\ud800")))


@pytest.mark.parametrize("data", [st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))])
def test_whatever_is_no_line_is_a_line_error(data: st.SearchStrategy[bytes]) -> None:
    @given(data)
    def check(line: bytes) -> None:
        with pytest.raises(ValueError, match=r"."):
            decode_event(line)
        assert decode_header(line)[0] is None

    check()
