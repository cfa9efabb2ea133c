"""Every screen and dialog of the interface, and the keys that lead to it.

A tour is one run of the application; its stops are reached one after the other by keys alone. The goldens, the hostile texts and
the resizing tests walk the same tours, so that a new screen has all three as soon as it has a stop here.
"""

import os
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from attrs import frozen
from reaching import has_floor, reach, reached
from seats import open_room, table
from small import SCENARIO, TABLE
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from exercise.content import scenario_files
from exercise.engine.game import Game
from exercise.model import moves as m
from exercise.model.setup import Setup
from exercise.review.desk import open_desk
from exercise.room.conductor import Conductor
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.writer import TranscriptWriter
from exercise.ui.balance import Balance
from exercise.ui.chair import Chair
from exercise.ui.charts import Charts
from exercise.ui.conference import Conference
from exercise.ui.confirming import Confirm
from exercise.ui.curtain import Curtain
from exercise.ui.dialogs.argue import ArgueDialog
from exercise.ui.dialogs.brief import BriefDialog
from exercise.ui.dialogs.can import CanDialog
from exercise.ui.dialogs.choose import ChooseDialog
from exercise.ui.dialogs.corridor import CorridorDialog, PressDialog
from exercise.ui.dialogs.deals import DealsDialog
from exercise.ui.dialogs.decide import DecideDialog
from exercise.ui.dialogs.entry import EntryDialog
from exercise.ui.dialogs.flow import FlowDialog
from exercise.ui.dialogs.issue import IssueDialog
from exercise.ui.dialogs.mediate import MediateDialog
from exercise.ui.dialogs.motion import MotionDialog
from exercise.ui.dialogs.offer import OfferDialog
from exercise.ui.dialogs.propose import ProposalDialog
from exercise.ui.dialogs.record import RecordDialog
from exercise.ui.dialogs.single_text import SingleTextDialog
from exercise.ui.dialogs.vote import VoteDialog
from exercise.ui.dialogs.walk import WalkDialog
from exercise.ui.drawer.answering import AnswerForAll, Replacing
from exercise.ui.drawer.asking import Ask
from exercise.ui.drawer.drawer import Drawer
from exercise.ui.drawer.going import HowMany
from exercise.ui.ending import Ending
from exercise.ui.evidence import Evidence
from exercise.ui.guided import GuidedConference
from exercise.ui.home import Home
from exercise.ui.jump import Jump
from exercise.ui.pick import Pick, PickSeveral
from exercise.ui.problems import Problems
from exercise.ui.reading import Reading
from exercise.ui.review import Review
from exercise.ui.reviewing.guide import Guide
from exercise.ui.reviewing.judged import Findings
from exercise.ui.reviewing.narrow import Narrow
from exercise.ui.reviewing.places import Places
from exercise.ui.setup import SetUp
from exercise.ui.theme_dialog import ThemeDialog

SECOND: Final = "wait:1000"
"""A key that waits, for screens that read files."""
LONG_AGO: Final = datetime(2026, 5, 4, 12).timestamp()


@frozen
class Stop:
    """A screen: the name of its golden, its class, and the keys that lead there from the stop before.

    One that is `fleeting` goes away when the window changes its size, and is the last of its tour.
    """

    name: str
    screen: type[Screen[object]]
    keys: tuple[str, ...] = ()
    fleeting: bool = False

    @property
    def sizes(self) -> tuple[str, ...]:
        """Sizes that there is a golden for."""
        return ("80x24",) if self.fleeting else ("80x24", "120x40")


@frozen
class Tour:
    """One run of the application. `first` makes its first screen; it stands in a folder of its own."""

    id: str
    first: Callable[[], Screen[object]]
    stops: tuple[Stop, ...]

    async def walk(self, pilot: Pilot[None]) -> AsyncIterator[Stop]:
        """Every stop, once it is on the screen."""
        for stop in self.stops:
            await pilot.press(*stop.keys)
            await pilot.pause()
            assert type(pilot.app.screen) is stop.screen, f"{stop.name}: {pilot.app.screen}"
            yield stop


# Moments


@reached
def first_turn() -> Room:
    return reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))


@reached
def bargaining() -> Room:
    """A text is on the table and KA has the floor."""
    return reach(open_room("KA=Ann"), lambda room: bool(room.state.text) and has_floor(room, "KA"))


@reached
def voting() -> Room:
    """The final ballot waits for KA."""
    return reach(open_room("KA=Ann"), lambda room: room.state.ballot is not None and room.state.ballot.final)


@reached
def asked() -> Room:
    """A card asks KA."""
    return reach(open_room("KA=Ann"), lambda room: bool(Chair(room, "KA").look().view.asked))


@reached
def mediating() -> Room:
    """The mediator has something to say to a text of its own."""
    return reach(open_room(mediator="human"), lambda room: len(room.state.proposals) > 2 and room.state.day > 8)


@reached
def in_the_corridor() -> Room:
    return reach(open_room("US=Una"), lambda room: "press" in Chair(room, "US").look().legal)


