"""The scene of the end, kept while somebody reads the floor again: what was revealed and the countdown are there afterwards."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import ScreenStackError

if TYPE_CHECKING:
    from exercise.ui.conference import Conference
    from exercise.ui.ending import Ending


class TheEnd:
    """Opens the scene for a conference. After a rewind there is another end, and so another scene."""

    def __init__(self, conference: Conference) -> None:
        self._conference = conference
        self._scene: Ending | None = None
        self._events = 0

    def open(self) -> None:
        """Show how it ended, as it was left."""
        from exercise.ui.ending import Ending

        room, app = self._conference.room, self._conference.app
        if self._scene is None or self._events != len(room.events):
            self.forget()
            self._scene, self._events = Ending(room), len(room.events)
            app.install_screen(self._scene, f"end-{hash(self._scene)}")
        app.push_screen(self._scene, self._closed)

    def forget(self) -> None:
        """Let go of the scene: the conference is left."""
        scene, self._scene = self._scene, None
        if scene is None:
            return
        # Where the whole program ends it may still be on the screen, and goes with it.
        with suppress(ScreenStackError):
            self._conference.app.uninstall_screen(scene)
            scene.remove()

    def _closed(self, leave: bool | None) -> None:
        """To leave, or to read the floor again."""
        if leave:
            self._conference.app.call_later(self._conference.dismiss, None)
        else:
            self._conference.show_now()
