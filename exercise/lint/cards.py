"""Injects that never come by themselves."""

from exercise.authoring.codes import Code
from exercise.lint.notes import Notes
from exercise.lint.ranges import Ranges
from exercise.lint.truth import truth_of
from exercise.model.scenario import Inject


def check_cards(notes: Notes) -> None:
    """Why a card never comes: no plan, a condition that is never true, or a card before it that never comes or comes too late."""
    injects = {inject.id: inject for inject in notes.scenario.injects}
    planned = {card for deck in notes.scenario.decks for card in deck.plan}
    ranges = Ranges(notes.scenario)
    for inject in injects.values():
        reason = _silent(notes, inject, planned, ranges)
        if reason:
            notes.silent[inject.id] = reason[0]
    waiting = [inject for inject in injects.values() if inject.after]
    for _ in waiting:  # a chain is as long as the cards that wait, at most
        for inject in waiting:
            if inject.after in notes.silent and inject.id not in notes.silent:
                notes.silent[inject.id] = f"it waits for {inject.after}, which never comes"
    for name in _circle(injects):
        notes.silent.setdefault(name, "the cards that it waits for wait for it")
    for name, why in notes.silent.items():
        reason = _silent(notes, injects[name], planned, ranges)
        notes.warn(
            notes.proof.place("inject", name, reason[1] if reason else "after"),
            Code.NEVER_FIRES,
            f"inject {name} can never come by itself: {why}",
            reason[2] if reason else "",
        )


def _silent(notes: Notes, inject: Inject, planned: set[str], ranges: Ranges) -> tuple[str, str, str] | None:
    """The reason, the field where it stands, and a hint; None for a card that may come."""
    if inject.id in notes.proof.by_hand:
        return None
    if inject.when and truth_of(inject.when, ranges) is False:
        return "its condition is never true", "when", "look at the numbers and names in `when`"
    if not inject.at and inject.id not in planned:
        return (
            "no deck plans it",
            "",
            "plan a day for it in a deck, or say `by_hand: true` if only the facilitator plays it",
        )
    if inject.at in ("success", "failure"):
        return None
    first = max(inject.window[0] if inject.window else 0, notes.scenario.clock.first_day)
    before = next((i for i in notes.scenario.injects if i.id == inject.after), None)
    if before is not None and not inject.at:
        earliest = (before.window[0] if before.window else notes.scenario.clock.first_day) + inject.after_days
        last = inject.window[1] if inject.window else notes.scenario.clock.days
        if max(first, earliest) > last:
            return (
                f"{before.id} comes on day {earliest - inject.after_days} at the earliest",
                "after",
                "widen its window",
            )
    return None


def _circle(injects: dict[str, Inject]) -> list[str]:
    """The cards that wait for themselves."""
    found = []
    for name, inject in injects.items():
        seen, at = {name}, inject.after
        while at in injects and at not in seen:
            seen.add(at)
            at = injects[at].after
        if at == name:
            found.append(name)
    return found
