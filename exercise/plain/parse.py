"""From a line of text to a move or a question, and back."""

import re
from difflib import get_close_matches
from itertools import zip_longest
from typing import Final

from attrs import evolve, frozen

from exercise.model import moves as m
from exercise.plain.language import (
    ALIASES,
    MOVES,
    QUERIES,
    QUOTES,
    Line,
    Problem,
    Query,
    Word,
    WrongWordError,
)

COMMENT: Final = "#"


_TAIL: Final = re.compile(r"\s(?P<key>cite|because)\s+(?P<ids>[A-Z][\w.-]*(?:[,\s]+[A-Z][\w.-]*)*)$")
"""What ends a text without quotes and is no part of it: `... because OIL2`."""
_MORE_NAMES: Final = re.compile(
    r"(?:(?:and|or|&)\s+)?[A-Za-z]+\d+(?:(?:[\s,&]+(?:and\s+|or\s+)?)[A-Za-z]+\d+)*\.?", re.I
)
"""What looks like further names where a text may stand: `support FED3 and OIL3` must not go on record for FED3 alone."""
_VOTES: Final = ("yes", "no", "abstain")
"""Answers to a ballot that need no command before them."""


@frozen
class Token:
    text: str
    column: int
    quoted: bool = False


def parse(source: str) -> m.Move | Query | Problem | None:
    """A move, a question, what is wrong with the line, or None for an empty line or a comment.

    Ids stand in the result as they were typed; `ids.as_named` writes them as the scenario does.
    """
    tokens = tokenise(source)
    if isinstance(tokens, Problem):
        return tokens
    tokens = [token for token, after in zip_longest(tokens, tokens[1:]) if not _only_leads_in(token, after)]
    if not tokens or tokens[0].text.startswith(COMMENT):
        return None
    if tokens[0].text.lower() in _VOTES:
        tokens.insert(0, Token("vote", tokens[0].column))
    verb = ALIASES.get(tokens[0].text.lower(), tokens[0].text.lower())
    if [token.text.lower() for token in tokens[:2]] == ["walk", "out"]:
        del tokens[1]
    if verb in QUERIES:
        return Query(verb, tuple(token.text for token in tokens[1:]))
    word = MOVES.get(verb)
    if word is None:
        near = get_close_matches(verb, [*MOVES, *QUERIES, *ALIASES], n=1, cutoff=0.6)
        hint = f"did you mean {near[0]}?" if near else "help lists the commands"
        return Problem(f"there is no command {tokens[0].text}", tokens[0].column, hint)
    line = _line(word, verb, tokens[1:], source)
    return line if isinstance(line, Problem) else _build(word, line, tokens, source)


def tokenise(source: str) -> list[Token] | Problem:
    """Words and quoted texts with their columns; a quote that is never closed is a problem."""
    tokens: list[Token] = []
    at = 0
    while at < len(source):
        char = source[at]
        if char.isspace():
            at += 1
        elif char in QUOTES:
            close = _closing(source, at)
            if close < 0:
                return Problem("a quote is opened here and never closed", at + 1, f"close it with {QUOTES[char]}")
            tokens.append(Token(re.sub(r'\\(["\\])', r"\1", source[at + 1 : close]), at + 1, quoted=True))
            at = close + 1
        else:
            end = at
            while end < len(source) and not source[end].isspace() and source[end] not in QUOTES:
                end += 1
            tokens.append(Token(source[at:end], at + 1))
            at = end
    return tokens


def _closing(source: str, opened: int) -> int:
    close, at = QUOTES[source[opened]], opened + 1
    while at < len(source):
        if source[at] == "\\":
            at += 2
            continue
        if source[at] == close:
            return at
        at += 1
    return -1


def _only_leads_in(token: Token, after: Token | None) -> bool:
    """Whether a word only says that a text follows: `support P3 because "..."`."""
    return token.text.lower() == "because" and after is not None and after.quoted


def _line(word: Word, verb: str, tokens: list[Token], source: str) -> Line | Problem:
    """Sort tokens into words, keyword parts and text. Unquoted text begins after the last word and runs to the end."""
    quotes = any(token.quoted for token in tokens)
    words: list[str] = []
    texts: list[str] = []
    keys: dict[str, tuple[str, ...]] = {}
    key = ""
    for token in tokens:
        if token.quoted:
            if not word.takes_text:
                return Problem("no text is expected here", token.column, f"write: {word.usage}")
            key = ""
            texts.append(token.text)
        elif token.text.lower() in word.keys and (words or quotes):
            key = token.text.lower()
            keys[key] = ()
        elif key:
            keys[key] = (*keys[key], token.text)
        elif not texts and _text_begins(word, words, quotes):
            rest = source[token.column - 1 :].strip()
            if words and not word.needs_text and _MORE_NAMES.fullmatch(rest):
                return Problem(_only(verb, word), token.column, f"write: {word.usage}")
            return _unquoted(word, Line(verb, tuple(words), rest, keys))
        elif word.takes_text and not texts and words and len(words) >= word.most:
            return Problem(_only(verb, word), token.column, f"write: {word.usage}")
        elif texts or len(words) >= word.most:
            return Problem("nothing more is expected here", token.column, f"write: {word.usage}")
        else:
            words.append(token.text)
    return Line(verb, tuple(words), " ".join(texts), keys)


