"""The end in words: every verdict with its evidence, nothing private, and scores only where they are to be revealed."""

import re

from typist import Typist, easy, open_room

from exercise.findings.assess import assess
from exercise.model.events import ALL
from exercise.model.moves import Command, Tell
from exercise.plain.ending import QUOTED, ending
from exercise.plain.wrapping import WIDTH, width
from exercise.room.room import Room


def ended() -> Room:
    room = open_room("IAF")
    assert not hasattr(room.submit(Command("DAWA", Tell(("IAF",), "canary-of-dawa"))), "code")
    Typist(room, easy).run()
    assert room.state.closed
    return room


def test_every_finding_that_occurred_is_told_with_its_evidence() -> None:
    room = ended()
    lines = ending(room)
    assert all(width(line) <= WIDTH for line in lines)
    text = "\n".join(lines)
    for finding in assess(room.game, room.state).findings:
        if finding.verdict != "occurred":
            continue
        part = re.split(r"\n(?=  \w\d\d )|\n\n", text[text.index(f"\n  {finding.id} ") + 1 :])[0]
        quoted = [int(number) for number in re.findall(r"^ {6}- \d+\.\d+\.(\d+) ", part, re.M)]
        beside = re.search(r"- (\d+)(?: more)? events? of the transcript", part)
        assert quoted == [n for n in finding.evidence if n in quoted]
        assert len(quoted) <= QUOTED
        assert len(quoted) + (int(beside[1]) if beside else 0) == len(finding.evidence)
        assert all(room.events[n - 1].to == ALL or room.events[n - 1].body.kind == "dial" for n in quoted)


def test_private_words_stay_private_and_scores_are_told_on_request() -> None:
    room = ended()
    assert "canary-of-dawa" not in "\n".join(ending(room))
    assert "each on its own scale ==" in "\n".join(ending(room))
    assert "each on its own scale ==" not in "\n".join(ending(room, reveal=False))


def test_the_invitation_to_the_hot_wash_is_last() -> None:
    assert "Hot wash: leave your roles" in " ".join(ending(ended())[-2:])
