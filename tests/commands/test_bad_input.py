"""Bad input to the command line: one clear sentence, exit code 2, no traceback, nothing lost."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import command, exercise, process

PLAY = ("play", "iraq-2006", "--plain")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("play", "irak-2006"), "no scenario irak-2006; did you mean iraq-2006?"),
        (("show", "nothing-like-it"), "no scenario nothing-like-it; there are "),
        (("show", "iraq-2006", "--role", "SCIR"), "did you mean SCIRI?"),
        ((*PLAY, "--seat", "SCIRRI"), "no seat SCIRRI; did you mean SCIRI?"),
        ((*PLAY, "--seat", "KA", "--seat", "KA=Bea"), "the seat KA is given away twice"),
        ((*PLAY, "--bots", "tradr"), "no style tradr; did you mean trader?"),
        ((*PLAY, "--bots", "KA=angel"), "no style angel; there are "),
        ((*PLAY, "--absent", "IFA"), "no seat IFA; did you mean IAF?"),
        ((*PLAY, "--seat", "=Ann"), "no seat without a name; there are KA, SCIRI"),
        (("play", "gone.yaml"), "cannot read gone.yaml: it is not there"),
        (("check", "gone.yaml"), "cannot read gone.yaml: it is not there"),
        ((*PLAY, "--seet", "KA"), "--seat"),
        ((*PLAY, "--deck", "standart"), "no deck standart; did you mean standard?"),
        ((*PLAY, "--difficulty", "hardest"), "did you mean harder?"),
        ((*PLAY, "--difficulty", "99"), "a difficulty moves reservations by -10 to 10 points, not 99"),
        ((*PLAY, "--leave-out", "E99"), "no card E99; did you mean E"),
        ((*PLAY, "--issue", "ROL"), "no follow-on issue ROL"),
        ((*PLAY, "--mediator", "none", "--seat", "MED"), "--mediator none says something else about MED"),
        ((*PLAY, "--seed", "-1"), "Invalid value for '--seed'"),
        ((*PLAY, "--mediator", "maybe"), "Invalid value for '--mediator'"),
        ((*PLAY, "--pace", "soon"), "Invalid value for '--pace'"),
        ((*PLAY, "--script", "no-such-file.txt"), "cannot read the script no-such-file.txt: No such file or directory"),
        (("resume", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("dance",), "No such command 'dance'"),
    ],
)
def test_a_wrong_word_is_answered_in_a_sentence(arguments: tuple[str, ...], says: str) -> None:
    result = exercise(*arguments)
    assert result.exit_code == 2
    assert says in result.output.replace("\n", " ")
    assert "Traceback" not in result.output


def test_a_transcript_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("precious\n")
    result = exercise(*PLAY, "--bots", "all", "--transcript", str(path))
    assert result.exit_code == 2
    assert "mine.jsonl" in result.output
    assert path.read_text() == "precious\n"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = exercise(*PLAY, "--bots", "all", "--transcript", str(tmp_path / "gone" / "t.jsonl"))
    assert result.exit_code == 2
    assert "gone" in result.output


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    result = exercise(*PLAY, "--bots", "all", "--transcript", str(folder / "t.jsonl"))
    assert result.exit_code == 2
    assert "closed" in result.output


def test_a_folder_for_a_file_is_refused(tmp_path: Path) -> None:
    for arguments in (("resume", str(tmp_path)), (*PLAY, "--transcript", str(tmp_path))):
        result = exercise(*arguments)
        assert result.exit_code == 2
        assert "is a directory" in result.output


def test_a_scenario_with_mistakes_is_listed_with_places(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("id: bad\ntitle: [\n")
    for verb in ("play", "show", "check", "diagram"):
        result = exercise(verb, str(path))
        assert result.exit_code == 2
        assert re.search(r"bad\.yaml:\d+:\d+: error SCN\d+: ", result.output)
        assert "Traceback" not in result.output


@pytest.mark.parametrize("damage", [b"not json\n", b"", b'{"format": "something else"}\n', b"\xff\xfe\x00"])
def test_what_is_no_transcript_is_said_to_be_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(damage)
    result = exercise("resume", str(path))
    assert result.exit_code == 2
    assert "t.jsonl" in result.output
    assert path.read_bytes() == damage


def test_a_wrong_command_of_a_script_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    script = tmp_path / "s.txt"
    script.write_text('# how it begins\nspeak "We are here."\nvote perhaps\nspeak "never reached"\n')
    result = exercise(*PLAY, "--seat", "KA", "--transcript", str(tmp_path / "t.jsonl"), "--script", str(script))
    assert result.exit_code == 2
    assert "s.txt:3:6: error LINE: expected yes, no or abstain, not perhaps (write: vote" in result.output
    assert "never reached" not in result.output


def test_a_script_that_ends_leaves_the_exercise_saved(tmp_path: Path) -> None:
    script, path = tmp_path / "s.txt", tmp_path / "t.jsonl"
    script.write_text('speak "We are here."\n')
    result = exercise(*PLAY, "--seat", "KA", "--transcript", str(path), "--script", str(script))
    assert result.exit_code == 0
    assert "The input has ended; the exercise is saved as far as it went." in result.output
    assert "Go on with: exercise resume" in result.output
    assert "We are here." in path.read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    result = exercise(*PLAY, "--bots", "all", "--transcript", "/dev/full")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command("scenarios"), stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert "cannot write the output: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    arguments = command(*PLAY, "--bots", "all", "--transcript", str(tmp_path / "t.jsonl"))
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert "Traceback" not in running.stderr.read()


def test_names_with_control_codes_never_reach_the_terminal() -> None:
    done = process("play", "\x1b[2Jiraq")
    assert done.returncode == 2
    assert "\x1b" not in done.stdout + done.stderr
