"""Events and headers as lines of JSON, and back.

msgspec puts values together, because it refuses wrong types and says where. Events are written without their defaults, a
scenario, which cattrs takes apart, in full: its defaults may change with the program.
"""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from attrs import field, frozen
from msgspec.structs import force_setattr

from exercise.model.events import EVENTS, Body, Event
from exercise.model.scenario import Scenario
from exercise.model.setup import Setup
from exercise.transcript.formats import FORMAT, changes_events, upgrade_event, upgrade_header

if TYPE_CHECKING:
    from cattrs.preconf.msgspec import MsgspecJsonConverter

T = TypeVar("T")


class LineError(ValueError):
    """A line that cannot be read, with its code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"fourteen-days {version('fourteen-days')}"
    except PackageNotFoundError:
        return "fourteen-days"


@frozen
class Header:
    """The first line: everything that an exercise is played from. `digest` is that of the scenario with its roles."""

    scenario: Scenario
    setup: Setup
    program: str = field(factory=_program)
    format: int = FORMAT
    digest: str = field()

    @digest.default
    def _digest(self) -> str:
        return scenario_digest(self.scenario)


class _HeaderLine(msgspec.Struct):
    format: int
    program: str
    scenario: msgspec.Raw
    digest: str
    setup: msgspec.Raw


class _AnyHeaderLine(msgspec.Struct):
    format: int


class _EventLine(msgspec.Struct, omit_defaults=True, gc=False):
    """`more` says that the next line belongs to the same decision: a decision counts only when all of it is there."""

    n: int
    day: int
    session: int
    by: str
    to: str | tuple[str, ...]
    min: int
    kind: str
    what: Body
    more: bool = False


class _RawEventLine(msgspec.Struct, gc=False):
    n: int
    day: int
    session: int
    by: str
    to: str | tuple[str, ...]
    min: int
    kind: str
    what: msgspec.Raw
    more: bool = False


_encode = msgspec.json.Encoder().encode
_decode_header = msgspec.json.Decoder(_HeaderLine).decode
_decode_line = msgspec.json.Decoder(_RawEventLine).decode
_UNREADABLE = (ValueError, RecursionError)
_REPEATED: Final = frozenset({"side", "issue", "option", "to", "party", "dial", "choice"})


@cache
def _converter() -> "MsgspecJsonConverter":
    """Takes values apart. A whole number in a field of type float becomes a float.

    What it needs is imported only where something is written: reading does without.
    """
    from cattrs.preconf.msgspec import make_converter

    converter = make_converter()
    converter.register_unstructure_hook(float, float)
    return converter


@cache
def _together(kind: str) -> Callable[[bytes | msgspec.Raw], Body]:
    return msgspec.json.Decoder(EVENTS[kind]).decode


@cache
def _bare(kind: str) -> Body:
    """What an event holds that says nothing but its kind, such as a pass: one serves all of them."""
    return _together(kind)(b"{}")


def scenario_bytes(scenario: Scenario) -> bytes:
    """The scenario with its roles as JSON: the same bytes for the same scenario."""
    return _encode(_converter().unstructure(scenario))


def scenario_digest(scenario: Scenario) -> str:
    """A short digest that tells scenarios apart."""
    return _digest(scenario_bytes(scenario))


def _digest(data: bytes | msgspec.Raw) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def encode_header(header: Header) -> bytes:
    """The header line up to its chain. Raises UnicodeEncodeError for text that no file can hold (lone surrogates)."""
    scenario = msgspec.Raw(scenario_bytes(header.scenario))
    setup = msgspec.Raw(_encode(_converter().unstructure(header.setup)))
    return _encode(_HeaderLine(header.format, header.program, scenario, header.digest, setup))[:-1]


def encode_event(event: Event, more: bool = False) -> bytes:
    """An event's line up to its chain. Raises UnicodeEncodeError for text that no file can hold (lone surrogates)."""
    body = event.body
    line = _EventLine(event.n, event.day, event.session, event.seat, event.to, event.minutes, body.kind, body, more)
    return _encode(line)[:-1]


