"""Which window a key opens. Windows are imported when they are first wanted, so that the conference starts at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from exercise.ui.entries import Entry

if TYPE_CHECKING:
    from exercise.ui.conference import Conference

_DIALOGS: Final[Mapping[str, tuple[str, str]]] = {
    "argue": ("argue", "ArgueDialog"),
    "propose": ("propose", "ProposalDialog"),
    "text": ("single_text", "SingleTextDialog"),
    "vote": ("vote", "VoteDialog"),
    "deals": ("deals", "DealsDialog"),
    "motion": ("motion", "MotionDialog"),
    "mediate": ("mediate", "MediateDialog"),
    "corridor": ("corridor", "CorridorDialog"),
    "choose": ("choose", "ChooseDialog"),
    "decide": ("decide", "DecideDialog"),
    "walk": ("walk", "WalkDialog"),
    "brief": ("brief", "BriefDialog"),
    "issue": ("issue", "IssueDialog"),
    "record": ("record", "RecordDialog"),
    "flow": ("flow", "FlowDialog"),
}
"""Windows of one seat: each is made of a chair alone and ends with a move or with nothing."""


def open_act(conference: Conference, id: str, entry: Entry | None = None) -> None:
    """Open the window of a key, or of an entry of the floor."""
    match id:
        case "drawer":
            from exercise.ui.drawer.drawer import Drawer

            drawer = Drawer(conference.room, conference.sitting, conference.pacing)
            conference.app.push_screen(drawer, conference.drawer_closed)
        case "charts":
            from exercise.ui.charts import Charts

            conference.app.push_screen(Charts(conference.chair))
        case "ending":
            conference.the_end.open()
        case "can":
            from exercise.ui.dialogs.can import CanDialog, Surroundings

            conference.app.push_screen(CanDialog(conference.glance, Surroundings.of(conference)), conference.fulfil)
        case "entry" if entry is not None:
            from exercise.ui.dialogs.entry import EntryDialog

            conference.app.push_screen(EntryDialog(conference.chair, entry), conference.submit)
        case _:
            module, name = _DIALOGS[id]
            made = getattr(import_module(f"exercise.ui.dialogs.{module}"), name)
            conference.app.push_screen(made(conference.chair), conference.submit)