@reached
def running() -> Room:
    """An exercise with a facilitator, some days in, with a card that waits for an answer."""
    room = reach(open_room(facilitator="Fay"), lambda room: room.state.day > 4)
    assert room.submit(m.Command("facilitator", m.Announce("Lunch is at one today.")))
    assert room.submit(m.Command("facilitator", m.Note("SCIRI and KA talk a lot in the breaks.")))
    return room


@reached
def over() -> Room:
    room = open_room()
    Conductor(room).run()
    return room


@reached
def deciding() -> Room:
    """A small conference whose stage asks a delegation how it takes part."""
    players = {seat.id: "bot:trader" for seat in SCENARIO.seats} | {"N1": "human:Ann"}
    room = Room.open(Game(TABLE, Setup(seed=7, players=players)))
    return reach(room, lambda room: "participate" in Chair(room, "N1").look().legal)


def kept(name: str, room: Room) -> Path:
    """The exercise as a transcript in the folder where transcripts lie."""
    path = Path("transcripts", f"{name}.jsonl")
    path.parent.mkdir(exist_ok=True)
    writer = TranscriptWriter.create(path, Header(room.game.scenario, room.game.setup), durable=False)
    writer.append(tuple(room.events))
    writer.close()
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def at_home() -> Home:
    kept("finished", over())
    kept("going-on", first_turn())
    damaged = kept("damaged", first_turn())
    damaged.write_bytes(damaged.read_bytes()[:-200] + b"\n{}\n")
    os.utime(damaged, (LONG_AGO - 60, LONG_AGO - 60))
    return Home()


def at_the_end() -> Conference:
    return Conference(Room.resume(kept("finished", over())))


def new_exercise() -> Conference:
    players = {seat.id: "bot:trader" for seat in table().scenario.seats} | {"KA": "human:Ann", "DAWA": "human:Bea"}
    return Conference(Room.open(Game(table(), Setup(seed=7, players=players))))


# Tours


def _pages(name: str, screen: type[Screen[object]], keys: str) -> tuple[Stop, ...]:
    return tuple(Stop(f"{name}-{key}", screen, (key,)) for key in keys)


