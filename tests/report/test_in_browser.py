"""The report in a real browser: nothing asked of the network, nothing wider than a phone, links that lead somewhere, axe content."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import evil
import played
import pytest
from reported import NOTES, told

from exercise.report.account import account
from exercise.report.comparison import compare
from exercise.report.comparison_page import as_html as comparison_page
from exercise.report.page import as_html
from exercise.review.desk import open_desk

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")

PHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        # A container has no namespaces to make a sandbox of; the pages are our own.
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    short = open_desk(played.transcript(2, "first-steps"))
    texts = {
        "report": as_html(told()),
        "redacted": as_html(told(redacted=True)),
        "hostile": as_html(account(evil.desk())),
        "comparison": comparison_page(short.game.scenario, compare([(short, NOTES)] * 30)),
        "hostile-comparison": comparison_page(evil.desk().game.scenario, compare([(evil.desk(), ())] * 2)),
        "short": as_html(account(short, NOTES)),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture
def visit(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    """Opens a page, and fails at the end for anything that it asked of the network or complained of."""
    asked: list[str] = []
    contexts = []

    def opened(name: str, scheme: str, size: dict[str, int]) -> Any:
        context = browser.new_context(viewport=size, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: asked.append(message.text))
        page.on("pageerror", lambda error: asked.append(str(error)))
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(pages[name].as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
@pytest.mark.parametrize("name", ["report", "redacted", "hostile", "comparison", "hostile-comparison"])
def test_nothing_is_wider_than_the_window(visit: Any, name: str, scheme: str, size: dict[str, int]) -> None:
    page = visit(name, scheme, size)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_link_to_evidence_leads_to_the_event(visit: Any) -> None:
    page = visit("report", "light", SCREEN)
    link = page.locator("#findings .evidence a").first
    wanted = link.get_attribute("href")
    link.click()
    target = page.locator(wanted)
    assert page.evaluate("location.hash") == wanted
    assert target.evaluate("part => part.matches(':target')")
    top = target.evaluate("part => part.getBoundingClientRect().top")
    assert -1 <= top < SCREEN["height"]
    back = target.locator("small a").first
    back.click()
    assert page.locator(back.get_attribute("href")).count() == 1


def test_dark_is_dark_and_light_is_light(visit: Any) -> None:
    grounds = {
        scheme: visit("report", scheme, SCREEN).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 23, 30)"}


def test_it_prints_black_on_white_without_the_way_around(visit: Any) -> None:
    page = visit("report", "dark", SCREEN)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_what_is_typed_stays(visit: Any) -> None:
    page = visit("report", "light", PHONE)
    field = page.get_by_label("What was said at step 3, What happened")
    field.fill("It turned on day 6.")
    assert field.input_value() == "It turned on day 6."


@pytest.mark.parametrize("name", ["short", "comparison"])
@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", SCREEN)])
def test_axe_finds_no_barrier(visit: Any, name: str, scheme: str, size: dict[str, int]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = visit(name, scheme, size)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = axe.Axe().run(page)
    assert found.response["passes"]
    assert found.violations_count == 0, found.generate_report()
