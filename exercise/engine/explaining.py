"""What a compiler says about an expression, in plain English with a hint."""

import re
from collections.abc import Iterator
from typing import Final

from exercise.engine.scanning import MACROS, Problem, unknown_name
from exercise.engine.vocabulary import FUNCTION

_ERROR: Final = re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): (.*?)(?=\n \||\nERROR:|\s*\[[A-Z_]+\]\s*$|$)", re.DOTALL)
_PLAIN_TYPES: Final = {
    "int": "a whole number",
    "double": "a number with a dot",
    "string": "text",
    "bool": "true or false",
    "null": "nothing",
}


def plain(type: str) -> str:
    if type.startswith("list"):
        return "a list"
    return "an entry of the log" if type.startswith("map") else _PLAIN_TYPES.get(type, type)


def wanted_hint(type: str) -> str:
    return "compare it with something, such as > 3" if type in ("int", "double") else ""


def explain(source: str, error: str) -> Iterator[Problem]:
    found = [(int(line), int(column), " ".join(words.split())) for line, column, words in _ERROR.findall(error)]
    bound = {word for line, column, words in found for word in re.findall(r"reference to '(\w+)'", words)}
    macro_misspelt = any(re.search(rf"\.{word}\s*\(", source) for word in bound)
    syntax = [place for place in found if place[2].startswith("Syntax error")]
    for line, column, words in syntax[:1] or found:
        name = re.search(r"reference to '([\w.]+)'", words)
        if name and macro_misspelt and not re.search(rf"\.{name[1]}\s*\(", source):
            continue
        yield _explain_one(source, max(line, 1), max(column, 1), words)
    if not found:
        deep = "recursion" in error
        yield Problem(1, "the expression is nested too deeply" if deep else "the expression cannot be read", "split it")


def _explain_one(source: str, line: int, column: int, words: str) -> Problem:
    text = source.split("\n")[min(line, source.count("\n") + 1) - 1]
    if name := re.search(r"reference to '([\w.]+)'", words):
        word = name[1].split(".")[0]
        if word in FUNCTION:
            start = text.rfind(word, 0, column) + 1
            return Problem(
                start or column,
                f"{FUNCTION[word].signature} takes other arguments",
                f"for example {FUNCTION[word].example}",
                line,
            )
        if word in MACROS:
            return Problem(
                column,
                f"{word} takes a name and what to look for",
                "write for instance list.exists(x, x == 'KA')",
                line,
            )
        starts = [match.start() + 1 for match in re.finditer(rf"\b{re.escape(word)}\b", text) if match.start() < column]
        return Problem(starts[-1] if starts else column, f"unknown name {word}", unknown_name(word), line)
    if call := re.search(r"overload for '([^']+)' applied to '\((.*)\)'", words):
        return _explain_call(text, line, column, call[1], call[2])
    if "recursion" in words:
        return Problem(column, "the expression is nested too deeply", "split it", line)
    if "variable name must be" in words or "argument must be" in words:
        return Problem(
            column,
            words.replace("()", ""),
            f"write for instance list.exists(x, x == 'KA'); lists have {', '.join(sorted(MACROS))}",
            line,
        )
    return Problem(column, f"cannot read this at {_near(text, column)}", _syntax_hint(text, column, words), line)


def _explain_call(text: str, line: int, column: int, name: str, types: str) -> Problem:
    given = [plain(part.strip()) for part in re.split(r",\s*(?![^(]*\))", types)]
    if name in FUNCTION:
        start = text.rfind(name, 0, column) + 1
        return Problem(
            start or column,
            f"{FUNCTION[name].signature} cannot take {' and '.join(given)}",
            f"for example {FUNCTION[name].example}",
            line,
        )
    sign = {"_?_:_": "? :", "!_": "!", "-_": "-", "@in": "in"}.get(name, name.strip("_"))
    hint = ""
    if sorted(part.strip() for part in types.split(",")) == ["double", "int"]:
        hint = (
            "write both numbers with a dot (60.0) or both without; double(n) turns a whole number into one with a dot"
        )
    elif sign in ("&&", "||", "!"):
        hint = "both sides must be true or false"
    return Problem(
        column,
        f"{sign} does not go between {' and '.join(given)}"
        if len(given) > 1
        else f"{sign} does not go with {given[0]}",
        hint,
        line,
    )


def _near(text: str, column: int) -> str:
    rest = "".join(c if c.isprintable() else "?" for c in text[column - 1 :].strip()[:12])
    return f"“{rest}”" if rest else "the end"


def _syntax_hint(text: str, column: int, words: str) -> str:
    rest = text[column - 1 :].lstrip()
    if re.match(r"=(?!=)", rest):
        return "write == to compare"
    for wrong, right in (("and", "&&"), ("or", "||"), ("not", "!")):
        if re.match(rf"{wrong}\b", rest) or re.search(rf"\b{wrong}\s*$", text[: column - 1]):
            return f"write {right} for {wrong}"
    if re.match(r"[‘’“”]", rest):
        return "use straight quotes"
    if "token recognition" in words and rest[:1] in "'\"":
        return "the quote is not closed"
    return "something is missing" if "<EOF>' expecting" in words else ""
