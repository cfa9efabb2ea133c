"""Exits that are never taken and days that do not suffice."""

from exercise.authoring.codes import Code
from exercise.engine.permission import allowed
from exercise.lint.notes import Notes
from exercise.lint.ranges import Ranges
from exercise.lint.truth import truth_of
from exercise.model.scenario import COSTS, Scenario, Stage, StageKind


def check_course(notes: Notes) -> None:
    ranges = Ranges(notes.scenario)
    _check_electors(notes)
    for stage in notes.scenario.stages:
        _check_exits(notes, stage, ranges)
    _check_minutes(notes)
    _check_days(notes)


def _check_electors(notes: Notes) -> None:
    """Seats that a rule names as electors or patrons have a vote by their office in a stage that decides by the rule."""
    seats = {seat.id: seat for seat in notes.scenario.seats}
    for rule in notes.scenario.rules:
        stages = [stage for stage in notes.scenario.stages if stage.rule == rule.id]
        named = [seats[seat] for seat in dict.fromkeys((*rule.of, *rule.signs_for)) if seat in seats]
        silent = [s.id for s in named if stages and not any("vote" in allowed(stage, s.kind) for stage in stages)]
        if silent:
            message = f"rule {rule.id} counts on {', '.join(silent)}, and no stage lets it vote"
            hint = "leave it out of `of`, or give the seat a kind that votes"
            notes.warn(notes.proof.place("rule", rule.id, "of"), Code.NO_VOTE, message, hint)


def _check_exits(notes: Notes, stage: Stage, ranges: Ranges) -> None:
    """The first open exit is taken; one without a condition is open as soon as the stage has used its time."""
    place = notes.proof.place("stage", stage.id, "next")
    unconditional = ""
    for gate in stage.next:
        if gate.when and truth_of(gate.when, ranges) is False:
            message = f"the exit of stage {stage.id} to {gate.to} is never open: `{gate.when}` is never true"
            notes.warn(place, Code.SHUT_GATE, message)
        elif not gate.when and unconditional:
            message = (
                f"the exit of stage {stage.id} to {gate.to} is never taken: the one to {unconditional} comes first"
            )
            notes.warn(place, Code.SHUT_GATE, message, "give the exit before it a `when`")
        unconditional = unconditional or ("" if gate.when else gate.to)


def _check_minutes(notes: Notes) -> None:
    clock = notes.scenario.clock
    for move in ("argue", "propose"):
        cost = clock.costs.get(move, COSTS[move])
        if cost > clock.session_minutes:
            message = f"to {move} takes {cost} minutes and a session has {clock.session_minutes}"
            notes.warn(notes.proof.place("scenario", "", "clock"), Code.NO_TIME, message, "lengthen `session_minutes`")


def _check_days(notes: Notes) -> None:
    scenario = notes.scenario
    a_day = len(scenario.clock.sessions)
    there = (scenario.clock.days - scenario.clock.first_day + 1) * a_day
    issues = [issue.id for issue in scenario.issues if issue.core]
    if there < len(issues):
        message = f"there are {there} sessions for {len(issues)} core issues"
        notes.warn(notes.proof.place("scenario", "", "clock"), Code.NO_TIME, message, "add days or sessions")
        return
    used = 0
    for stage in _course(scenario):
        place = notes.proof.place("stage", stage.id, "until_day" if stage.until_day >= 0 else "sessions")
        left = there - used
        if stage.until_day >= 0:
            left = (stage.until_day - scenario.clock.first_day + 1) * a_day - used
        if left <= 0:
            message = f"stage {stage.id} has no session left: the stages before it last until then"
            notes.warn(place, Code.NO_TIME, message, "shorten a stage before it, or let it end later")
            return
        length = min(left, stage.sessions) if stage.sessions else left if stage.until_day >= 0 else 1
        taken = stage.issues or tuple(issues)
        if stage.rotate and length < len(taken):
            message = f"stage {stage.id} takes one issue a session and has {length} sessions for {len(taken)} issues"
            notes.warn(place, Code.NO_TIME, message, "let it last longer, or name fewer `issues`")
        used += length


def _course(scenario: Scenario) -> list[Stage]:
    """The stages one after the other as they follow when nothing unusual happens, up to the end of the talks."""
    stages = {stage.id: stage for stage in scenario.stages}
    second_act = {scenario.success_stage, scenario.failure_stage}
    course: list[Stage] = []
    at: Stage | None = scenario.stages[0]
    while at is not None and at not in course and at.id not in second_act and at.kind is not StageKind.EPILOGUE:
        course.append(at)
        onwards = next((gate.to for gate in at.next if not gate.when), "")
        at = stages.get(onwards)
    return course
