"""Conditions and tests in CEL: checked with the scenario, compiled once per process, evaluated in microseconds.

A compiled expression holds nothing of an exercise. The facts that it asks are bound for the length of one evaluation,
in the context that evaluates, so that exercises side by side never see each other.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any, Final, Protocol

from attrs import evolve, frozen

from exercise.engine.comparing import comparison_problems
from exercise.engine.explaining import explain, plain, wanted_hint
from exercise.engine.scanning import (
    Problem,
    field_problems,
    hoisted,
    literal_problems,
    names,
    nearest,
    nesting_problems,
)
from exercise.engine.vocabulary import FUNCTIONS, INTEGERS, VARIABLES
from exercise.model.events import EVENTS

LIMIT: Final = 2_000
"""Characters in one expression."""


PIECE: Final = 40
"""Entries of the log that are searched for evidence at once."""


class Numbered(Protocol):
    @property
    def n(self) -> int:
        """The number of an event."""


class Answers(Protocol):
    """Whoever answers the names of the vocabulary. `bound` is the evaluator's own room for converted values."""

    bound: dict[Any, Any]

    def value(self, name: str) -> object:
        """The value of a variable."""

    def call(self, name: str, *arguments: Any) -> object:
        """The result of a function. May raise LookupError for what the exercise does not have."""

    def log(self, kind: str) -> Sequence[Numbered]:
        """The events of a kind, oldest first."""

    def entries(self, kind: str) -> Sequence[Any]:
        """The same as maps."""


_Piece = tuple[str, int, int]
"""A kind of event and a stretch of its log."""
_asked: ContextVar[Answers] = ContextVar("asked")


class CompileError(Exception):
    """An expression that the compiler refuses; the text is the compiler's own."""


@frozen(eq=False)
class _Compiled:
    """`asks` are the variables that it asks for."""

    program: Any
    asks: frozenset[str]


@frozen(eq=False)
class _Bound:
    """The variables of one set of facts, converted for the evaluator."""

    asks: frozenset[str]
    activation: Any


class Expressions:
    """Checks and evaluates expressions."""

    def check(
        self, source: str, known: Mapping[str, Collection[str]] | None = None, wanted: str = "bool"
    ) -> list[Problem]:
        """Everything that is wrong with an expression, in order; with `known` also names the scenario lacks.

        `known` maps a kind of name (dial, issue, seat ...) to the ids of a scenario: see `vocabulary.known`.
        """
        if len(source) > LIMIT:
            return [Problem(1, f"an expression has at most {LIMIT:,} characters; this one has {len(source):,}")]
        if not source.strip():
            return [Problem(1, "the expression is empty")]
        problems = list(nesting_problems(source))
        try:
            type = _type(source)
        except CompileError as error:
            problems += explain(source, str(error))
        else:
            if type not in (wanted, "dyn"):
                message = f"this is {plain(type)}, but {plain(wanted)} is wanted"
                problems.append(Problem(1, message, wanted_hint(type)))
            problems += field_problems(source)
        problems += literal_problems(source, known or {})
        problems += comparison_problems(source, known or {})
        return sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))

    def holds(self, source: str, facts: Answers) -> bool:
        """Whether a condition is true. What cannot be answered does not hold; an empty condition always holds."""
        return self.ask(source, facts) is True

    def ask(self, source: str, facts: Answers) -> bool | None:
        """True, false, or None where the facts have no answer."""
        if not source.strip():
            return True
        value, _ = self._evaluate(source, facts)
        return value if isinstance(value, bool) else None

    def check_evidence(self, entry: str, known: Mapping[str, Collection[str]] | None = None) -> list[Problem]:
        """What is wrong with an entry of evidence: a kind of event, or `kind: condition on e`."""
        kind, condition = split_evidence(entry)
        if kind not in EVENTS:
            return [Problem(1, f"there is no kind of event {kind}", nearest(kind, EVENTS))]
        if ":" not in entry:
            return []
        if not condition:
            return [
                Problem(
                    len(entry) + 1, "after the colon a condition on e is wanted", "for example agreed: e.issue == 'FED'"
                )
            ]
        before = entry.index(condition, entry.index(":"))
        source = _filtered(kind, condition)
        shift = before - source.index(condition)
        problems = self.check(source, known, "list<dyn>")
        return [evolve(p, column=max(1, p.column + shift)) if p.line == 1 else p for p in problems]

    def evidence(self, entry: str, facts: Answers, most: int) -> tuple[int, ...]:
        """The numbers of the events that an entry of evidence names, oldest first: the newest `most` of them.

        The log is searched from its end in pieces, because the evaluator takes square time to build a list.
        """
        kind, source = self.evidence_source(entry)
        events = facts.log(kind)
        if not source or not events:
            return tuple(event.n for event in events[-most:])
        if len(events) <= PIECE:
            value, _ = self._evaluate(source, facts)
            return tuple(value[-most:]) if isinstance(value, list) else ()
        found: list[int] = []
        for end in range(len(events), 0, -PIECE):
            value, _ = self._evaluate(source, facts, (kind, max(0, end - PIECE), end))
            found[:0] = value if isinstance(value, list) else []
            if len(found) >= most:
                break
        return tuple(found[-most:])

    @staticmethod
    @lru_cache(maxsize=4096)
    def evidence_source(entry: str) -> tuple[str, str]:
        """The kind of an entry of evidence and the expression behind it, empty for a bare kind."""
        kind, condition = split_evidence(entry)
        return kind, _filtered(kind, condition) if condition else ""

    def text(self, source: str, facts: Answers) -> str:
        """The value of an expression of any type in words, or a sentence that says why there is none."""
        value, fault = self._evaluate(source, facts)
        return f"no answer: {fault}" if fault else _worded(value)

    def prepare(self, sources: tuple[str, ...], facts: Answers) -> None:
        """Convert at once what many expressions are going to ask of the same facts."""
        _bind(facts, _union(sources), None)

    def _evaluate(self, source: str, facts: Answers, piece: _Piece | None = None) -> tuple[Any, str]:
        """The value, or None and the reason why there is none."""
        try:
            compiled = _compile(source)
        except CompileError as error:
            return None, next(explain(source, str(error))).message
        token = _asked.set(facts)
        try:
            result = compiled.program.eval(_bind(facts, compiled.asks, piece))
            value = result.plain_value()
        except RuntimeError as error:
            return None, str(error)
        finally:
            _asked.reset(token)
        if isinstance(value, str) and result.type().name() == "ERROR":
            return None, value
        return value, ""


