"""Reads a role file: the public part, the confidential part, the score sheet and the words for the hall."""

import difflib
import re
from collections.abc import Mapping
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.fields import Fields, as_text, as_whole, check_id, pairs, whole
from exercise.authoring.nodes import Items, Node, Table, Text
from exercise.authoring.proof import Proof
from exercise.model.role import Answer, Card, Delegate, Question, RedLine, Role, SheetLine, Task

Options = Mapping[str, tuple[str, ...]]
"""The options of each issue, in order."""

OCCASIONS: Final[Mapping[str, frozenset[str]]] = {
    "propose": frozenset({"option", "issue"}),
    **{word: frozenset({"option"}) for word in ("support", "oppose")},
    "concede": frozenset({"option", "seat"}),
    **{word: frozenset({"issue"}) for word in ("object", "refuse_text", "vote_no")},
    **{word: frozenset({"seat"}) for word in ("offer_deal", "accept_deal", "decline_deal")},
    **{
        word: frozenset()
        for word in ("accept_text", "walk_out", "return", "vote_yes", "late", "news", "exit_card", "role_card")
    },
}
"""What may be filled into a party's lines on each occasion; other seats have occasions of their own."""

_FILLED: Final = frozenset({"option", "issue", "seat"})
_BLANK: Final = re.compile(r"\$(\w*)")
_NOTES: Final = ("community", "seats", "armed", "tools", "dilemmas", "can_offer", "can_spoil")


def read_role(proof: Proof, tree: Table, options: Options, opened: type[Fields] = Fields) -> Role:
    """The role in a file. `opened` reads its fields; the reference of scenarios has one that notes what is asked."""
    fields = opened(proof, tree, "role", "role")
    name = fields.text("id")
    fields.what = f"role {name}"
    for key, entry in fields.entries.items():
        proof.remember("role", name, key, entry.at)
    proof.remember("role", name, "", fields.place)
    public = fields.inner("public", f"`public` of {fields.what}", needed=True)
    private = fields.inner("confidential", f"`confidential` of {fields.what}")
    role = Role(
        id=name,
        name=fields.text("name"),
        short=fields.text("short"),
        summary=public.text("summary") if public else "",
        positions=public.texts("positions") if public else (),
        delegates=tuple(_delegate(item) for item in fields.each("delegates", "a delegate")),
        brief=private.text("brief", "") if private else "",
        no_deal=private.text("no_deal", "") if private else "",
        margin_why=private.text("margin", "") if private else "",
        batna=fields.whole("batna", 0, 0, 100),
        margin=fields.whole("margin", 0, -100, 100),
        interests=_interests(fields),
        red_lines=tuple(_red_line(item) for item in fields.each("red_lines", "a red line")),
        weights=_weights(fields),
        weights_why=fields.text("weights_why", ""),
        sheet=_sheet(fields, options),
        split=fields.text("split", ""),
        walks_out_if=fields.texts("walks_out_if"),
        opening=fields.text("opening", ""),
        stances=_by_issue(fields, "stances"),
        questions=tuple(_question(item) for item in fields.each("questions", "a question")),
        answers=tuple(_answer(item) for item in fields.each("answers", "an answer")),
        cards=_cards(fields, name),
        lines=_lines(fields),
        influence=_influence(fields),
        wants=fields.refs("wants", "option"),
        mandate=tuple(_task(item) for item in fields.each("mandate", "a task")),
        notes=_notes(fields),
    )
    fields.close_needed()
    for part in (public, private):
        if part:
            part.close()
    return role


def _delegate(fields: Fields) -> Delegate:
    delegate = Delegate(title=fields.text("title"), stance=fields.text("stance"))
    fields.close()
    return delegate


def _red_line(fields: Fields) -> RedLine:
    line = RedLine(option=fields.ref("option", "option", None), why=fields.text("why"))
    fields.close()
    return line


def _question(fields: Fields) -> Question:
    question = Question(fields.ref("issue", "issue", None), fields.ref("to", "seat", None), fields.text("text"))
    fields.close()
    return question


def _answer(fields: Fields) -> Answer:
    answer = Answer(fields.ref("issue", "issue", None), fields.ref("from", "seat", None), fields.text("text"))
    fields.close()
    return answer


def _by_issue(fields: Fields, key: str) -> dict[str, str]:
    return {issue.value: as_text(fields.proof, node, issue.value) for issue, node in fields.pairs(key, "issue")}


def _interests(fields: Fields) -> dict[str, str]:
    """Interests by issue; outside actors may list theirs, which then go with the notes."""
    return {} if isinstance(fields.node("interests"), Items) else _by_issue(fields, "interests")


def _weights(fields: Fields) -> dict[str, dict[str, int]]:
    """Percent per issue, by profile."""
    profiles = {}
    for profile, node in fields.pairs("weights"):
        what = f"weights {profile.value} of {fields.what}"
        profiles[profile.value] = {
            issue.value: as_whole(fields.proof, value, f"the weight of {issue.value}", 0, 100)
            for issue, value in pairs(fields.proof, node, what, "issue")
        }
        fields.proof.remember("weights", f"{fields.what} {profile.value}", "", node.place)
    return profiles


def _sheet(fields: Fields, options: Options) -> dict[str, SheetLine]:
    sheet = {}
    for issue, node in fields.pairs("sheet", "issue"):
        line = fields.within(node, f"the sheet of {fields.what} on {issue.value}", "sheet")
        values = _values(line, options.get(issue.value))
        sheet[issue.value] = SheetLine(values=values, why=line.text("why", ""))
        line.close()
    return sheet