HOME = Tour("home", at_home, (
    Stop("home", Home, (SECOND,)),
    Stop("home-scenario", Home, ("down", SECOND)),
    Stop("problems", Problems, ("c",)),
    Stop("home-exercise", Home, ("escape", "down", "down", SECOND)),
    Stop("home-finished", Home, ("down", SECOND)),
    Stop("home-damaged", Home, ("down", SECOND)),
    Stop("check-damaged", Reading, ("c",)),
    Stop("home-help", Reading, ("escape", "f1")),
    Stop("themes", ThemeDialog, ("escape", "t")),
    Stop("palette", CommandPalette, ("escape", "ctrl+p", SECOND)),
))  # fmt: skip
GUIDED = Tour("guided", at_home, (
    Stop("guided", GuidedConference, (SECOND, "g")),
    Stop("guided-argue", GuidedConference, ("b", "escape")),
))  # fmt: skip
BALANCE = Tour("balance", lambda: Balance(table("first-steps").scenario), (
    Stop("balance", Balance, (SECOND,)),
    Stop("balance-numbers", Balance, ("right", "n")),
))  # fmt: skip
SET_UP = Tour("set-up", lambda: SetUp(scenario_files()["iraq-2006"]), (
    Stop("set-up", SetUp, (SECOND,)),
    Stop("set-up-seat", SetUp, ("down",)),
    Stop("set-up-who", Pick, ("enter",)),
    Stop("set-up-setting", SetUp, ("escape", "tab", "down", "down", "down", "down")),
    Stop("set-up-value", Pick, ("enter",)),
    Stop("set-up-issues", PickSeveral, ("escape", "down", "down", "enter")),
    Stop("set-up-advisory", Reading, ("escape", "a")),
))  # fmt: skip
DELEGATE = Tour("delegate", lambda: Conference(bargaining()), (
    Stop("conference-delegate", Conference),
    Stop("conference-side", Conference, ("s",)),
    Stop("conference-search", Conference, ("s", "slash", *"oil")),
    Stop("conference-refusal", Conference, ("escape", "colon", *"vote yes", "enter")),
    Stop("conference-typing", Conference, ("colon", *"propose F")),
    Stop("argue", ArgueDialog, ("ctrl+a", "ctrl+k", "escape", "a")),
    Stop("claims", Reading, ("f2",)),
    Stop("propose", ProposalDialog, ("escape", "escape", "p")),
    Stop("propose-filled", ProposalDialog, ("space", "down", "right", "space", "k")),
    Stop("propose-load", ProposalDialog, ("l",)),
    Stop("propose-help", Reading, ("escape", "question_mark")),
    Stop("single-text", SingleTextDialog, ("escape", "escape", "t")),
    Stop("deals", DealsDialog, ("escape", "c")),
    Stop("offer", OfferDialog, ("home", "enter")),
    Stop("motion", MotionDialog, ("escape", "escape", "m")),
    Stop("walk", WalkDialog, ("escape", "w")),
    Stop("issue", IssueDialog, ("escape", "i")),
    Stop("record", RecordDialog, ("escape", "r")),
    Stop("flow", FlowDialog, ("escape", "l")),
    Stop("argument", Reading, ("enter",)),
    Stop("entry", EntryDialog, ("escape", "escape", "up", "up", "up", "up", "enter")),
    Stop("jump", Jump, ("escape", "ctrl+o"), fleeting=True),
))  # fmt: skip
PAPERS = Tour("papers", lambda: Conference(first_turn()), (
    Stop("conference-first-turn", Conference),
    Stop("brief", BriefDialog, ("b",)),
    *_pages("brief", BriefDialog, "13456"),
    Stop("brief-search", BriefDialog, ("slash", *"oil")),
    Stop("can", CanDialog, ("escape", "escape", "question_mark")),
    *_pages("can", CanDialog, "234"),
    Stop("conference-help", Reading, ("escape", "f1")),
    Stop("charts-support", Charts, ("escape", "h")),
))  # fmt: skip
BALLOT = Tour("ballot", lambda: Conference(voting()), (
    Stop("conference-ballot", Conference),
    Stop("vote", VoteDialog, ("v",)),
))  # fmt: skip
CARD = Tour("card", lambda: Conference(asked()), (
    Stop("conference-card", Conference),
    Stop("choose", ChooseDialog, ("x",)),
))  # fmt: skip
MEDIATOR = Tour("mediator", lambda: Conference(mediating()), (
    Stop("conference-mediator", Conference),
    Stop("mediate", MediateDialog, ("o",)),
    Stop("draft", ProposalDialog, ("enter",)),
    Stop("mediator-brief", BriefDialog, ("escape", "escape", "b")),
))  # fmt: skip
DECISION = Tour("decision", lambda: Conference(deciding()), (
    Stop("decide", DecideDialog, ("y",)),
))  # fmt: skip
CORRIDOR = Tour("corridor", lambda: Conference(in_the_corridor()), (
    Stop("conference-outside", Conference),
    Stop("corridor", CorridorDialog, ("o",)),
    Stop("press", PressDialog, ("enter",)),
))  # fmt: skip
OBSERVER = Tour("observer", lambda: Conference(open_room()), (
    Stop("conference-observer", Conference, ("space",) * 4),
))  # fmt: skip
FACILITATOR = Tour("facilitator", lambda: Conference(running()), (
    Stop("conference-facilitator", Conference),
    Stop("drawer", Drawer, ("d",)),
    Stop("postpone", Ask, ("p",)),
    Stop("play-card", Ask, ("escape", "f")),
    Stop("answer-for-all", AnswerForAll, ("enter", "c")),
    Stop("drawer-dials", Drawer, ("escape", "2")),
    Stop("set-dial", Ask, ("v",)),
    Stop("drawer-findings", Drawer, ("escape", "3")),
    Stop("drawer-seats", Drawer, ("4",)),
    Stop("replace", Replacing, ("r",)),
    Stop("split", Ask, ("escape", "x")),
    Stop("drawer-clock", Drawer, ("escape", "5")),
    Stop("go-on", HowMany, ("g",)),
    Stop("drawer-rewind", Drawer, ("escape", "6")),
    Stop("rewind", Ask, ("w",)),
    Stop("drawer-announce", Drawer, ("escape", "7")),
    Stop("drawer-notes", Drawer, ("shift+tab", "right")),
    Stop("charts-dials", Charts, ("escape", "h")),
    Stop("charts-numbers", Charts, ("n",)),
    Stop("charts-distance", Charts, ("n", "3")),
))  # fmt: skip
CURTAIN = Tour("curtain", new_exercise, (
    Stop("curtain", Curtain),
    Stop("curtain-pin", Curtain, (*"1234", "enter", *"1234", "enter", "space", "enter", *("space",) * 3)),
    Stop("curtain-refused", Curtain, (*"99", "enter")),
))  # fmt: skip
END = Tour("end", at_the_end, (
    Stop("ending", Ending, (SECOND,)),
    *_pages("ending", Ending, "23456"),
    Stop("evidence", Evidence, ("3", "enter")),
    Stop("reveal", Confirm, ("escape", "r")),
    Stop("ending-7", Ending, ("enter",)),
))  # fmt: skip
REVIEW = Tour("review", lambda: Review(open_desk(kept("finished", over()))), (
    Stop("review", Review, (SECOND,)),
    Stop("review-eyes", Pick, ("e", "end")),
    Stop("review-stood", Review, ("enter", "g", *"70%", "enter", SECOND)),
    Stop("review-moments", Places, ("j", "right", "right")),
    Stop("review-only", Narrow, ("escape", "o", "right")),
    Stop("review-findings", Findings, ("escape", "f", "down", "down", "down", "down")),
    Stop("review-evidence", Review, ("enter", SECOND)),
    Stop("review-guide", Guide, ("u",)),
))  # fmt: skip

TOURS: Final = (
    HOME, GUIDED, BALANCE, SET_UP, DELEGATE, PAPERS, BALLOT, CARD, MEDIATOR, DECISION, CORRIDOR, OBSERVER, FACILITATOR, CURTAIN, END, REVIEW,
)  # fmt: skip
