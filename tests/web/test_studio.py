from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from kinema.accounts.keys import MANAGE

Opened = Callable[..., Page]

pytestmark = pytest.mark.timeout(90)


def ask(page: Page, prompt: str) -> None:
    page.get_by_label("Prompt", exact=True).fill(prompt)
    page.get_by_role("button", name="Generate").click()


def test_a_film_is_asked_for_watched_and_played(opened: Opened) -> None:
    page = opened()
    seen: list[float] = []
    page.expose_function("seen", lambda value: seen.append(value))
    page.evaluate(
        "new MutationObserver(() => seen(document.getElementById('progress').value))"
        ".observe(document.getElementById('progress'), {attributes: true})"
    )
    ask(page, "a fox, take 3")
    expect(page.locator("#player")).to_be_visible()
    page.wait_for_function("() => document.getElementById('player').currentTime > 0")
    assert len({value for value in seen if 0 < value < 1}) >= 2, "progress moved"


def test_a_film_can_be_cancelled_and_both_are_found_after_a_reload(opened: Opened) -> None:
    page = opened()
    ask(page, "first film")
    card = page.locator(".card", has_text="first film")
    expect(card.get_by_role("link", name="Download")).to_be_visible()
    ask(page, "second film, take 20")
    expect(page.locator("#eta")).to_contain_text("left")
    page.locator("#cancel").click()
    expect(page.locator("#failed")).to_contain_text("cancelled")
    page.reload()
    expect(page.locator(".card:not(.ghost)")).to_have_count(2)
    expect(page.locator(".card").first.locator(".badge")).to_have_text("cancelled")


def test_a_film_that_fails_says_why(opened: Opened) -> None:
    page = opened()
    ask(page, "please fail")
    expect(page.locator("#failed")).to_have_text("the fake engine was told to fail")
    expect(page.locator(".card .why")).to_have_text("the fake engine was told to fail")


def test_an_error_stands_beside_the_field_that_it_names(opened: Opened) -> None:
    page = opened()
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#prompt-error")).to_have_text("Say what the film shows.")
    page.evaluate("document.getElementById('prompt').removeAttribute('maxlength')")
    ask(page, "x" * 2501)
    expect(page.locator("#prompt-error")).to_contain_text("at most 2500")
    expect(page.get_by_label("Prompt", exact=True)).to_have_attribute("aria-invalid", "true")


def test_a_page_recovers_when_the_service_restarts_under_it(
    opened: Opened, stopped: Callable[[], AbstractContextManager[None]]
) -> None:
    page = opened()
    ask(page, "a long film, take 3")
    expect(page.locator("#phase")).to_have_text("Filming")
    with stopped():
        expect(page.locator("#offline")).to_be_visible()
        ask(page, "another film")
        expect(page.locator("#form-error")).to_have_text("The service does not answer.")
    expect(page.locator("#player")).to_be_visible(timeout=30_000)
    expect(page.locator("#offline")).to_be_hidden()


def test_a_prompt_is_shown_as_the_text_it_is(opened: Opened) -> None:
    page = opened()
    prompt = "<img src=x onerror=alert(1)><b>bold</b> كلب يركض '; DROP TABLE films; --"
    ask(page, prompt)
    expect(page.locator(".card .said")).to_have_text(prompt)
    expect(page.locator(".card .said b")).to_have_count(0)


def test_a_prompt_in_arabic_is_written_from_the_right(opened: Opened) -> None:
    page = opened()
    ask(page, "كلب يركض على الشاطئ")
    expect(page.locator(".card .said")).to_have_css("direction", "rtl")


def test_the_camera_pad_writes_the_documented_control_and_says_it(opened: Opened) -> None:
    page = opened()
    page.locator("#camera summary").click()
    page.get_by_role("slider", name="zoom").fill("-3")
    page.get_by_role("tab", name="Code").click()
    control = '"camera_control":{"type":"simple","config":{"zoom":-3}}'
    expect(page.locator("#source")).to_contain_text(control)
    name = "Preview of the camera move: zoom \N{MINUS SIGN}3"
    expect(page.get_by_role("img", name=name)).to_be_visible()


def test_the_camera_stands_still_for_who_wants_less_motion(opened: Opened) -> None:
    page = opened()
    page.emulate_media(reduced_motion="reduce")
    page.locator("#camera summary").click()
    page.get_by_role("slider", name="pan").fill("9")
    picture = "document.getElementById('pad').toDataURL()"
    page.wait_for_timeout(100)
    before = page.evaluate(picture)
    page.wait_for_timeout(200)
    assert page.evaluate(picture) == before


def test_the_price_is_told_before_it_is_paid(opened: Opened) -> None:
    page = opened()
    expect(page.locator("#price")).to_have_text("$0.1575")
    page.get_by_label("10 s").check()
    expect(page.locator("#price")).to_have_text("$0.3150")


def test_two_tabs_show_the_same_film(opened: Opened) -> None:
    page = opened()
    other = page.context.new_page()
    other.goto(page.url)
    ask(page, "seen twice")
    expect(other.locator(".card .said")).to_have_text("seen twice", timeout=30_000)


def test_a_film_is_made_without_touching_a_mouse(opened: Opened) -> None:
    page = opened()
    page.get_by_label("Prompt", exact=True).focus()
    page.keyboard.type("by keys alone")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#player")).to_be_visible()
    page.get_by_role("tab", name="Film").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#source")).to_be_visible()


def test_a_key_that_may_not_make_films_is_told_so(
    opened: Opened, new_key: Callable[..., str]
) -> None:
    page = opened(key=new_key(MANAGE))
    expect(page.get_by_text("may not make films with this model")).to_be_visible()
    expect(page.get_by_role("button", name="Generate")).to_be_disabled()
