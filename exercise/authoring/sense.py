"""Checks what no single field shows: a procedure that ends, days that exist, sheets that add up."""

from pathlib import PurePath

from exercise.authoring.codes import UNREAD, Code
from exercise.authoring.nodes import Place
from exercise.authoring.proof import Proof
from exercise.model.role import Role
from exercise.model.scenario import Inject, Rule, RuleKind, Scenario, Seat, SeatKind, Stage, StageKind

CLOSED = "closed"
_VOTES = (StageKind.BALLOT, StageKind.RATIFICATION)


def check_sense(proof: Proof, scenario: Scenario) -> None:
    _check_parts(proof, scenario)
    _check_stages(proof, scenario)
    _check_rules(proof, scenario)
    if scenario.clock.days > 0:
        _check_days(proof, scenario)
    _check_roles(proof, scenario)


def _check_parts(proof: Proof, scenario: Scenario) -> None:
    for there, field, message in (
        (any(s.kind is SeatKind.PARTY for s in scenario.seats), "seats", "no seat is a party"),
        (bool(scenario.stages), "stages", "there is no stage"),
        (any(issue.core for issue in scenario.issues), "issues", "no issue is a core issue"),
    ):
        if not there and not proof.has(*UNREAD):
            proof.error(proof.place("scenario", "", field), Code.NOTHING, message)
    clock = scenario.clock
    if clock.first_day > clock.days > 0:
        message = f"the first day is {clock.first_day} and the last is {clock.days}"
        proof.error(proof.place("scenario", "", "clock"), Code.RANGE, message)


# Procedure


def _check_stages(proof: Proof, scenario: Scenario) -> None:
    if not scenario.stages:
        return
    stages = {stage.id: stage for stage in scenario.stages}
    reached = _reached(stages, [scenario.stages[0].id, scenario.success_stage, scenario.failure_stage])
    misnamed = proof.has(Code.STAGE)
    for stage in scenario.stages:
        if stage.id not in reached and misnamed:
            continue  # most likely what a misspelt `next` was to lead to
        if stage.id not in reached:
            hint = "name it under `next` of another stage"
            proof.error(proof.place("stage", stage.id), Code.UNREACHED, f"stage {stage.id} is never reached", hint)
        elif CLOSED not in _reached(stages, [stage.id]):
            _no_exit(proof, scenario, stage)
        if stage.kind in _VOTES and not stage.rule:
            hint = proof.nearest("", [rule.id for rule in scenario.rules])
            proof.error(proof.place("stage", stage.id), Code.NO_RULE, f"stage {stage.id} votes and has no `rule`", hint)


def _reached(stages: dict[str, Stage], start: list[str]) -> set[str]:
    """The stages that can follow, with the end; a stage without `next` leads to it, and so may one that is unknown."""
    reached: set[str] = set()
    left = [name for name in start if name]
    while left:
        name = left.pop()
        if name in reached:
            continue
        reached.add(name)
        left += [gate.to for gate in stages[name].next] if name in stages else []
        if name not in stages or not stages[name].next:
            left.append(CLOSED)
    return reached


def _no_exit(proof: Proof, scenario: Scenario, stage: Stage) -> None:
    """A circle of stages that only the deadline ends is odd; without a deadline it never ends."""
    message = f"stage {stage.id} never leads to `{CLOSED}`"
    say = proof.error if scenario.clock.deadline == "none" else proof.warn
    hint = f"let a stage that follows have `next: {CLOSED}`"
    say(proof.place("stage", stage.id, "next"), Code.NO_EXIT, message, hint)


def _check_rules(proof: Proof, scenario: Scenario) -> None:
    if not scenario.rules:
        message = "there is no decision rule"
        proof.error(proof.place("scenario", "", "rules"), Code.NO_RULE, message, "write at least one under `rules`")
    for rule in scenario.rules:
        _check_numbers(proof, scenario, rule)


def _check_numbers(proof: Proof, scenario: Scenario, rule: Rule) -> None:
    """A rule asks for no more votes, voters or noes than there can be."""
    parties = [seat.id for seat in scenario.seats if seat.kind is SeatKind.PARTY]
    signed = [seat for seats in rule.signs_for.values() for seat in seats]
    electors = {*(rule.of or parties), *rule.signs_for, *signed}
    weights = {seat.id: seat.weight for seat in scenario.seats}
    weighted = rule.kind is RuleKind.WEIGHTED
    there = sum(weights.get(seat, 0) for seat in electors) if weighted else len(electors)
    counted = weighted or rule.kind is RuleKind.RECOGNITION
    for wrong, field, message in (
        (counted and rule.threshold > there, "threshold", f"needs {rule.threshold} votes and there are {there}"),
        (weighted and not rule.threshold, "threshold", f"needs 0 votes and there are {there}"),
        (rule.quorum > there, "quorum", f"has a quorum of {rule.quorum} votes and there are {there}"),
        (rule.vetoes and rule.veto_count > len(rule.vetoes), "veto_count",
         f"is blocked by {rule.veto_count} votes and may be blocked by {len(rule.vetoes)}"),
    ):  # fmt: skip
        if wrong:
            proof.error(proof.place("rule", rule.id, field), Code.THRESHOLD, f"rule {rule.id} {message}")


