"""Reads injects, what they do, the decisions that they ask for, and decks."""

from collections.abc import Mapping
from typing import Final

from exercise.authoring.codes import Code
from exercise.authoring.fields import Fields, as_number, as_whole
from exercise.authoring.nodes import Node, Table, Text
from exercise.model.scenario import Choice, ChoiceOption, Deck, Effects, Inject, Pressure

DRAW: Final = "draw"
DRAWN: Final = ("@exposed", "@subject", "@rivals", "@sisters")
_POINTS: Final = 100.0


def read_dials(
    above: Fields, found: list[tuple[Text, Node]]
) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
    """Points per dial: a number, or {at_least, otherwise} for a dial that is lifted to a floor."""
    dials: dict[str, float] = {}
    floors: dict[str, tuple[float, float]] = {}
    for key, node in found:
        if isinstance(node, Table):
            fields = above.within(node, f"the effect on {key.value}", "effects")
            floors[key.value] = (fields.number("at_least", None, 0, _POINTS), fields.number("otherwise", 0.0))
            fields.close()
        else:
            dials[key.value] = as_number(above.proof, node, key.value)
    return dials, floors


def read_effects(fields: Fields) -> Effects:
    """What a card or a choice does; the fields stand beside the card's own."""
    dials, floors = read_dials(fields, fields.pairs("effects", "dial"))
    reservations = {
        key.value: as_number(fields.proof, node, f"the reservation of {key.value}")
        for key, node in fields.pairs("reservations", "seat", words=DRAWN)
    }
    return Effects(
        dials=dials,
        floors=floors,
        reservations=reservations,
        lose_sessions=fields.whole("lose_sessions", 0, 0, 99),
        opens=fields.refs("opens", "issue"),
        admits=fields.ref("admits", "seat"),
        withdraws_text=fields.flag("withdraws_text", False),
    )


def read_inject(fields: Fields, name: str) -> Inject:
    after, days, unless = _after(fields)
    if fields.flag("by_hand", False):
        fields.proof.by_hand.add(name)
    return Inject(
        id=name,
        title=fields.text("title"),
        text=fields.text("text"),
        kind=fields.text("kind", ""),
        source=fields.text("source", ""),
        sensitive=fields.flag("sensitive", False),
        to=fields.refs("to", "seat"),
        window=_window(fields),
        at=fields.ref("at", "stage", words=("success", "failure")),
        when=fields.test("when"),
        after=after,
        after_days=days,
        unless=unless,
        only=fields.text("only", ""),
        effects=read_effects(fields),
        subject=fields.refs("subject", "seat"),
        endorse=fields.ref("endorse", "seat"),
        pressure=_pressure(fields),
        choice=_choice(fields),
        expected=fields.text("expected", ""),
        feeds=fields.refs("feeds", "finding"),
        note=fields.text("note", ""),
    )


def _window(fields: Fields) -> tuple[int, int] | None:
    days = fields.scalars("window")
    if not days:
        return None
    if len(days) != 2:
        message = f"`window` of {fields.what} is a first and a last day"
        fields.proof.error(fields.at("window"), Code.LENGTH, message, "write `window: [3, 9]`")
        return None
    first, last = (as_whole(fields.proof, day, "window", 0) for day in days)
    return first, last


def _after(fields: Fields) -> tuple[str, int, str]:
    """The card that this one follows, after how many days, and the choice that prevents it."""
    node = fields.node("after")
    if node is None:
        return "", 1, ""
    if isinstance(node, Text):
        fields.proof.mention("inject", node.value, node.place)
        return node.value, 1, ""
    inner = fields.within(node, f"`after` of {fields.what}", "after")
    before = inner.ref("inject", "inject", None), inner.whole("days", 1, 0, 99), inner.text("unless", "")
    if before[2]:
        fields.proof.remember("inject", fields.what.removeprefix("inject "), "unless", inner.at("unless"))
    inner.close()
    return before


def _pressure(fields: Fields) -> Pressure | None:
    inner = fields.inner("pressure", f"`pressure` of {fields.what}")
    if inner is None:
        return None
    pressure = Pressure(
        patron=inner.ref("patron", "seat", None, (DRAW,)),
        clients=inner.refs("clients", "seat", {DRAW: (DRAW,)}),
        option=inner.ref("option", "option", None, (DRAW,)),
    )
    inner.close()
    return pressure


def _choice(fields: Fields) -> Choice | None:
    inner = fields.inner("choice", f"`choice` of {fields.what}")
    if inner is None:
        return None
    options = tuple(_choice_option(item) for item in inner.each("options", f"an option of {fields.what}", needed=True))
    _check_twice(fields, options)
    choice = Choice(
        question=inner.text("question"),
        who=inner.refs("who", "seat", {"parties": ("parties",), "@subject": ("@subject",)}),
        rule=inner.word("rule", ("any", "joint", "majority", "each"), "any"),
        options=options,
        default=inner.text("default"),
        within=inner.whole("within", 2, 1, 99),
    )
    if inner.has("default") and choice.default not in [option.id for option in options]:
        hint = fields.proof.nearest(choice.default, [option.id for option in options])
        message = f"the default `{choice.default}` of {fields.what} is none of its options"
        fields.proof.error(inner.at("default"), Code.DEFAULT, message, hint)
    inner.close()
    return choice


def _check_twice(fields: Fields, options: tuple[ChoiceOption, ...]) -> None:
    ids = [option.id for option in options]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        fields.proof.error(fields.at("choice"), Code.TWICE, f"{fields.what} has two options `{name}`")


def _choice_option(fields: Fields) -> ChoiceOption:
    option = ChoiceOption(
        id=fields.text("id"), title=fields.text("title"), text=fields.text("text", ""), effects=read_effects(fields)
    )
    fields.close()
    return option


def read_deck(fields: Fields, name: str) -> Deck:
    proof = fields.proof
    plan: dict[str, int] = {}
    for card, node in fields.pairs("plan", "inject"):
        plan[card.value] = as_whole(proof, node, f"the day of {card.value}", 0)
        proof.remember("plan", f"{name} {card.value}", "", node.place)
    for card in fields.scalars("cards"):
        proof.mention("inject", card.value, card.place)
        if card.value not in plan:
            hint = f"add `{card.value}: DAY` to `plan`"
            proof.error(card.place, Code.UNPLANNED, f"deck {name} names {card.value} and plans no day for it", hint)
    return Deck(id=name, title=fields.text("title"), plan=plan, text=fields.text("text", ""))


def read_reactions(fields: Fields, kinds: Mapping[str, object]) -> dict[str, Effects]:
    """What every event of a kind does to the dials; `aftermath` is what the weeks after a failure may do."""
    reactions = {}
    for kind, node in fields.pairs("reactions", "kind of event", words=(*kinds, "aftermath")):
        found = [] if not isinstance(node, Table) else [(Text(k, e.place), e.node) for k, e in node.entries.items()]
        if not isinstance(node, Table):
            message = f"`reactions` to {kind.value} are points per dial"
            fields.proof.error(node.place, Code.SHAPE, message, "write `agreed: {trust: 3}`")
        for dial, _ in found:
            fields.proof.mention("dial", dial.value, dial.place)
        dials, floors = read_dials(fields, found)
        reactions[kind.value] = Effects(dials=dials, floors=floors)
    return reactions
