"""What a field of a scenario takes, in words for the reference and as JSON Schema."""

from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

Schema = dict[str, Any]

ID: Final = "^[A-Za-z][A-Za-z0-9_.-]{0,39}$"
_FLAGS: Final = [True, False, "yes", "no", "on", "off"]


def article(kind: str) -> str:
    return "an" if kind[0] in "aeio" else "a"


def plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


@frozen
class Takes:
    """What a field takes.

    `name` is text, whole, number, flag, expression, word, id, ref, list, map, form, things or either. `words` are allowed as they
    stand; `of` is the kind of things whose ids are meant, or the form; `parts` are what a list or map holds, or the alternatives.
    """

    name: str
    words: tuple[str, ...] = ()
    of: str = ""
    low: float | None = None
    high: float | None = None
    parts: tuple["Takes", ...] = ()

    @property
    def in_words(self) -> str:
        match self.name:
            case "whole" | "number":
                return f"{'whole ' if self.name == 'whole' else ''}number{self._bounds}"
            case "flag":
                return "true or false"
            case "word":
                return " or ".join(f"`{word}`" for word in self.words)
            case "id":
                return "an id of its own"
            case "ref":
                return " or ".join([f"id of {article(self.of)} {self.of}", *(f"`{word}`" for word in self.words)])
            case "list":
                return f"list of {self.parts[0].in_words}" if self.parts[0].name != "form" else "list"
            case "map":
                return f"for each {self.of or 'id'}: {self.parts[0].in_words}"
            case "form":
                return "keys and values, see below"
            case "things":
                return f"list of {plural(self.of)}, or map from id to the rest"
            case "either":
                return ", or ".join(part.in_words for part in self.parts)
            case _:
                return self.name

    @property
    def _bounds(self) -> str:
        if self.low is not None and self.high is not None:
            return f", {self.low:,} to {self.high:,}"
        return f", {self.low:,} or more" if self.low is not None else ""

    def schema(self, form: Callable[[str], Schema]) -> Schema:
        """The field as JSON Schema; `form` gives the schema of a form by its name."""
        match self.name:
            case "whole" | "number":
                bounds = {"minimum": self.low, "maximum": self.high}
                known = {key: value for key, value in bounds.items() if value is not None}
                return {"type": "integer" if self.name == "whole" else "number", **known}
            case "flag":
                return {"enum": _FLAGS}
            case "word":
                return {"enum": list(self.words)}
            case "id":
                return {"type": "string", "pattern": ID}
            case "list":
                one = self.parts[0].schema(form)
                many = {"type": "array", "items": one}
                return many if self.parts[0].name == "form" else {"anyOf": [many, one]}
            case "map":
                return {"type": "object", "additionalProperties": self.parts[0].schema(form)}
            case "form":
                return form(self.of)
            case "things":
                one = form(self.of)
                return {"type": ["array", "object"], "items": one, "additionalProperties": one}
            case "either":
                return {"anyOf": [part.schema(form) for part in self.parts]}
            case _:
                return {"type": ["string", "number"]} if self.name == "text" else {"type": "string"}


TEXT: Final = Takes("text")
NUMBER: Final = Takes("number")
WHOLE: Final = Takes("whole")
EXPRESSION: Final = Takes("expression")


def ref(kind: str, *words: str) -> Takes:
    return Takes("ref", words, kind)


def listed(part: Takes) -> Takes:
    """One or several; one need not be put into brackets unless it has fields of its own."""
    return Takes("list", parts=(part,))


def mapped(kind: str, part: Takes) -> Takes:
    """From ids of a kind to something."""
    return Takes("map", of=kind, parts=(part,))


def either(*parts: Takes) -> Takes:
    return Takes("either", parts=parts)
