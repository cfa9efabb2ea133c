"""The page itself: one file that asks nobody, runs nothing, and can be read by everybody."""

import re
from collections.abc import Callable
from importlib.resources import files

import evil
import pytest
from markdown_it import MarkdownIt
from reported import HOSTILE, Page, desk, told

from exercise.report.account import account
from exercise.report.exports import as_csv, as_json
from exercise.report.page import as_html
from exercise.report.written import as_markdown, as_text

STYLE = (files("exercise.report") / "sheets" / "report.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("hostile", [False, True])
def test_the_page_is_one_file_that_asks_nobody_and_runs_nothing(hostile: bool) -> None:
    text = as_html(account(evil.desk()) if hostile else told())
    page = Page(text)
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert "default-src 'none'" in text
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert page.of("src") == []
    assert page.of("href")
    assert all(re.fullmatch(r"#[\w-]+", link) for link in page.of("href"))
    assert page.tags.count("style") == page.tags.count("title") == 1
    assert text.count("<style>") == 1
    assert f"<style>{STYLE}</style>" in text
    assert not set("\x1b\u202e\x07") & set(text)
    assert (evil.EVIL if hostile else HOSTILE).split("\x1b")[0] in page.text


@pytest.mark.parametrize("form", [as_text, as_json, as_csv, as_markdown])
def test_nothing_of_a_hostile_transcript_reaches_a_terminal(form: Callable[..., str]) -> None:
    assert not set("\x1b\u202e\x07\r") & set(form(account(evil.desk())))


def test_markdown_of_a_hostile_transcript_holds_no_markup() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(account(evil.desk())))
    kinds = {kind for token in tokens for kind in (token.type, *(child.type for child in token.children or ()))}
    assert not {"html_block", "html_inline", "link_open", "image", "code_block", "fence"} & kinds


def test_everybody_can_read_it() -> None:
    text = as_html(told())
    page = Page(text)
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert page.tags.count("caption") == page.tags.count("table")
    assert ("html", "lang", "en") in page.attributes
    assert (
        page.tags.count("main") == page.tags.count("header") == page.tags.count("footer") == page.tags.count("nav") == 1
    )
    assert {value for tag, name, value in page.attributes if tag == "th" and name == "scope"} == {"col", "row"}
    assert len([1 for tag, name, _ in page.attributes if tag == "th" and name == "scope"]) == page.tags.count("th")
    ids = page.of("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.of("href")} <= set(ids)
    assert all(link.strip() for link in re.findall(r"<a [^>]*>(.*?)</a>", text, re.DOTALL))


def test_every_chart_says_what_it_shows_and_has_its_figures_in_a_table() -> None:
    text, found = as_html(told()), told()
    charts = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', text)
    assert len(charts) == text.count("<svg") > len(found.dials)
    assert all(re.search(r": \d.* day", label) for label in charts)
    tables = re.findall(r"<summary>The figures of “(.*?)”</summary>", text)
    assert tables == [
        "Dials",
        "Distance between the parties",
        "Zone of agreement",
        *(f"Support on {i}" for i, _ in found.support),
    ]


def test_every_field_to_fill_in_has_a_label() -> None:
    labels = re.findall(r'<textarea [^>]*aria-label="([^"]+)"', as_html(told()))
    assert len(labels) == as_html(told()).count("<textarea")
    assert len(labels) == len(set(labels)) > 6


def palette(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_the_palette_can_be_told_apart(scheme: str) -> None:
    light, dark, printed = (palette(block) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL))
    colours = {"light": light, "dark": dark, "print": printed}[scheme]
    for text in ("ink", "muted", "accent"):
        for ground in ("paper", "wash"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["ink"], colours["tint"]) >= 4.5
    assert contrast(colours["accent"], colours["tint"]) >= 4.5
    assert contrast(colours["field"], colours["paper"]) >= 3


def test_contrast_is_computed_as_it_is_defined() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_page_without_debate_or_notes_has_no_empty_parts() -> None:
    page = Page(as_html(account(desk())))
    assert "notes" not in page.of("id")
    assert "#notes" not in page.of("href")
