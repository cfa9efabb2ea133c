"""Where people play, a decision is on the disk before anybody is told; a simulation leaves it to the system when it gets there."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from ports import Ear
from small import TABLE
from steady import next_command

from exercise.cli import cli
from exercise.engine.game import Game
from exercise.model import moves as m
from exercise.model.events import CONTROL, Event
from exercise.model.setup import Setup
from exercise.model.state import Rejection
from exercise.room.room import Room
from exercise.transcript.codec import Header
from exercise.transcript.reader import read_transcript
from exercise.transcript.writer import TranscriptWriter


class Disk:
    """What the program asked of the system, in order: `write`, `sync` of a file, `folder` for the sync of one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        write, fsync = os.write, os.fsync

        def written(fd: int, data: bytes) -> int:
            self.asked.append("write")
            return write(fd, data)

        def synced(fd: int) -> None:
            self.asked.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "sync")
            fsync(fd)

        monkeypatch.setattr(os, "write", written)
        monkeypatch.setattr(os, "fsync", synced)


class Listening(Ear):
    """An ear that notes when it is told."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__(CONTROL)
        self.asked = asked

    def receive(self, events: tuple[Event, ...]) -> None:
        self.asked.append("told")
        super().receive(events)


def opened(path: Path, durable: bool) -> Room:
    game = Game(TABLE, Setup())
    return Room.open(game, TranscriptWriter.create(path, Header(TABLE.scenario, game.setup), durable))


def play(room: Room, disk: Disk, moves: int) -> list[list[str]]:
    """What was asked of the system for each of some moves."""
    room.attach(Listening(disk.asked))
    each = []
    for _ in range(moves):
        disk.asked.clear()
        command = next_command(room.game, room.state)
        assert command is not None
        assert not isinstance(room.submit(command), Rejection)
        each.append(list(disk.asked))
    return each


def test_every_decision_waits_for_the_disk_once_and_then_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    room = opened(tmp_path / "one", durable=True)
    folder = ["folder"] if os.name != "nt" else []
    assert disk.asked == ["write", "sync", *folder, "write", "sync"]
    assert play(room, disk, 20) == [["write", "sync", "told"]] * 20
    disk.asked.clear()
    assert isinstance(room.submit(m.Command("nobody", m.Pass())), Rejection)
    assert disk.asked == []
    room.close()
    again = Room.resume(tmp_path / "one", durable=True)
    assert play(again, disk, 3) == [["write", "sync", "told"]] * 3
    again.close()


def test_a_simulation_never_waits_but_leaves_nothing_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    room = opened(tmp_path / "one", durable=False)
    assert disk.asked == ["write", "write"]
    assert play(room, disk, 20) == [["write", "told"]] * 20
    assert read_transcript(tmp_path / "one").events == tuple(room.events)
    room.close()


@pytest.mark.parametrize(("who", "people"), [(("--bots", "all"), False), (("--seat", "HILL=Ann"), True)])
def test_the_command_waits_for_the_disk_where_a_person_plays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: tuple[str, ...], people: bool
) -> None:
    disk = Disk(monkeypatch)
    path = tmp_path / "one.jsonl"
    arguments = ["play", "first-steps", *who, "--seed", "3", "--plain", "--transcript", str(path)]
    done = CliRunner().invoke(cli, arguments, input="pass\npass\nquit\n")
    assert done.exit_code == 0, done.output
    decisions = sum(b'"more":true' not in line for line in path.read_bytes().splitlines())
    assert disk.asked.count("sync") == (decisions if people else 0)
    assert decisions > 3
