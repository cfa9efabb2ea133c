"""Decision rules as sentences that somebody at a table can apply."""

from typing import assert_never

from exercise.engine.ballots import electors
from exercise.engine.game import Game
from exercise.model.scenario import Rule, RuleKind
from exercise.plain.narration import name


def in_words(game: Game, rule: Rule) -> str:
    """Who decides, what it takes, and what silence counts as."""
    parts = [_what(game, rule), *_conditions(game, rule), *_silence(rule)]
    return " ".join(parts)


def _names(game: Game, seats: tuple[str, ...]) -> str:
    return ", ".join(name(game, seat) for seat in seats)


def _what(game: Game, rule: Rule) -> str:
    who = _names(game, rule.of) if rule.of else "every voting party"
    match rule.kind:
        case RuleKind.UNANIMITY:
            return f"Carried when everybody says yes: {who}."
        case RuleKind.CONSENSUS:
            return f"Carried when nobody objects: {who}."
        case RuleKind.COMMUNITIES:
            return "Carried when a majority of the parties of each community says yes."
        case RuleKind.MAJORITY:
            return f"Carried by more yes than no: {who}."
        case RuleKind.TWO_THIRDS:
            return f"Carried by two thirds: {who}."
        case RuleKind.WEIGHTED:
            total = sum(game.table.seats[seat].weight for seat in electors(game, rule))
            return (
                f"Carried by {rule.threshold} of {total} votes; each seat has as many as the list of delegations says."
            )
        case RuleKind.SIGNATORIES:
            return f"Carried when all who have to sign have signed: {who}."
        case RuleKind.RECOGNITION:
            enough = f"{rule.threshold} seats" if rule.threshold else "everybody"
            return f"Takes effect when {enough} recognised it: {who}."
        case RuleKind.FIAT:
            return f"Decided by {who} alone."
        case _:
            assert_never(rule.kind)


def _conditions(game: Game, rule: Rule) -> list[str]:
    parts = []
    if rule.quorum:
        what = "votes" if rule.kind is RuleKind.WEIGHTED else "electors"
        parts.append(f"At least {rule.quorum} {what} have to take part.")
    if rule.vetoes:
        parts.append(f"Blocked by {rule.veto_count} noes from {_names(game, rule.vetoes)}.")
    for patron, clients in rule.signs_for.items():
        parts.append(f"{name(game, patron)} votes for {_names(game, clients)}.")
    return parts


def _silence(rule: Rule) -> list[str]:
    """What counts where it is not simply left out."""
    counted = {"abstaining": rule.abstain, "an empty seat": rule.absent}
    return [
        f"{what.capitalize()} counts as {as_what}." for what, as_what in counted.items() if as_what in ("yes", "no")
    ]