def _only(verb: str, word: Word) -> str:
    return f"{verb} takes {'one name' if word.most == 1 else f'{word.most} names'} at a time, and words of your own in quotes"


def _text_begins(word: Word, words: list[str], quotes: bool) -> bool:
    """Whether a plain word here is the first of a text. Where names may go on, only quotes tell."""
    if not word.takes_text or len(words) < word.least or (words and words[-1].endswith(",")):
        return False
    return word.most == word.least or (word.needs_text and not quotes)


def _unquoted(word: Word, line: Line) -> Line:
    tail = _TAIL.search(line.text)
    if tail is None or tail["key"] not in word.keys:
        return line
    return evolve(
        line, text=line.text[: tail.start()].strip(), keys={**line.keys, tail["key"]: tuple(tail["ids"].split())}
    )


def _build(word: Word, line: Line, tokens: list[Token], source: str) -> m.Move | Problem:
    usage = f"write: {word.usage}"
    if word.short and len(line.words) == 1:
        return word.short(line)
    if len(line.words) < word.least or (word.needs_text and not line.text.strip()):
        return Problem("something is missing", len(source.rstrip()) + 1, usage)
    try:
        return word.build(line)
    except WrongWordError as error:
        at = next((token.column for token in tokens[1:] if token.text == error.word), 1)
        return Problem(f"expected {error}, not {error.word}", at, usage)


# Back to text


def quote(text: str) -> str:
    """A text as one quoted token on one line."""
    flat = re.sub(r"\s+", " ", text).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f' "{flat}"' if flat else ""


def write(move: m.Move) -> str:
    """The command line that parses to this move; newlines in texts become spaces."""
    text = quote(getattr(move, "text", ""))
    match move:
        case m.Speak(issue=issue):
            return f"speak{text}" + (f" on {issue}" if issue else "")
        case m.Argue():
            cites = f" cite {', '.join(move.cites)}" if move.cites else ""
            return f"argue {move.target} {move.side}{text}{cites}"
        case m.Ask(to=to, issue=issue):
            return f"ask {to}{text}" + (f" on {issue}" if issue else "")
        case m.Oppose():
            return f"oppose {move.target}{text}" + (f" because {move.option}" if move.option else "")
        case m.OfferDeal():
            return f"deal {move.to} give {' '.join(move.give)} get {' '.join(move.get)}{text}"
        case m.Tell(to=seats):
            return f"tell {','.join(seats)}{text}"
        case m.MoveMotion():
            return " ".join(["motion", move.motion, *move.subject]) + text
        case m.RecogniseState():
            return f"acknowledge {move.declaration} {'yes' if move.accept else 'no'}{text}"
        case m.RuleOnPoint():
            return f"rule {'yes' if move.upheld else 'no'}{text}"
        case m.RateExpected():
            return f"expected {move.inject} {'met' if move.met else 'missed'}"
        case m.PostponeInject():
            return f"postpone {move.inject} by {move.days}" + (" spacing" if move.spacing else "")
        case m.Rewind():
            return f"rewind {move.day}.{move.session}"
        case m.SetDial():
            short = f"{move.value:g}"
            return f"dial {move.dial} {short if float(short) == move.value else repr(move.value)}{text}"
        case m.Advance():
            return f"advance {move.stage}".strip()
        case _:
            return _plain(move) + text


_VERBS: Final = {
    "point_of_order": "order", "walk_out": "walkout", "set_agenda": "take", "table_text": "draft", "revise_text": "revise",
    "call_vote": "call", "declare_deadlock": "deadlock", "withdraw_pledge": "unpledge", "accept_deal": "accept",
    "decline_deal": "decline", "hold_inject": "hold", "skip_inject": "skip", "postpone_inject": "postpone", "offer_deal": "deal",
    "recognise_state": "acknowledge", "set_dial": "dial",
}  # fmt: skip


def _plain(move: m.Move) -> str:
    """Verb and names, for the moves whose fields stand in the order of the command."""
    parts = [_VERBS.get(move.kind, move.kind)]
    for name in getattr(type(move), "__slots__", ()):
        value = getattr(move, name, "")
        if name in ("text", "__weakref__"):
            continue
        parts += value if isinstance(value, tuple) else [str(value)]
    return " ".join(part for part in parts if part)


def verb_of(kind: str) -> str:
    """The command word of a kind of move."""
    return _VERBS.get(kind, kind)