def split_evidence(entry: str) -> tuple[str, str]:
    """The kind of event and the condition on `e`, which may be empty."""
    kind, _, condition = entry.partition(":")
    return kind.strip(), condition.strip()


def _filtered(kind: str, condition: str) -> str:
    return f"entries('{kind}').map(e, {condition}, e.n)"


@cache
def _env(running: bool) -> Any:
    """The language as authors write it, or as it runs: with a list for each kind of event instead of a call."""
    from cel_expr_python import cel  # costs 20 ms, which `--help` must not pay

    variables = {variable.name: cel.Type(variable.type) for variable in VARIABLES}
    if running:
        variables |= {f"entries_{kind}": cel.Type("list<map<string, dyn>>") for kind in EVENTS}
    functions = []
    for function in FUNCTIONS:
        parameters = [cel.Type(_parameter_type(kind)) for kind in function.parameters]
        overload = cel.Overload(function.name, cel.Type(function.type), parameters, False, _asker(function.name))
        functions.append(cel.FunctionDecl(function.name, [overload]))
    return cel.NewEnv(variables=variables, functions=functions)


def _parameter_type(kind: str) -> str:
    return "int" if kind in INTEGERS else "list<string>" if kind == "claims" else "string"


def _asker(name: str) -> Any:
    def ask(*arguments: Any) -> object:
        return _asked.get().call(name, *arguments)

    return ask


@lru_cache(maxsize=4096)
def _compile(source: str) -> _Compiled:
    """The expression as it runs. Raises CompileError, which is not cached."""
    hoist, kinds = hoisted(source)
    program = _compiled(True, hoist)
    return _Compiled(program, names(source) | {f"entries_{kind}" for kind in kinds})


def _type(source: str) -> str:
    """The type of an expression as it is written. Raises CompileError."""
    return str(_compiled(False, source).return_type().name()).lower()


def _compiled(running: bool, source: str) -> Any:
    try:
        return _env(running).compile(source)
    except RuntimeError as error:
        raise CompileError(str(error)) from None
    except TypeError:
        raise CompileError("ERROR: <input>:1:1: Syntax error: a character that cannot be read") from None


@lru_cache(maxsize=64)
def _union(sources: tuple[str, ...]) -> frozenset[str]:
    """What these expressions ask for together; one that does not compile asks for nothing."""
    wanted: frozenset[str] = frozenset()
    for source in sources:
        with suppress(CompileError):
            wanted |= _compile(source).asks
    return wanted


def _bind(facts: Answers, wanted: frozenset[str], piece: _Piece | None) -> Any:
    """The variables that are wanted, converted once for each set of facts; of a piece of the log, only that piece."""
    bound = facts.bound.get(piece)
    if bound is None or not wanted <= bound.asks:
        every = wanted | bound.asks if bound else wanted
        values = {name: facts.value(name) for name in every}
        if piece:
            kind, start, end = piece
            values[f"entries_{kind}"] = facts.entries(kind)[start:end]
        bound = facts.bound[piece] = _Bound(every, _env(True).Activation(values))
    return bound.activation


def _worded(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_worded(item) for item in value) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)
