"""Notes what the readers ask for while they read an example of everything: the fields with their types, bounds and defaults.

The readers are the only place that knows them. Meanings and examples stand in `meanings`; every form is read with the examples
that stand there, so that an example that does not fit is found as any mistake is.
"""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from attrs import frozen

from exercise.authoring.fields import Fields
from exercise.authoring.nodes import Entry, Node, Place, Table, Text, read_text
from exercise.authoring.proof import Proof
from exercise.authoring.read_role import read_role
from exercise.authoring.read_scenario import read_scenario
from exercise.authoring.reference.meanings import FORMS, SAME, Form
from exercise.authoring.reference.types import EXPRESSION, NUMBER, TEXT, Takes, listed, ref

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

NOWHERE: Final = Place("example", 1, 1)


@frozen
class Field:
    """A field as it is documented. `default` is empty where a field that is left out means nothing."""

    key: str
    takes: Takes
    needed: bool
    default: str
    meaning: str
    unit: str
    example: str


@frozen
class Reference:
    """Every form with its fields, in the order of `FORMS`.

    `problems` are examples and meanings that do not fit the readers; `expressions` are the expressions among the examples, with
    their kind.
    """

    forms: Mapping[str, tuple[Field, ...]]
    problems: tuple[str, ...]
    expressions: tuple[tuple[str, str], ...]


def reference() -> Reference:
    """Reads an example of everything. What the readers ask for and `FORMS` does not explain is a problem, and the reverse."""
    proof = _Examples()
    read_scenario(proof, _table("scenario"), _Noted)
    read_role(proof, _table("role"), {"OIL": ("OIL1", "OIL2")}, _Noted)
    problems = [str(diagnostic) for diagnostic in proof.diagnostics]
    forms = {}
    for name, form in FORMS.items():
        asked = proof.asked.get(name, {})
        fields = []
        for key, says in form.fields.items():
            takes, needed, default = asked.get(key, (None, False, ""))
            takes = says.takes or takes
            if takes is None:
                problems.append(f"{name}.{key} is explained and nobody asks for it")
                continue
            fields.append(
                Field(
                    key,
                    takes,
                    needed and not says.default,
                    says.default or default,
                    says.meaning,
                    says.unit,
                    says.example,
                )
            )
        problems += [f"{name}.{key} has no meaning" for key in asked if key not in form.fields]
        forms[name] = tuple(fields)
    problems += [f"the form {name} has no meanings" for name in proof.asked if name not in FORMS]
    return Reference(forms, tuple(problems), tuple((text.value, kind) for text, kind in proof.tests))


def _table(name: str) -> Table:
    """A map with the examples of a form."""
    form = FORMS.get(name, Form("", {}))
    entries = {}
    for key, says in form.fields.items():
        node = read_text(f"{key}: {says.example}", f"{name}.{key}").node
        if says.read and isinstance(node, Table) and (value := node.get(key)) is not None:
            entries[key] = Entry(Place(f"{name}.{key}", 1, 1), value)
    return Table(entries, NOWHERE)


class _Examples(Proof):
    """Notes which fields were asked for, form by form, in the order in which that happened."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, dict[str, tuple[Takes | None, bool, str]]] = {}

    def define(self, kind: str, name: str, place: Place) -> None:
        """Examples name the same things again and again."""


class _Noted(Fields):
    """Reads the examples of its form, whatever it is given, and notes what is asked."""

    def __init__(self, proof: Proof, node: Node, what: str, form: str = "") -> None:
        form = SAME.get(form, form)
        super().__init__(proof, _table(form), what, form)
        assert isinstance(proof, _Examples)
        self._notes = proof.asked.setdefault(form, {})

    def _note(self, key: str, takes: Takes | None, needed: bool = False, default: object = "") -> None:
        shown = str(default).lower() if isinstance(default, bool) else f"{default}"
        if key not in self._notes or (self._notes[key][0] is None and takes is not None):
            self._notes[key] = takes, needed, shown

    def node(self, key: str, needed: bool = False) -> Node | None:
        self._note(key, None, needed)
        return super().node(key, needed)

    def text(self, key: str, default: str | None = None) -> str:
        self._note(key, TEXT, default is None, default or "")
        return super().text(key, default)

    def id(self, kind: str, key: str = "id") -> str:
        self._note(key, Takes("id", of=kind), True)
        return super().id(kind, key)

    def ref(self, key: str, kind: str, default: str | None = "", words: Collection[str] = ()) -> str:
        self._note(key, ref(kind, *words), default is None, default or "")
        return super().ref(key, kind, default, words)

    def test(self, key: str, default: str | None = "") -> str:
        self._note(key, EXPRESSION, default is None, default or "")
        return super().test(key, default)

    def enum(self, key: str, kind: type[E], default: E | None = None) -> E:
        self._note(key, Takes("word", tuple(member.value for member in kind)), default is None, default or "")
        return super().enum(key, kind, default)

    def word(self, key: str, words: Collection[str], default: str | None = None) -> str:
        self._note(key, Takes("word", tuple(words)), default is None, default or "")
        return super().word(key, words, default)

    def whole(self, key: str, default: int | None = None, low: int | None = None, high: int | None = None) -> int:
        self._note(key, Takes("whole", low=low, high=high), default is None, "" if default is None else default)
        return super().whole(key, default, low, high)

    def number(
        self, key: str, default: float | None = None, low: float | None = None, high: float | None = None
    ) -> float:
        shown = "" if default is None else f"{default:g}"
        self._note(key, Takes("number", low=low, high=high), default is None, shown)
        return super().number(key, default, low, high)

    def flag(self, key: str, default: bool) -> bool:
        self._note(key, Takes("flag"), False, default)
        return super().flag(key, default)

    def scalars(self, key: str, needed: bool = False) -> tuple[Text, ...]:
        self._note(key, listed(TEXT), needed)
        return super().scalars(key, needed)

    def refs(self, key: str, kind: str, words: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
        self._note(key, listed(ref(kind, *(words or ()))))
        return super().refs(key, kind, words)

    def pairs(
        self, key: str, kind: str = "", needed: bool = False, words: Collection[str] = ()
    ) -> list[tuple[Text, Node]]:
        self._note(key, Takes("map", of=kind, parts=(NUMBER,)), needed)
        return super().pairs(key, kind, needed, words)

    def inner(self, key: str, what: str, needed: bool = False) -> "Fields | None":
        self._note(key, Takes("form", of=f"{self.form}.{key}"), needed)
        return super().inner(key, what, needed)

    def each(self, key: str, what: str, needed: bool = False) -> list[Fields]:
        self._note(key, listed(Takes("form", of=f"{self.form}.{key}")), needed)
        return super().each(key, what, needed)

    def things(self, key: str, kind: str, read: Callable[[Fields, str], T], needed: bool = False) -> tuple[T, ...]:
        self._note(key, Takes("things", of=kind), needed)
        return super().things(key, kind, read, needed)
