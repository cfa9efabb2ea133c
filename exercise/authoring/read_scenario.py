"""Reads a whole scenario from its tree; roles come from their own files."""

from collections.abc import Mapping

from exercise.authoring.codes import UNREAD, Code
from exercise.authoring.fields import Fields, as_number, as_whole, check_id, pairs, shape
from exercise.authoring.nodes import Items, Node, Table, Text
from exercise.authoring.proof import Proof
from exercise.authoring.read_cards import read_deck, read_inject, read_reactions
from exercise.authoring.read_table import (
    read_claim,
    read_coherence,
    read_community,
    read_dial,
    read_finding,
    read_issue,
    read_outcome,
    read_package,
    read_row,
    read_seat,
    read_source,
)
from exercise.model.events import EVENTS
from exercise.model.moves import MOVES
from exercise.model.scenario import (
    Clock,
    Deferral,
    Difficulty,
    Gate,
    Issue,
    Rule,
    RuleKind,
    Scenario,
    Seat,
    SeatKind,
    Settings,
    Stage,
    StageKind,
)

Words = Mapping[str, tuple[str, ...]]


def read_scenario(proof: Proof, tree: Table, opened: type[Fields] = Fields) -> Scenario:
    """The scenario without its roles. Always gives a value; what is wrong with it is in `proof`.

    `opened` reads the fields; the reference of scenarios has one that notes what is asked.
    """
    fields = opened(proof, tree, "scenario", "scenario")
    proof.remember("scenario", "", "", tree.place)
    for kind in EVENTS:
        proof.define("kind of event", kind, tree.place)
    for kind in MOVES:
        proof.define("kind of move", kind, tree.place)
    for theme in fields.scalars("themes"):
        proof.define("theme", theme.value, theme.place)
    seats = fields.things("seats", "seat", read_seat, needed=True)
    issues = fields.things("issues", "issue", read_issue, needed=True)
    clock = _clock(fields)
    for key, entry in fields.entries.items():
        proof.remember("scenario", "", key, entry.at)
    scenario = Scenario(
        id=_own_id(fields),
        title=fields.text("title"),
        summary=fields.text("summary"),
        clock=clock,
        seats=seats,
        issues=issues,
        stages=_stages(fields, seats, issues),
        rules=fields.things("rules", "rule", _rule),
        roles={},
        communities=fields.things("communities", "community", read_community),
        level=fields.text("level", ""),
        minutes=fields.whole("minutes", 0, 0, 100_000),
        teaches=fields.text("teaches", ""),
        advisory=fields.text("advisory", ""),
        honesty=fields.text("honesty", ""),
        settings=_settings(fields),
        coherence=tuple(
            read_coherence(item, number) for number, item in enumerate(fields.each("coherence", "a rule of coherence"))
        ),
        reference_packages=fields.things("reference_packages", "package", read_package),
        dials=fields.things("dials", "dial", read_dial),
        drift=_drift(fields),
        reactions=read_reactions(fields, EVENTS),
        injects=fields.things("injects", "inject", read_inject),
        decks=fields.things("decks", "deck", read_deck),
        deck=fields.ref("deck", "deck"),
        difficulties=fields.things("difficulties", "difficulty", _difficulty),
        findings=fields.things("findings", "finding", read_finding),
        outcomes=fields.things("outcomes", "outcome", read_outcome),
        scoreboard=fields.things("scoreboard", "scoreboard row", read_row),
        sources=fields.things("sources", "source", read_source),
        claims=fields.things("claims", "claim", read_claim),
        themes=fields.texts("themes"),
        success_stage=fields.ref("success_stage", "stage"),
        failure_stage=fields.ref("failure_stage", "stage"),
    )
    fields.node("roles")
    proof.avoid_names = fields.scalars("avoid_names")
    fields.close(complete=not proof.has(*UNREAD))
    return scenario


def _own_id(fields: Fields) -> str:
    name = fields.text("id")
    return check_id(fields.proof, Text(name, fields.at("id"))) if name else ""


def _clock(fields: Fields) -> Clock:
    inner = fields.inner("clock", "`clock`", needed=True)
    if inner is None:
        return Clock(days=0)
    known = Clock(days=1)
    costs = {
        move.value: as_whole(fields.proof, node, f"the cost of {move.value}", 0, 10_000)
        for move, node in inner.pairs("costs", "kind of move")
    }
    clock = Clock(
        days=inner.whole("days", None, 1, 10_000),
        first_day=inner.whole("first_day", known.first_day, 0, 10_000),
        sessions=inner.texts("sessions") or known.sessions,
        session_minutes=inner.whole("session_minutes", known.session_minutes, 1, 10_000),
        deadline=inner.word("deadline", ("hard", "soft", "none"), known.deadline),
        extensions=inner.whole("extensions", known.extensions, 0, 99),
        costs=costs,
    )
    inner.close()
    return clock


