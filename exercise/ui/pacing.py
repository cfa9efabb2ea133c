"""The pace of real time at this keyboard. It is set before or during an exercise, warns, and changes nothing else."""

from exercise.plain.pace import Pace


class Pacing:
    """Shares real minutes out over the sessions that are left; 0 minutes is no hurry."""

    def __init__(self, minutes: float, sessions: int) -> None:
        self.set(minutes, sessions)

    def set(self, minutes: float, sessions: int) -> None:
        """So many minutes for so many sessions, from now on."""
        self.minutes = minutes
        self.sessions = max(1, sessions)
        self._pace = Pace(minutes, sessions) if minutes else None

    def warning(self, session: int) -> str:
        """A sentence, once a session, when the session numbered `session` has used up its share; else nothing."""
        return self._pace.warning(session) if self._pace else ""

    @property
    def says(self) -> str:
        """The pace in a sentence."""
        if not self.minutes:
            return "Pace: no hurry."
        share = self.minutes / self.sessions
        many = f"{self.sessions} session{'s' if self.sessions != 1 else ''}"
        return f"Pace: {self.minutes:g} real minutes for {many}, about {share:.1f} for each."
