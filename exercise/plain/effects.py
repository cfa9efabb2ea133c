"""What a card or a choice does, in a few words for control."""

from exercise.model.scenario import Effects


def effects_in_words(effects: Effects) -> str:
    """Dials, what parties need, and the rest; nothing where there are no effects."""
    parts = [f"{dial.replace('_', ' ')} {points:+g}" for dial, points in effects.dials.items()]
    parts += [f"what {seat.removeprefix('@')} needs {points:+g}" for seat, points in effects.reservations.items()]
    parts += [f"{effects.lose_sessions} sessions lost"] if effects.lose_sessions else []
    parts += [f"opens {', '.join(effects.opens)}"] if effects.opens else []
    parts += [f"admits {effects.admits}"] if effects.admits else []
    return ", ".join([*parts, "the text is withdrawn"] if effects.withdraws_text else parts)