def decode_event(line: bytes, format: int = FORMAT) -> tuple[Event, bool]:
    """The event of a line, and whether the next line belongs to the same decision. Raises LineError.

    `format` is that of the header; an older event is read as the newest format says it.
    """
    try:
        raw = _decode_line(line)
        if format < FORMAT and changes_events(format):
            body = _older(format, raw)
        else:
            body = _bare(raw.kind) if len(raw.what) == len(b"{}") else _together(raw.kind)(raw.what)
    except KeyError:
        raise LineError("TRN108", f"event {raw.n} is of the unknown kind {raw.kind!r}") from None
    except _UNREADABLE as error:
        if isinstance(error, LineError):
            raise
        if isinstance(error, msgspec.ValidationError):
            raise LineError("TRN107", f"this is no event: {error}") from error
        raise LineError("TRN106", f"the line is not JSON: {error}") from error
    for name in _repeated(type(body)):
        force_setattr(body, name, intern(getattr(body, name)))
    to = raw.to
    return Event(
        raw.n, raw.day, raw.session, intern(raw.by), intern(to) if type(to) is str else to, body, raw.min
    ), raw.more


@cache
def _repeated(cls: type[Body]) -> tuple[str, ...]:
    """The fields in which the same few words stand again and again: one copy serves all events of a long transcript."""
    return tuple(field.name for field in msgspec.structs.fields(cls) if field.type is str and field.name in _REPEATED)


def _older(format: int, raw: _RawEventLine) -> Body:
    """What an event of an older format says. Raises KeyError for an unknown kind."""
    try:
        kind, what = upgrade_event(format, raw.kind, _plain(raw.what))
    except (TypeError, AttributeError, LookupError) as error:
        # What an older event should hold need not be in it.
        raise LineError("TRN107", f"this is no event of format {format}: {error}") from error
    return msgspec.convert(what, type=EVENTS[kind])


def decode_header(line: bytes) -> tuple[Header | None, list[LineError]]:
    """The header as far as it can be read, and everything that is wrong with it."""
    try:
        raw = _decode_header(line)
    except _UNREADABLE as error:
        return None, _newer(_stated_format(line)) or [LineError("TRN102", _no_header(line, error))]
    problems = _newer(raw.format)
    try:
        scenario, setup = _parts(raw)
    except LineError as error:
        return None, [*problems, error]
    if raw.digest != _digest(raw.scenario):
        problems.append(LineError("TRN105", f"the scenario does not have the digest {raw.digest}"))
    return Header(scenario, setup, raw.program, raw.format, raw.digest), problems


def _no_header(line: bytes, error: Exception) -> str:
    """Why there is no header, with a word on files that hold a transcript in another way."""
    for start, what in _PACKED.items():
        if line.startswith(start):
            return f"there is no header: the file is {what} first"
    return f"there is no header: {error}"


_PACKED: Final = {
    b"\x1f\x8b": "packed with gzip; unpack it",
    b"PK\x03\x04": "a zip archive; unpack it",
    b"\xff\xfe": "written in UTF-16; save it as UTF-8",
    b"\xfe\xff": "written in UTF-16; save it as UTF-8",
    b"\xef\xbb\xbf": "marked by an editor (byte order mark); save it without",
}


def _parts(raw: _HeaderLine) -> tuple[Scenario, Setup]:
    """Scenario and setup of a header of any format up to the newest. Raises LineError."""
    if raw.format >= FORMAT:
        return _part(raw.scenario, Scenario), _part(raw.setup, Setup)
    try:
        scenario, setup = upgrade_header(raw.format, _plain(raw.scenario), _plain(raw.setup))
        return msgspec.convert(scenario, type=Scenario), msgspec.convert(setup, type=Setup)
    except (*_UNREADABLE, TypeError, AttributeError, LookupError) as error:
        # What an older header should hold need not be in it.
        raise LineError("TRN104", f"the header of format {raw.format} cannot be read: {error}") from error


def _plain(raw: msgspec.Raw) -> dict[str, Any]:
    return msgspec.json.decode(raw, type=dict[str, Any])


def _stated_format(line: bytes) -> int:
    """The format of a header, whatever else is in it; 0 where it states none."""
    try:
        return msgspec.json.decode(line, type=_AnyHeaderLine).format
    except _UNREADABLE:
        return 0


def _newer(format: int) -> list[LineError]:
    if format <= FORMAT:
        return []
    return [LineError("TRN103", f"the transcript has format {format}, this program reads formats up to {FORMAT}")]


def _part(raw: msgspec.Raw, cls: type[T]) -> T:
    try:
        return msgspec.json.decode(raw, type=cls)
    except _UNREADABLE as error:
        raise LineError("TRN104", f"the {cls.__name__.lower()} cannot be read: {error}") from error