# Days


def _check_days(proof: Proof, scenario: Scenario) -> None:
    for stage in scenario.stages:
        if stage.until_day > scenario.clock.days or 0 <= stage.until_day < scenario.clock.first_day:
            message = f"stage {stage.id} lasts until day {stage.until_day}; {_days(scenario)}"
            place = proof.place("stage", stage.id, "until_day")
            proof.error(place, Code.AFTER_END, message, _clock_elsewhere(proof, place))
    for inject in scenario.injects:
        _check_window(proof, scenario, inject)
    _check_decks(proof, scenario)


def _days(scenario: Scenario) -> str:
    return f"the conference has days {scenario.clock.first_day} to {scenario.clock.days}"


def _clock_elsewhere(proof: Proof, place: Place) -> str:
    """Where the days stand, if that is another file: a variant may have changed them."""
    clock = proof.place("scenario", "", "clock")
    return f"the days stand in {clock.file}:{clock.line}" if clock.file != place.file else ""


def _check_window(proof: Proof, scenario: Scenario, inject: Inject) -> None:
    if inject.window is None:
        return
    first, last = inject.window
    if not scenario.clock.first_day <= first <= last <= scenario.clock.days:
        message = f"inject {inject.id} may come on days {first} to {last}; {_days(scenario)}"
        place = proof.place("inject", inject.id, "window")
        proof.error(place, Code.WINDOW, message, _clock_elsewhere(proof, place))


def _check_decks(proof: Proof, scenario: Scenario) -> None:
    injects = {inject.id: inject for inject in scenario.injects}
    for deck in scenario.decks:
        for card, day in deck.plan.items():
            place = proof.place("plan", f"{deck.id} {card}")
            if not scenario.clock.first_day <= day <= scenario.clock.days:
                message = f"deck {deck.id} plans {card} for day {day}; {_days(scenario)}"
                proof.error(place, Code.PLAN_DAY, message, _clock_elsewhere(proof, place))
                continue
            window = injects[card].window if card in injects else None
            if window and not window[0] <= day <= window[1]:
                message = f"deck {deck.id} plans {card} for day {day}; it may come on days {window[0]} to {window[1]}"
                proof.warn(place, Code.PLAN_WINDOW, message)


# Roles


def _check_roles(proof: Proof, scenario: Scenario) -> None:
    scored = any(role.sheet for role in scenario.roles.values())
    for seat in scenario.seats:
        role = scenario.roles.get(seat.id)
        if role is None:
            if seat.kind is SeatKind.PARTY and not proof.has(*UNREAD):
                _no_role(proof, scenario, seat)
            continue
        if seat.kind is SeatKind.PARTY and scored:
            _check_sheet(proof, scenario, role)
        if not 0 <= role.reservation <= 100:
            message = f"role {role.id}: {role.batna} and {role.margin} make {role.reservation}"
            hint = "no-deal value and margin together are from 0 to 100"
            proof.error(proof.place("role", role.id, "margin"), Code.RESERVATION, message, hint)
        _check_weights(proof, scenario, role)


def _no_role(proof: Proof, scenario: Scenario, seat: Seat) -> None:
    """Most often a file has another `id` than its seat: then the hint names that file."""
    wanted, played = seat.role or seat.id, {other.role or other.id for other in scenario.seats}
    idle = {name: proof.origin("role", name).file for name in proof.defined("role") if name not in played}
    meant = next((n for n, file in idle.items() if PurePath(file).stem == wanted), "") or proof.similar(wanted, idle)
    if meant and not seat.role:
        hint = f"{idle[meant]} says `id: {meant}`: a seat plays the role that has its id"
    else:
        hint = proof.nearest(wanted, proof.defined("role")) if seat.role else ""
    message = f"party {seat.id} has no role: no role file says `id: {wanted}`"
    hint = hint or "write a role file that does; `exercise new` shows what belongs into one"
    proof.error(proof.place("seat", seat.id), Code.NO_ROLE, message, hint)


def _check_sheet(proof: Proof, scenario: Scenario, role: Role) -> None:
    missing = [issue.id for issue in scenario.issues if issue.core and issue.id not in role.sheet]
    if missing:
        message = f"role {role.id} has no sheet for {', '.join(missing)}"
        proof.error(proof.place("role", role.id, "sheet"), Code.SHEET, message, "every party values every core issue")


def _check_weights(proof: Proof, scenario: Scenario, role: Role) -> None:
    """Weights add up; a profile that is not in use may have lost issues that the scenario removed."""
    wanted = scenario.settings.weights
    if role.sheet and wanted not in role.weights:
        message = f"role {role.id} has no weights `{wanted}`, which `settings` asks for"
        proof.error(proof.place("role", role.id, "weights"), Code.WEIGHTS, message, proof.nearest(wanted, role.weights))
    for profile, weights in role.weights.items():
        total = sum(weights.values())
        if total != 100 and (profile == wanted or not proof.removed):
            place = proof.place("weights", f"role {role.id} {profile}")
            message = f"weights `{profile}` of role {role.id} add up to {total}"
            proof.error(place, Code.WEIGHTS, message, "they are percent and add up to 100")
