"""JSON Schema for editors: scenarios, pieces of scenarios, and roles, from the same fields as the reference.

What a schema can say it says: keys, types, bounds and words. Names of other things, expressions and sense are left to
`exercise check`.
"""

import json
from collections.abc import Callable
from typing import Final

from exercise.authoring.reference.meanings import FORMS
from exercise.authoring.reference.noted import Field, Reference
from exercise.authoring.reference.types import Schema

KINDS: Final = ("scenario", "piece", "role")
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_HEADS: Final = {
    "scenario": "A scenario of Fourteen Days",
    "piece": "A piece of a scenario of Fourteen Days, to be included",
    "role": "A role of Fourteen Days",
}


def schema(reference: Reference, kind: str) -> Schema:
    """The JSON Schema of a kind of file."""
    whole, partial = _Definitions(reference, ""), _Definitions(reference, "~")
    body: Schema
    head: Schema = {"$schema": DRAFT, "title": _HEADS[kind], "type": "object"}
    match kind:
        case "role":
            body = {"allOf": [whole.form("role")]}
            definitions = whole.found
        case "piece":
            body = {"allOf": [partial.form("scenario")]}
            definitions = partial.found
        case _:
            # A variant, and a scenario that is put together from pieces, may leave out what stands elsewhere.
            elsewhere: Schema = {"anyOf": [{"required": ["extends"]}, {"required": ["include"]}]}
            body = {
                "if": elsewhere,
                "then": partial.form("scenario"),
                "else": whole.form("scenario"),
                "required": ["id"],
            }
            definitions = {**whole.found, **partial.found}
    return {**head, **body, "definitions": definitions}


def written(reference: Reference, kind: str) -> str:
    """The schema as a file."""
    return json.dumps(schema(reference, kind), indent=1) + "\n"


class _Definitions:
    """The schemas of the forms that are used. With the mark `~` no field is needed, as in what only says what differs."""

    def __init__(self, reference: Reference, mark: str) -> None:
        self._forms = reference.forms
        self._mark = mark
        self.found: dict[str, Schema] = {}

    def form(self, name: str) -> Schema:
        key = name.replace(" ", "-") + self._mark
        if key not in self.found:
            self.found[key] = {}
            self.found[key] |= self._body(name)
        return {"$ref": f"#/definitions/{key}"}

    def _body(self, name: str) -> Schema:
        fields = self._forms[name]
        needed = [field.key for field in fields if field.needed and not self._mark and not _may_be_a_key(field)]
        return {
            "type": "object",
            "description": FORMS[name].meaning,
            "properties": {field.key: _property(field, self.form) for field in fields},
            **({} if FORMS[name].open else {"additionalProperties": False}),
            **({"required": needed} if needed else {}),
        }


def _may_be_a_key(field: Field) -> bool:
    """An id stands among the fields, or is the key under which they stand."""
    return field.takes.name == "id" and field.takes.of not in ("scenario", "role")


def _property(field: Field, form: Callable[[str], Schema]) -> Schema:
    unit = f" In {field.unit}." if field.unit else ""
    default = f" Default: {field.default}." if field.default else ""
    body = field.takes.schema(form)
    # What stands beside a reference is not read by older tools, so that the reference goes inside.
    inner = {"allOf": [body]} if "$ref" in body else body
    return {"description": f"{field.meaning}{unit}{default}", **inner}
