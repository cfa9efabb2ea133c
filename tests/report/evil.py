"""A transcript in which every text and every id is hostile: names, titles, claims, speeches, reasons, and the keys of maps."""

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import attrs
import msgspec
from reported import transcript

from exercise.model.events import EVENTS
from exercise.model.setup import Setup
from exercise.review.desk import Desk, open_desk
from exercise.transcript.chain import link, seal, unseal
from exercise.transcript.codec import Header, decode_header, encode_header

EVIL = "</title></style></svg>--><script>alert(1)</script><img src=x onerror=alert(2)>\" ' onclick=alert(3) javascript:alert(4) \x1b[31m\x1b]0;x\x07\u202e"
_RULES = {"test", "observable", "warning", "when", "unless", "needs", "borne_out", "evidence", "gates", "kind", "style", "deadline",
          "weights", "abstain", "absent", "red_lines", "expects", "trigger", "condition", "moves", "costs", "table", "drift_on", "mode"}  # fmt: skip
"""Fields whose words the program itself gives meaning to."""
_KEPT = {"all", "control", "facilitator", "clock", "yes", "no", "abstain", "for", "against"}


def _evil(value: Any) -> Any:
    """The same value with something hostile after every text, ids too, so that they still fit each other."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if value in _KEPT or not value else value + EVIL
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value)) if field.name not in _RULES]
        return attrs.evolve(value, **{name: _evil(getattr(value, name)) for name in names})
    if isinstance(value, Mapping):
        return {_evil(key): _evil(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_evil, value))
    return value


def _evil_body(kind: str, what: dict[str, Any]) -> dict[str, Any]:
    names = {field.name: field for field in msgspec.structs.fields(EVENTS[kind])}
    kept = {"side", "choice", "what", "motion", "change", "kind"} & set(names)
    return {name: value if name in kept else _evil(value) for name, value in what.items()}


@cache
def desk() -> Desk:
    """The exercise of the other tests, turned hostile from its first byte to its last."""
    head, *lines = transcript().read_bytes().splitlines()
    header, _ = decode_header(head)
    assert header is not None
    shown = _evil(header.scenario)
    players = {seat + EVIL: f"human:{EVIL}" for seat in header.setup.players}
    setup = Setup(seed=3, players=players, facilitator=EVIL, parent=f"{EVIL}.jsonl")
    head = encode_header(Header(shown, setup))
    chain = link(b"", head)
    made = [seal(head, chain)]
    for line in lines:
        event = json.loads(unseal(line)[0] + b"}")
        event["by"] = _evil(event["by"])
        event["to"] = _evil(event["to"])
        event["what"] = _evil_body(event["kind"], event["what"])
        body = json.dumps(event).encode()[:-1]
        chain = link(chain, body)
        made.append(seal(body, chain))
    path = Path(mkdtemp(prefix="evil")) / "x<script>alert(5)<\u202e.jsonl"
    path.write_bytes(b"".join(made))
    return open_desk(path)
