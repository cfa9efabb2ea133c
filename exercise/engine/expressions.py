"""Conditions and tests in CEL: checked with the scenario, compiled once per process, evaluated in microseconds.

A compiled expression holds nothing of an exercise. The facts that it asks are bound for the length of one evaluation,
in the context that evaluates, so that exercises side by side never see each other.
"""

from collections.abc import Collection, Mapping, Sequence
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any, Final, Protocol

from attrs import evolve, frozen

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


class Numbered(Protocol):
    @property
    def n(self) -> int:
        """The number of an event."""


class Answers(Protocol):
    """Whoever answers the names of the vocabulary. `bound` is room for the evaluator's own converted values."""

    bound: Any

    def value(self, name: str) -> object:
        """The value of a variable."""

    def call(self, name: str, *arguments: Any) -> object:
        """The result of a function. May raise LookupError for what the exercise does not have."""

    def log(self, kind: str) -> Sequence[Numbered]:
        """The events of a kind, oldest first."""


_asked: ContextVar[Answers] = ContextVar("asked")


class CompileError(Exception):
    """An expression that the compiler refuses; the text is the compiler's own."""


@frozen(eq=False)
class _Compiled:
    program: Any
    variables: frozenset[str]
    kinds: frozenset[str]
    type: str


@frozen(eq=False)
class _Bound:
    """The variables of one set of facts, converted for the evaluator."""

    names: frozenset[str]
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
            found = _compile(source)
        except CompileError as error:
            problems += explain(source, str(error))
        else:
            if found.type not in (wanted, "dyn"):
                problems.append(
                    Problem(1, f"this is {plain(found.type)}, but {plain(wanted)} is wanted", wanted_hint(found.type))
                )
            problems += field_problems(source)
        problems += literal_problems(source, known or {})
        return sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))

    def holds(self, source: str, facts: Answers) -> bool:
        """Whether a condition is true. What cannot be answered does not hold; an empty condition always holds."""
        return self.ask(source, facts) is True

    def ask(self, source: str, facts: Answers) -> bool | None:
        """True, false, or None where the facts have no answer."""
        if not source.strip():
            return True
        found, value = self._evaluate(source, facts)
        return value if found and isinstance(value, bool) else None

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

    def evidence(self, entry: str, facts: Answers) -> tuple[int, ...]:
        """The numbers of the events that an entry of evidence names, oldest first; empty where there is no answer."""
        kind, condition = split_evidence(entry)
        if not condition:
            return tuple(event.n for event in facts.log(kind))
        if not facts.log(kind):
            return ()
        found, value = self._evaluate(_filtered(kind, condition), facts)
        return tuple(value) if found and isinstance(value, list) else ()

    def text(self, source: str, facts: Answers) -> str:
        """The value of an expression of any type in words, or a sentence that says why there is none."""
        found, value = self._evaluate(source, facts)
        return _worded(value) if found else f"no answer: {value}"

    def mentions(self, entry: str) -> str:
        """The expression behind an entry of evidence, empty for a bare kind."""
        kind, condition = split_evidence(entry)
        return _filtered(kind, condition) if condition else ""

    def prepare(self, sources: Collection[str], facts: Answers) -> None:
        """Convert at once what many expressions are going to ask of the same facts."""
        wanted: set[str] = set()
        for source in sources:
            try:
                wanted |= _bindings(_compile(source)) if source.strip() else frozenset()
            except CompileError:
                continue
        _bind(facts, frozenset(wanted))

    def _evaluate(self, source: str, facts: Answers) -> tuple[bool, Any]:
        """Whether there is an answer, and the answer or the reason why not."""
        try:
            compiled = _compile(source)
        except CompileError as error:
            return False, next(explain(source, str(error))).message
        token = _asked.set(facts)
        try:
            result = compiled.program.eval(_bind(facts, _bindings(compiled)))
            failed = result.type().name() == "ERROR"
            return not failed, result.plain_value() if not failed else str(result.value())
        except RuntimeError as error:
            return False, str(error)
        finally:
            _asked.reset(token)


def split_evidence(entry: str) -> tuple[str, str]:
    """The kind of event and the condition on `e`, which may be empty."""
    kind, _, condition = entry.partition(":")
    return kind.strip(), condition.strip()


def _filtered(kind: str, condition: str) -> str:
    return f"entries('{kind}').filter(e, {condition}).map(e, e.n)"


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
    """Raises CompileError. What it refuses is not cached, since only a check meets it twice."""
    written, running = _env(False), _env(True)
    try:
        checked = written.compile(source)
        hoist, kinds = hoisted(source)
        program = running.compile(hoist)
    except RuntimeError as error:
        raise CompileError(str(error)) from None
    except TypeError:
        raise CompileError("ERROR: <input>:1:1: Syntax error: a character that cannot be read") from None
    return _Compiled(program, names(source), kinds, checked.return_type().name().lower())


def _bindings(compiled: _Compiled) -> frozenset[str]:
    return compiled.variables | {f"entries_{kind}" for kind in compiled.kinds}


def _bind(facts: Answers, wanted: Collection[str]) -> Any:
    bound = facts.bound
    if bound is None or not bound.names.issuperset(wanted):
        every = frozenset(wanted) | (bound.names if bound else frozenset())
        values = {name: facts.value(name) for name in every}
        bound = facts.bound = _Bound(every, _env(True).Activation(values))
    return bound.activation


def _worded(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_worded(item) for item in value) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)