def _settings(fields: Fields) -> Settings:
    inner = fields.inner("settings", "`settings`")
    known = Settings()
    if inner is None:
        return known
    settings = Settings(
        red_lines=inner.word("red_lines", ("bind", "warn"), known.red_lines),
        all_or_nothing=inner.flag("all_or_nothing", known.all_or_nothing),
        deferral=inner.enum("deferral", Deferral, known.deferral),
        drift_limit=inner.number("drift_limit", known.drift_limit, 0, 100),
        dial_limit=inner.number("dial_limit", known.dial_limit, 0, 100),
        injects_a_day=inner.whole("injects_a_day", known.injects_a_day, 0, 99),
        events=inner.whole("events", known.events, 100, 1_000_000),
        pledge=inner.number("pledge", known.pledge, 0, 100),
        weights=inner.text("weights", known.weights),
    )
    inner.close()
    return settings


def _difficulty(fields: Fields, name: str) -> Difficulty:
    return Difficulty(id=name, title=fields.text("title"), shift=fields.number("shift", None, -100, 100))


def _drift(fields: Fields) -> dict[str, dict[str, float]]:
    """Points of reservation per ten points of a dial, by seat."""
    drift = {}
    for dial, node in fields.pairs("drift", "dial"):
        found = pairs(fields.proof, node, f"`drift` of {dial.value}", "seat")
        drift[dial.value] = {
            seat.value: as_number(fields.proof, value, f"the drift of {seat.value} with {dial.value}")
            for seat, value in found
        }
    return drift


def _rule(fields: Fields, name: str) -> Rule:
    signs_for = {patron.value: _seats(fields.proof, node) for patron, node in fields.pairs("signs_for", "seat")}
    return Rule(
        id=name,
        kind=fields.enum("kind", RuleKind),
        of=fields.refs("of", "seat"),
        threshold=fields.whole("threshold", 0, 0, 1_000_000),
        quorum=fields.whole("quorum", 0, 0, 1_000),
        vetoes=fields.refs("vetoes", "seat"),
        veto_count=fields.whole("veto_count", 1, 1, 1_000),
        signs_for=signs_for,
        abstain=fields.word("abstain", ("ignored", "no", "yes"), "ignored"),
        absent=fields.word("absent", ("no", "yes", "ignored"), "no"),
    )


def _seats(proof: Proof, node: Node) -> tuple[str, ...]:
    found = [item for item in (node.items if isinstance(node, Items) else (node,)) if isinstance(item, Text)]
    for item in found:
        proof.mention("seat", item.value, item.place)
    return tuple(item.value for item in found)


def _stages(fields: Fields, seats: tuple[Seat, ...], issues: tuple[Issue, ...]) -> tuple[Stage, ...]:
    tables: dict[str, tuple[str, ...]] = {
        word: tuple(seat.id for seat in seats if seat.kind is kind)
        for word, kind in (
            ("parties", SeatKind.PARTY), ("consultative", SeatKind.CONSULTATIVE),
            ("mediator", SeatKind.MEDIATOR), ("outside", SeatKind.OUTSIDE),
        )
    }  # fmt: skip
    agenda = {"core": tuple(i.id for i in issues if i.core), "all": tuple(i.id for i in issues)}
    return fields.things("stages", "stage", lambda inner, name: _stage(inner, name, tables, agenda), needed=True)


def _stage(fields: Fields, name: str, tables: Words, agenda: Words) -> Stage:
    if name == "closed":
        fields.proof.error(fields.at("id"), Code.ID, "`closed` is the end of every exercise and cannot be a stage")
    return Stage(
        id=name,
        kind=fields.enum("kind", StageKind),
        title=fields.text("title"),
        text=fields.text("text", ""),
        table=fields.refs("table", "seat", {**tables, "all": ()}),
        issues=fields.refs("issues", "issue", agenda),
        rule=fields.ref("rule", "rule"),
        until_day=fields.whole("until_day", -1, 0, 100_000),
        sessions=fields.whole("sessions", 0, 0, 10_000),
        rotate=fields.flag("rotate", False),
        corridor=fields.flag("corridor", False),
        locks=fields.flag("locks", False),
        final=fields.flag("final", True),
        puts=fields.refs("puts", "option"),
        adds=fields.refs("adds", "kind of move"),
        removes=fields.refs("removes", "kind of move"),
        next=_gates(fields),
    )


def _gates(fields: Fields) -> tuple[Gate, ...]:
    """Exits: a stage, or a list of stages and of {to, when}."""
    node = fields.node("next")
    if node is None:
        return ()
    gates = []
    for item in node.items if isinstance(node, Items) else (node,):
        if isinstance(item, Text):
            fields.proof.mention("stage", item.value, item.place)
            gates.append(Gate(item.value))
        elif isinstance(item, Table):
            inner = fields.within(item, f"an exit of {fields.what}", "next")
            gates.append(Gate(inner.ref("to", "stage", None), inner.test("when")))
            inner.close()
        else:
            message = f"an exit of {fields.what} is a stage or {{to, when}}, not {shape(item)}"
            fields.proof.error(item.place, Code.SHAPE, message)
    return tuple(gates)
