"""A diagnostic as it is printed."""

import pytest

from exercise.authoring.explain import WIDTH, explain, read_line
from exercise.model.diagnostic import Diagnostic, Severity


def diagnostic(line: int, column: int, message: str = "wrong") -> Diagnostic:
    return Diagnostic("f.yaml", line, column, Severity.ERROR, "SCN999", message, "mend it")


def test_caret_under_the_column():
    shown = explain(diagnostic(3, 8), lambda file, line: "title: wrong")
    assert shown == "f.yaml:3:8: error SCN999: wrong (mend it)\n    3 | title: wrong\n               ^"


def test_indentation_is_left_out():
    shown = explain(diagnostic(3, 9), lambda file, line: "      - x")
    assert shown.endswith("    3 | - x\n          ^")


@pytest.mark.parametrize("column", [1, 60, 300, 500, 9999])
def test_a_long_line_is_cut_around_the_place(column):
    line = "".join(chr(97 + i % 26) for i in range(500))
    source, caret = explain(diagnostic(1, column), lambda file, number: line).split("\n")[1:]
    assert len(source) <= WIDTH + 8
    if column <= 500:
        assert source[len(caret) - 1] == line[column - 1]


def test_wide_signs_before_the_place():
    source, caret = explain(diagnostic(1, 4), lambda file, line: "水水水x").split("\n")[1:]
    assert source.index("x") == 11
    assert len(caret) == len("    1 | ") + 6 + 1


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\u202e", "\x9b", "\ud800"])
def test_no_sign_of_a_file_reaches_the_terminal(sign):
    shown = explain(diagnostic(1, 2, f"bad {sign}"), lambda file, line: f"a {sign} b")
    assert sign[0] not in shown


def test_without_a_line_there_is_only_the_message():
    assert "\n" not in explain(diagnostic(0, 0), lambda file, line: "never read")
    assert "\n" not in explain(diagnostic(9, 1), lambda file, line: "")


def test_read_line(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\xff\n")
    assert read_line(str(path), 1) == "one"
    assert read_line(str(path), 2) == "two\ufffd"
    assert read_line(str(path), 9) == ""
    assert read_line(str(tmp_path / "none"), 1) == ""
