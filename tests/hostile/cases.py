"""Files that are made to hurt: each is written into a folder and has to be refused, or read, quickly and with little memory."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

BAD = Path(__file__).parent.parent / "bad"
HEAD = "extends: base.yaml\nid: bad\n"
MIB = 1024 * 1024

Write = Callable[[Path], None]
CASES: dict[str, tuple[str, Write]] = {}
"""The code that is expected, none where the file does no harm, and how the case is written. The file to check is `bad.yaml`."""


def case(code: str) -> Callable[[Write], Write]:
    def add(write: Write) -> Write:
        CASES[write.__name__.replace("_", "-")] = code, write
        return write

    return add


def valley(folder: Path) -> None:
    shutil.copy(BAD / "base.yaml", folder)
    shutil.copytree(BAD / "roles", folder / "roles")


def text(folder: Path, body: str, name: str = "bad.yaml") -> None:
    (folder / name).write_text(HEAD + body, encoding="utf-8")


# Size


@case("SCN102")
def a_hundred_megabytes(folder: Path) -> None:
    with (folder / "bad.yaml").open("wb") as file:
        file.truncate(100 * MIB)


@case("SCN102")
def a_hundred_megabytes_included(folder: Path) -> None:
    text(folder, "include: [large.yaml]\n")
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(100 * MIB)


@case("SCN156")
def two_hundred_large_pieces(folder: Path) -> None:
    names = [f"p{n}.yaml" for n in range(300)]
    text(folder, f"include: [{', '.join(names)}]\n")
    for name in names:
        (folder / name).write_text("# " + "x" * 20_000 + "\nthemes: []\n", encoding="utf-8")


@case("SCN157")
def pieces_of_two_mebibytes_each(folder: Path) -> None:
    names = [f"p{n}.yaml" for n in range(40)]
    text(folder, f"include: [{', '.join(names)}]\n")
    for name in names:
        (folder / name).write_text("claims:\n" + "  - {id: x}\n" * 160_000, encoding="utf-8")


@case("SCN106")
def two_mebibytes_of_quotes(folder: Path) -> None:
    (folder / "bad.yaml").write_text('"' * (2 * MIB - 10), encoding="utf-8")


@case("SCN106")
def two_mebibytes_of_open_brackets(folder: Path) -> None:
    (folder / "bad.yaml").write_text("[" * (2 * MIB - 10), encoding="utf-8")


@case("SCN113")
def two_mebibytes_of_dashes(folder: Path) -> None:
    (folder / "bad.yaml").write_text("- " * (MIB - 10), encoding="utf-8")


@case("SCN157")
def two_mebibytes_of_commas(folder: Path) -> None:
    text(folder, f"themes: [{'a,' * (MIB - 100)}]\n")


@case("SCN157")
def two_mebibytes_of_keys(folder: Path) -> None:
    text(folder, "".join(f"k{n}: 1\n" for n in range(180_000)))


@case("SCN157")
def two_mebibytes_of_the_same_key(folder: Path) -> None:
    text(folder, "title: x\n" * 230_000)


@case("SCN157")
def two_mebibytes_of_things_with_one_id(folder: Path) -> None:
    text(folder, "dials:\n" + "  - {id: a, name: A, start: 1}\n" * 65_000)


@case("SCN157")
def two_mebibytes_of_unknown_names(folder: Path) -> None:
    text(folder, "seats:\n  - {id: NORTH, rivals: [" + ", ".join(f"n{n}" for n in range(240_000)) + "]}\n")


@case("SCN309")
def a_long_unknown_name(folder: Path) -> None:
    text(folder, f"deck: {'plain' * 300_000}\n")


@case("SCN209")
def ids_that_are_long_and_alike(folder: Path) -> None:
    text(folder, "dials:\n" + "".join(f"  - {{id: {'a' * 900}{n}, name: A, start: 1}}\n" for n in range(2_000)))


@case("SCN202")
def long_keys_that_are_alike(folder: Path) -> None:
    text(folder, "".join(f"{'title' * 180}{n}: 1\n" for n in range(2_000)))


@case("SCN441")
def a_megabyte_in_one_expression(folder: Path) -> None:
    text(folder, f'findings:\n  - {{id: F1, test: "{"true || " * 200_000}true"}}\n')


@case("SCN157")
def many_expressions(folder: Path) -> None:
    tests = "".join(
        f'  - {{id: G{n}, name: x, says: y, test: "settled_count == {n} || day > {n}"}}\n' for n in range(4_000)
    )
    text(folder, f"findings:\n{tests}")


@case("SCN157")
def keys_that_nobody_knows(folder: Path) -> None:
    text(folder, "".join(f"titel{n}: 1\n" for n in range(15_000)))


@case("SCN309")
def keys_that_no_role_knows(folder: Path) -> None:
    path = folder / "roles" / "NORTH.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "".join(f"brief{n}: 1\n" for n in range(15_000)), encoding="utf-8"
    )
    text(folder, "deck: plian\n")


@case("SCN309")
def occasions_that_nobody_knows(folder: Path) -> None:
    path = folder / "roles" / "NORTH.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "".join(f"  propos{n}: x\n" for n in range(15_000)), encoding="utf-8"
    )
    text(folder, "deck: plian\n")


@case("SCN157")
def one_key_again_and_again(folder: Path) -> None:
    text(folder, "title: x\n" * 15_000)


@case("SCN157")
def one_id_again_and_again(folder: Path) -> None:
    text(folder, "dials:\n" + "  - {id: a, name: A, start: 1}\n" * 5_000)


@case("SCN157")
def names_that_nobody_knows_among_many_that_are_known(folder: Path) -> None:
    seats = "".join(f"  - {{id: seat{n}, name: x, kind: outside}}\n" for n in range(3_000))
    text(folder, f"seats:\n  - {{id: NORTH, rivals: [{', '.join(f'saet{n}' for n in range(3_000))}]}}\n{seats}")


@case("SCN210")
def a_window_of_many_days(folder: Path) -> None:
    text(folder, f"injects:\n  - {{id: FLOOD, window: [{'1, ' * 10_000}2]}}\n")


@case("SCN102")
def pieces_of_comments(folder: Path) -> None:
    names = [f"p{n}.yaml" for n in range(100)]
    text(folder, f"include: [{', '.join(names)}]\n")
    for name in names:
        (folder / name).write_text("# comment\n" * 200_000, encoding="utf-8")


@case("SCN108")
def two_mebibytes_of_empty_lines(folder: Path) -> None:
    (folder / "bad.yaml").write_text("\n" * (2 * MIB), encoding="utf-8")


@case("")
def a_secret_that_is_a_book(folder: Path) -> None:
    path = folder / "roles" / "NORTH.yaml"
    book = " ".join(f"word{n % 977}" for n in range(100_000))
    path.write_text(path.read_text(encoding="utf-8").replace("You need the mill", book), encoding="utf-8")
    text(folder, f'summary: "{book[::-1][:300_000]}"\n')


@case("")
def an_agenda_with_many_packages(folder: Path) -> None:
    issues = "".join(
        f"  - {{id: I{n}, title: x, options: [{', '.join(f'{{id: I{n}.{k}, title: x, text: y}}' for k in range(9))}]}}\n"
        for n in range(12)
    )
    for seat in ("NORTH", "SOUTH"):
        path = folder / "roles" / f"{seat}.yaml"
        role = path.read_text(encoding="utf-8").split("weights:")[0]
        weights = ", ".join(f"I{n}: {8 if n else 4}" for n in range(12)) + ", WATER: 4, ROAD: 4"
        sheet = "".join(
            f"  I{n}: {{values: [{', '.join(str((k * 37 + n * 11 + len(seat) * n) % 101) for k in range(9))}]}}\n"
            for n in range(12)
        )
        sheet += "  WATER: {values: [9, 8, 7]}\n  ROAD: {values: [5, 6]}\n"
        path.write_text(f"{role}weights:\n  core: {{{weights}}}\nsheet:\n{sheet}", encoding="utf-8")
    text(folder, f"issues:\n{issues}stages:\n  - {{id: talks, issues: all}}\n")


@case("SCN157")
def removals_of_many_things(folder: Path) -> None:
    body = "".join(f"  - {{id: d{n}, name: A, start: 1}}\n" for n in range(3_500))
    (folder / "large.yaml").write_text("extends: base.yaml\nid: large\ndials:\n" + body, encoding="utf-8")
    names = ", ".join(f"e{n}" for n in range(3_500))
    (folder / "bad.yaml").write_text(f"extends: large.yaml\nid: bad\nremove: {{dials: [{names}]}}\n", encoding="utf-8")


# Depth


@case("SCN106")
def a_thousand_brackets(folder: Path) -> None:
    text(folder, f"summary: {'[' * 1_000}{']' * 1_000}\n")


@case("SCN113")
def a_thousand_maps(folder: Path) -> None:
    text(folder, f"settings: {'{a: ' * 1_000}1{'}' * 1_000}\n")


@case("SCN113")
def a_thousand_steps_of_indentation(folder: Path) -> None:
    text(folder, "settings:\n" + "".join(" " * (n + 1) + "a:\n" for n in range(1_000)))


@case("SCN441")
def an_expression_in_a_thousand_brackets(folder: Path) -> None:
    text(folder, f'findings:\n  - {{id: F1, test: "{"(" * 900}true{")" * 900}"}}\n')


@case("")
def an_expression_with_many_not(folder: Path) -> None:
    text(folder, f'findings:\n  - {{id: F1, test: "{"!" * 1_900}true"}}\n')


@case("SCN441")
def searches_inside_searches(folder: Path) -> None:
    inner = "true"
    for n in range(12):
        inner = f"entries('spoke').exists(e{n}, {inner})"
    text(folder, f'findings:\n  - {{id: F1, test: "{inner}"}}\n')


@case("")
def many_searches_side_by_side(folder: Path) -> None:
    one = "entries('spoke').all(a, entries('spoke').all(b, a.n == b.n))"
    text(folder, f'findings:\n  - {{id: F1, test: "{" && ".join([one] * 30)}"}}\n')


@case("")
def a_pattern_that_goes_back_and_forth(folder: Path) -> None:
    text(
        folder,
        f"findings:\n  - {{id: F1, test: \"'{'a' * 800}'.matches('(a+)+$') && stage.matches('((a{{1,99}}){{1,99}}){{1,99}}')\"}}\n",
    )


@case("")
def a_list_that_doubles(folder: Path) -> None:
    inner = "parties"
    for _ in range(2):
        inner = f"({inner} + {inner} + {inner} + {inner} + {inner} + {inner} + {inner} + {inner})"
    text(folder, f'findings:\n  - {{id: F1, test: "{inner}.map(a, {inner}).size() > 1"}}\n')


# Anchors and tags


@case("SCN109")
def a_billion_laughs(folder: Path) -> None:
    lines = ['a0: &a0 "ha"'] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    text(folder, "\n".join(lines) + "\n")


@case("SCN109")
def an_alias_to_itself(folder: Path) -> None:
    text(folder, "settings: &a {b: *a}\n")


@case("SCN109")
def a_merge_key(folder: Path) -> None:
    text(folder, "settings: &a {drift_limit: 4}\nclock: {<<: *a}\n")


@case("SCN110")
def a_python_object(folder: Path) -> None:
    text(folder, 'title: !!python/object/apply:os.system ["touch owned"]\n')


@case("SCN110")
def a_binary_tag(folder: Path) -> None:
    text(folder, f"title: !!binary {'QUFB' * 1_000}\n")


# Encodings


@case("SCN103")
def utf_16(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes((HEAD + "title: x\n").encode("utf-16"))


@case("SCN104")
def utf_16_without_a_mark(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes((HEAD + "title: x\n").encode("utf-16-le"))


@case("SCN103")
def utf_32(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes((HEAD + "title: x\n").encode("utf-32"))


@case("SCN103")
def latin_1(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes((HEAD + "title: Dörfer\n").encode("latin-1"))


@case("SCN103")
def bytes_that_are_nothing(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes(HEAD.encode() + bytes(range(128, 256)) * 1_000)


@case("SCN103")
def surrogates(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes(HEAD.encode() + b"title: \xed\xa0\x80\n")


@case("SCN104")
def nul_bytes(folder: Path) -> None:
    (folder / "bad.yaml").write_bytes(HEAD.encode() + b"\0" * MIB)


@case("SCN114")
def escape_codes(folder: Path) -> None:
    text(folder, 'title: "\\e]52;c;Zm9v\\a"\n')


@case("SCN114")
def a_mark_in_the_middle(folder: Path) -> None:
    text(folder, "title: a\u202eb\n")


@case("SCN301")
def a_line_of_marks_that_join(folder: Path) -> None:
    text(folder, f'seats:\n  - {{id: NORTH, rivals: ["e{chr(0x301) * 400_000}"]}}\n')


# Paths


@case("SCN151")
def dots_that_lead_out(folder: Path) -> None:
    text(folder, "include: [../../../../../../../../etc/passwd]\n")


@case("SCN151")
def an_absolute_path(folder: Path) -> None:
    text(folder, "include: [/etc/passwd]\nroles: /etc\n")


@case("SCN151")
def a_link_that_leads_out(folder: Path) -> None:
    text(folder, "include: [link.yaml]\n")
    (folder / "link.yaml").symlink_to("/etc/passwd")


@case("SCN151")
def a_folder_of_roles_that_is_a_link(folder: Path) -> None:
    text(folder, "roles: elsewhere\n")
    (folder / "elsewhere").symlink_to("/etc")


@case("SCN101")
def a_path_that_is_long(folder: Path) -> None:
    text(folder, f"include: [{'a/' * 5_000}b.yaml]\n")


@case("SCN151")
def a_path_with_a_nul(folder: Path) -> None:
    text(folder, 'include: ["a\\0b.yaml"]\n')


@case("SCN151")
def links_in_a_circle(folder: Path) -> None:
    text(folder, "include: [one.yaml]\n")
    (folder / "one.yaml").symlink_to("two.yaml")
    (folder / "two.yaml").symlink_to("one.yaml")


@case("SCN152")
def files_in_a_circle(folder: Path) -> None:
    text(folder, "include: [one.yaml]\n")
    (folder / "one.yaml").write_text("include: [two.yaml]\n", encoding="utf-8")
    (folder / "two.yaml").write_text("include: [bad.yaml]\n", encoding="utf-8")


@case("SCN152")
def a_file_that_extends_itself(folder: Path) -> None:
    (folder / "bad.yaml").write_text("extends: bad.yaml\nid: bad\n", encoding="utf-8")


@case("SCN156")
def pieces_that_multiply(folder: Path) -> None:
    text(folder, "include: [p0.yaml]\n")
    for n in range(12):
        (folder / f"p{n}.yaml").write_text(f"include: [{', '.join([f'p{n + 1}.yaml'] * 9)}]\n", encoding="utf-8")
    (folder / "p12.yaml").write_text("themes: []\n", encoding="utf-8")


# Special files


@case("SCN101")
def a_pipe(folder: Path) -> None:
    text(folder, "include: [pipe.yaml]\n")
    os.mkfifo(folder / "pipe.yaml")


@case("SCN101")
def a_pipe_among_the_roles(folder: Path) -> None:
    text(folder, "roles: [roles/pipe.yaml, roles]\n")
    os.mkfifo(folder / "roles" / "pipe.yaml")


@case("SCN101")
def the_file_itself_is_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "bad.yaml")


@case("SCN101")
def a_device_without_end(folder: Path) -> None:
    (folder / "bad.yaml").symlink_to("/dev/zero")


@case("SCN101")
def a_folder_for_a_file(folder: Path) -> None:
    text(folder, "include: [roles]\n")


# Removals and merges


@case("SCN157")
def a_variant_of_many_things(folder: Path) -> None:
    body = "".join(f"  - {{id: d{n}, name: A, start: 1}}\n" for n in range(30_000))
    (folder / "large.yaml").write_text("extends: base.yaml\nid: large\ndials:\n" + body, encoding="utf-8")
    names = ", ".join(f"d{n}" for n in range(30_000))
    (folder / "bad.yaml").write_text(f"extends: large.yaml\nid: bad\nremove: {{dials: [{names}]}}\n", encoding="utf-8")


@case("SCN157")
def lists_of_a_hundred_thousand_days(folder: Path) -> None:
    text(folder, f"injects:\n  - {{id: FLOOD, window: [{'1, ' * 100_000}2]}}\n")


@case("SCN204")
def numbers_without_end(folder: Path) -> None:
    text(folder, f"minutes: {'9' * 100_000}\nsettings: {{pledge: 1.{'9' * 100_000}}}\nclock: {{days: 1e999}}\n")


@case("SCN207")
def many_days_and_many_sessions(folder: Path) -> None:
    text(folder, f"clock: {{days: 99999, sessions: [{'a, ' * 10_000}a]}}\n")
