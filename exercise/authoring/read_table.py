"""Reads what is on the table and who sits at it: seats, issues with their options, and what goes with what."""

from exercise.authoring.codes import Code
from exercise.authoring.fields import Fields, as_text
from exercise.authoring.nodes import Items, Node, Text
from exercise.authoring.proof import EVIDENCE, EXPRESSION, Proof
from exercise.model.scenario import (
    Claim,
    Coherence,
    Community,
    Dial,
    FailureMode,
    Issue,
    Option,
    OutcomeName,
    ReferencePackage,
    ScoreboardRow,
    Seat,
    SeatKind,
    Source,
)


def read_seat(fields: Fields, name: str) -> Seat:
    return Seat(
        id=name,
        name=fields.text("name"),
        kind=fields.enum("kind", SeatKind, SeatKind.PARTY),
        community=fields.ref("community", "community"),
        weight=fields.whole("weight", 1, 0, 100_000),
        present=fields.flag("present", True),
        rivals=fields.refs("rivals", "seat"),
        role=fields.text("role", ""),
    )


def read_community(fields: Fields, name: str) -> Community:
    return Community(id=name, name=fields.text("name"))


def read_issue(fields: Fields, name: str) -> Issue:
    """An issue is on the agenda from the start if it is a core issue, unless `opened` says otherwise."""
    core = fields.flag("core", True)
    return Issue(
        id=name,
        title=fields.text("title"),
        options=fields.things("options", "option", read_option, needed=True),
        short=fields.text("short", ""),
        dimension=fields.text("dimension", ""),
        core=core,
        opened=fields.flag("opened", core),
        note=fields.text("note", ""),
    )


def read_option(fields: Fields, name: str) -> Option:
    return Option(
        id=name,
        title=fields.text("title"),
        text=fields.text("text"),
        slug=fields.text("slug", ""),
        deferral=fields.flag("deferral", False),
        source=fields.text("source", ""),
        needs=fields.test("needs"),
    )


def read_coherence(fields: Fields, number: int) -> Coherence:
    """{if: option, not: [options], only: {ISSUE: [options]}, why}"""
    fields.proof.remember("coherence", str(number), "", fields.at("only"))
    given, why = fields.ref("if", "option", None), fields.text("why")
    excluded = fields.refs("not", "option")
    allowed = {issue.value: _options(fields.proof, node) for issue, node in fields.pairs("only", "issue")}
    if not fields.has("not") and not fields.has("only") and not fields.wrong:
        fields.proof.error(fields.place, Code.MISSING, f"{fields.what} needs `not` or `only`")
    fields.close()
    return Coherence(given=given, why=why, excluded=excluded, allowed=allowed)


def _options(proof: Proof, node: Node) -> tuple[str, ...]:
    found = []
    for item in node.items if isinstance(node, Items) else (node,):
        name = as_text(proof, item, "an option")
        if isinstance(item, Text):
            proof.mention("option", name, item.place)
            found.append(name)
    return tuple(found)


def read_package(fields: Fields, name: str) -> ReferencePackage:
    return ReferencePackage(id=name, name=fields.text("name"), options=fields.refs("options", "option"))


def read_dial(fields: Fields, name: str) -> Dial:
    return Dial(
        id=name,
        name=fields.text("name"),
        start=fields.number("start", None, 0, 100),
        reads=fields.text("reads", ""),
        better=fields.word("better", ("up", "down", "neither"), "up"),
    )


def read_source(fields: Fields, name: str) -> Source:
    return Source(id=name, title=fields.text("title"), text=fields.text("text", ""))


def read_claim(fields: Fields, name: str) -> Claim:
    return Claim(id=name, text=fields.text("text"), source=fields.ref("source", "source", None))


def read_finding(fields: Fields, name: str) -> FailureMode:
    return FailureMode(
        id=name,
        name=fields.text("name"),
        kind=fields.word("kind", ("failure", "success"), "failure"),
        claims=fields.refs("claims", "claim"),
        says=fields.text("says"),
        test=fields.test("test", None),
        severity=fields.whole("severity", 0, 0, 4),
        observable=fields.test("observable"),
        warning=fields.test("warning"),
        evidence=_evidence(fields),
        mitigates=fields.text("mitigates", ""),
        counts=fields.text("counts", ""),
    )


def read_outcome(fields: Fields, name: str) -> OutcomeName:
    return OutcomeName(id=name, name=fields.text("name"), when=fields.test("when"), text=fields.text("text", ""))


def read_row(fields: Fields, name: str) -> ScoreboardRow:
    proof = fields.proof
    says = {key.value: as_text(proof, node, key.value) for key, node in fields.pairs("says", "source", needed=True)}
    borne = {}
    for key, node in fields.pairs("borne_out", "source"):
        borne[key.value] = as_text(proof, node, f"`borne_out` of {key.value}")
        if isinstance(node, Text):
            proof.tests.append((node, EXPRESSION))
    return ScoreboardRow(
        id=name,
        question=fields.text("question"),
        says=says,
        borne_out=borne,
        look_at=fields.text("look_at", ""),
        evidence=_evidence(fields),
    )


def _evidence(fields: Fields) -> tuple[str, ...]:
    """Kinds of events, each with a condition on `e` where wanted."""
    found = fields.scalars("evidence")
    fields.proof.tests += [(text, EVIDENCE) for text in found]
    return tuple(text.value for text in found)
