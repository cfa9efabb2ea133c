"""A card that waits for an answer lets its default hold when a person passes."""

from pathlib import Path

from click.testing import CliRunner

from exercise.cli import cli


def test_pass_lets_the_default_of_a_card_hold(tmp_path: Path) -> None:
    arguments = [
        "play",
        "iraq-2006",
        "--seat",
        "IAF",
        "--plain",
        "--seed",
        "6",
        "--transcript",
        str(tmp_path / "t.jsonl"),
    ]
    said = CliRunner().invoke(cli, arguments, input="pass\n" * 120).output
    assert "choose E01 separate" in said
    assert "-- Day 7, morning" in said
    assert "Refused (FLOOR)" not in said
