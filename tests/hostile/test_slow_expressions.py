"""An expression that would take long gives no answer: the evaluator stops after 10,000 steps, whatever is written."""

import pytest

from exercise.engine.expressions import Expressions

LONG = 900


class Stub:
    """Answers as after a very long exercise."""

    def __init__(self):
        self.bound = {}

    def value(self, name):
        if name.startswith("entries_"):
            return self.entries(name)
        return [f"P{n}" for n in range(LONG)]

    def call(self, name, *arguments):
        raise LookupError(name)

    def log(self, kind):
        return []

    def entries(self, kind):
        return [{"n": n, "day": 1, "seat": "KA"} for n in range(LONG)]


@pytest.mark.parametrize(
    "source",
    [
        "parties.all(a, parties.all(b, a == a && b == b))",
        " && ".join(["entries('spoke').all(a, entries('spoke').all(b, a.n == a.n && b.n == b.n))"] * 20),
        " && ".join(["entries('spoke').all(a, a.n >= 0)"] * 50),
        "parties.map(a, parties.map(b, a + b)).size() > 0",
    ],
)
def test_a_search_over_a_long_log_ends_without_an_answer(source):
    language = Expressions()
    assert language.check(source) == []
    assert language.ask(source, Stub()) is None
    assert "budget" in language.text(source, Stub())


def test_a_search_of_usual_length_has_an_answer():
    assert Expressions().ask("entries('spoke').exists(a, entries('spoke').exists(b, b.n == a.n))", Stub()) is True
