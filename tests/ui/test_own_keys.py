"""Keys of one's own: the example of the guide works, the footer keeps its order, and docs/keys.md names every id there is.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/ui/test_own_keys.py`, and read the difference before committing it.
"""

import importlib
import json
import os
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from seats import interface, open_room, shown
from swift import swiftly
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.pilot import Pilot
from waiting import until

import exercise.ui
from exercise.ui.conference import Conference
from exercise.ui.dialogs.argue import ArgueDialog
from exercise.ui.home import Home

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (
    (DOCS / "players-guide.md").read_text(encoding="utf-8").partition("### Keys of your own")[2].partition("\n## ")[0]
)
PLACES = {
    "answers": "Answering a card", "app": "Everywhere", "bar": "Command bar", "can": "What you can do", "clauses": "An issue in full",
    "conference": "Conference", "drawer": "The facilitator's drawer", "ending": "The end", "floor": "The floor",
    "grid": "The table of options in the proposal builder", "home": "Home", "propose": "The proposal builder", "review": "Review",
    "ask": "Questions of the drawer", "doings": "Lists of moves", "judged": "Predictions under review", "matrix": "Who is on record",
    "narrow": "Narrowing a review", "papers": "The pages of a brief", "pin": "The curtain's PIN", "places": "Going to a moment of a review",
    "several": "Choosing several", "words": "Announcements and notes", "dialog": "Every window",
    "search": "Searching the floor", "setup": "Set-up", "vote": "Voting", "guided": "First steps",
}  # fmt: skip


def classes(base: type[DOMNode] = DOMNode) -> Iterator[type[DOMNode]]:
    """Everything of the interface that can have keys."""
    for module in pkgutil.walk_packages(exercise.ui.__path__, "exercise.ui."):
        importlib.import_module(module.name)
    waiting = [base]
    while waiting:
        found = waiting.pop()
        waiting += found.__subclasses__()
        if found.__module__.startswith("exercise.ui."):
            yield found


def every_key() -> dict[str, list[Binding]]:
    """The bindings of each id, as they are before anybody changes them."""
    found: dict[str, list[Binding]] = {}
    for owner in sorted(classes(), key=lambda c: (c.__module__, c.__qualname__)):
        for bindings in BindingsMap(owner.__dict__.get("BINDINGS", ())).key_to_bindings.values():
            for binding in bindings:
                if binding.id:
                    found.setdefault(binding.id, []).append(binding)
    return found


def page() -> str:
    lines = [
        "# Ids of keys\n",
        "What can be written into `interface.json`, see “Keys of your own” in the [player's guide](players-guide.md). A test keeps this",
        "page as the program is. Where two places of one screen want the same key, the one that has the focus gets it.",
    ]
    places: dict[str, dict[str, list[Binding]]] = {}
    for id, bindings in every_key().items():
        places.setdefault(id.partition(".")[0], {})[id] = bindings
    for place in sorted(places, key=lambda place: PLACES.get(place, place.capitalize())):
        lines += [
            f"\n## {PLACES.get(place, place.replace('_', ' ').capitalize())}\n",
            "| Id | Key | Does |",
            "|---|---|---|",
        ]
        for id, bindings in places[place].items():
            keys = " ".join(dict.fromkeys(f"`{binding.key}`" for binding in bindings))
            does = " ".join((bindings[0].tooltip or bindings[0].description).split()).replace("|", "\\|")
            lines.append(f"| `{id}` | {keys} | {does} |")
    return "\n".join(lines) + "\n"


def test_the_page_of_ids_is_as_the_program_is() -> None:
    made, kept = page(), DOCS / "keys.md"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(made, encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == made
    assert "(keys.md)" in GUIDE


def example() -> dict[str, str]:
    found = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    keys: dict[str, str] = json.loads(found[1])["keys"]
    return keys


def test_the_example_of_the_guide_works_at_the_conference(tmp_path: Path) -> None:
    room = open_room("KA=Ann")
    app = interface(Conference(room), tmp_path)
    app.preferences.keys = example()

    async def whole() -> None:
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.pause()
            for key in [key for key in example()["conference.go"].split(",") if key != "space"]:
                before = len(room.events)
                await pilot.press({"full_stop": "."}.get(key, key))
                await pilot.pause()
                assert len(room.events) > before, key
            await _go_until_argue(pilot, app.screen)
            footer = shown(app).splitlines()[-1]
            assert footer.index("Go on") < footer.index("Brief") < footer.index("Argue") < footer.index("Walk")
            await pilot.press(example()["conference.argue"])
            await until(pilot, lambda: isinstance(app.screen, ArgueDialog))

    swiftly(whole())


async def _go_until_argue(pilot: Pilot[None], screen: object) -> None:
    assert isinstance(screen, Conference)
    for _ in range(60):
        if "argue" in screen.glance.legal:
            return
        await pilot.press("space")
        await pilot.pause()


def test_the_example_of_the_guide_works_at_home(tmp_path: Path) -> None:
    from exercise.ui.setup import SetUp

    app = interface(Home(), tmp_path)
    app.preferences.keys = example()

    async def whole() -> None:
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.pause(1)
            await pilot.press(example()["home.new"])
            await until(pilot, lambda: isinstance(app.screen, SetUp))

    swiftly(whole())