def _values(line: Fields, options: tuple[str, ...] | None) -> dict[str, int]:
    """Values in the order of the issue's options, or by option."""
    node = line.node("values", needed=True)
    if isinstance(node, Table):
        found = line.pairs("values", "option")
        for key, _ in found:
            if options and key.value not in options:
                message = f"{line.what} names {key.value}, which is another issue's"
                line.proof.error(key.place, Code.WRONG_ISSUE, message)
        return {key.value: _value(line, value) for key, value in found}
    listed = line.scalars("values") if node is not None else ()
    if options is not None and node is not None and len(listed) != len(options):
        message = f"{line.what} has {len(listed)} values for {len(options)} options"
        line.proof.error(node.place, Code.LENGTH, message, f"one for each of {', '.join(options)}")
    return {option: _value(line, value) for option, value in zip(options or (), listed, strict=False)}


def _value(line: Fields, node: Node) -> int:
    if not isinstance(node, Text):
        return as_whole(line.proof, node, "value")
    found = whole(line.proof, node, "value", None, None)
    if not 0 <= found <= 100:
        line.proof.error(node.place, Code.VALUE, f"{line.what} has the value {found}", "values go from 0 to 100")
    return found


def _cards(fields: Fields, role: str) -> tuple[Card, ...]:
    seen: dict[str, int] = {}
    cards = []
    for item in fields.each("cards", "a card"):
        name = item.text("id")
        item.what = f"card {name}"
        if name:
            check_id(fields.proof, Text(name, item.at("id")))
        if name in seen:
            message, hint = f"there are two cards `{name}`", f"the first is in line {seen[name]}"
            fields.proof.error(item.at("id"), Code.TWICE, message, hint)
        seen.setdefault(name, item.at("id").line)
        cards.append(_card(item, name, role))
    return tuple(cards)


def _card(fields: Fields, name: str, role: str) -> Card:
    sides = [side for side in ("for", "against") if fields.has(side)]
    option = [fields.ref(side, "option", None) for side in ("for", "against") if fields.has(side)]
    if len(sides) != 1 and not fields.wrong:
        message = f"{fields.what} argues for one option or against one"
        fields.proof.error(fields.place, Code.SIDE, message, "write `for: OPTION` or `against: OPTION`")
    card = Card(
        id=name,
        side=sides[0] if sides else "for",
        option=option[0] if option else "",
        text=fields.text("text"),
        reply=fields.text("reply", ""),
        answer=fields.text("answer", ""),
        theme=fields.ref("theme", "theme"),
        cites=fields.refs("cites", "claim"),
    )
    fields.node("for")
    fields.node("against")
    fields.proof.remember("card", f"{role} {name}", "", fields.at(card.side))
    fields.close()
    return card


def _lines(fields: Fields) -> dict[str, tuple[str, ...]]:
    lines = {}
    for occasion, node in fields.pairs("lines"):
        if occasion.value not in OCCASIONS and (meant := fields.proof.similar(occasion.value, OCCASIONS, 0.85)):
            hint = f"did you mean `{meant}`?"
            fields.proof.error(occasion.place, Code.UNKNOWN_KEY, f"there is no occasion `{occasion.value}`", hint)
        spoken = []
        for item in node.items if isinstance(node, Items) else (node,):
            spoken.append(as_text(fields.proof, item, f"a line for {occasion.value}"))
            if isinstance(item, Text):
                _check_blanks(fields.proof, item, occasion.value)
        lines[occasion.value] = tuple(spoken)
    return lines


def _check_blanks(proof: Proof, text: Text, occasion: str) -> None:
    allowed = OCCASIONS.get(occasion, _FILLED)
    for found in _BLANK.finditer(text.value):
        if found[1] not in allowed:
            names = ", ".join(f"${name}" for name in sorted(allowed)) or "nothing"
            message = f"`${found[1]}` is not filled in when it comes to {occasion}"
            proof.error(text.place, Code.PLACEHOLDER, message, f"filled in there: {names}")


def _influence(fields: Fields) -> dict[str, int]:
    found = fields.pairs("influence", "seat")
    return {seat.value: as_whole(fields.proof, node, f"the influence on {seat.value}", 0, 3) for seat, node in found}


def _task(fields: Fields) -> Task:
    return Task(text=fields.text("text"), when=fields.test("when", None), points=fields.whole("points", 0, 0, 100))


def _notes(fields: Fields) -> dict[str, tuple[str, ...]]:
    """What else a role file holds. A key that looks like a misspelt field is an error and no note."""
    notes: dict[str, tuple[str, ...]] = {}
    if isinstance(listed := fields.node("interests"), Items):
        notes["interests"] = fields.texts("interests") if listed.items else ()
    extra = list(fields.unknown())
    for key, node in extra:
        guess = fields.guess(key) if key not in _NOTES else ""
        if guess.startswith("did") and difflib.SequenceMatcher(None, key, guess.split("`")[1]).ratio() >= 0.8:
            message = f"{fields.what} has no field `{key}`"
            fields.proof.error(fields.entries[key].place, Code.UNKNOWN_KEY, message, guess)
        else:
            notes[key] = tuple(_note(node))
    return notes


def _note(node: Node) -> list[str]:
    if isinstance(node, Text):
        return [node.value.strip()]
    if isinstance(node, Items):
        return [" ".join(_note(item)) for item in node.items]
    words = [f"{' '.join(_note(e.node))} {key}" for key, e in node.entries.items() if key != "text"]
    text = node.get("text")
    if isinstance(text, Text):
        return [f"{text.value.strip()} ({', '.join(words)})" if words else text.value.strip()]
    return [f"{key}: {' '.join(_note(entry.node))}" for key, entry in node.entries.items()]
