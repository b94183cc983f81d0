from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Opened = Callable[..., Page]

pytestmark = pytest.mark.timeout(90)

# The mean of the time between two pictures, in ms, while the page scrolls to its end for a second.
SCROLL = """() => new Promise((done) => {
  const began = performance.now();
  let pictures = 0;
  const step = (now) => {
    pictures += 1;
    scrollBy(0, 60);
    if (now - began < 1000) requestAnimationFrame(step);
    else done((now - began) / pictures);
  };
  requestAnimationFrame(step);
})"""


@pytest.fixture
def one(opened: Opened, new_key: Callable[..., str], film: Callable[[str, str], str]) -> Page:
    """The gallery of a key that has made one film."""
    key = new_key()
    film(key, "a film to keep")
    page = opened(key=key)
    expect(page.locator(".ghost")).to_have_count(0)
    return page


def test_an_empty_gallery_says_what_will_be_there(opened: Opened) -> None:
    page = opened()
    expect(page.get_by_text("Nothing yet. What you generate is kept here.")).to_be_visible()
    expect(page.locator(".ghost")).to_have_count(0)


def test_five_hundred_films_come_as_the_reader_scrolls_each_once_and_smoothly(
    opened: Opened, new_key: Callable[..., str], kept: Callable[[str, int], None]
) -> None:
    key = new_key()
    kept(key, 500)
    page = opened(key=key)
    expect(page.locator(".ghost")).to_have_count(0)
    assert page.locator(".card").count() < 100
    page.wait_for_function(
        "() => (scrollTo(0, document.body.scrollHeight),"
        " document.querySelectorAll('.card').length === 500)",
        polling=50,
    )
    said = page.locator(".card .said").all_text_contents()
    assert said == [f"film {number}" for number in range(1, 501)]
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate(SCROLL) < 50


def test_a_poster_plays_while_the_pointer_is_on_it(one: Page) -> None:
    video = one.locator(".card video")
    expect(video).to_be_hidden()
    one.locator(".card .shot").hover()
    one.wait_for_function("() => document.querySelector('.card video').currentTime > 0")
    one.mouse.move(0, 0)
    expect(video).to_be_hidden()


def test_no_poster_plays_for_who_wants_less_motion(one: Page) -> None:
    one.emulate_media(reduced_motion="reduce")
    one.locator(".card .shot").hover()
    expect(one.locator(".card video")).to_be_hidden()


def test_a_film_is_shown_again_and_its_link_works_without_a_key(one: Page) -> None:
    one.locator(".card .shot").click()
    expect(one.locator("#player")).to_be_visible()
    one.locator(".card").get_by_role("button", name="Copy link").click()
    expect(one.get_by_text("Link copied")).to_be_visible()
    link = one.evaluate("navigator.clipboard.readText()")
    one.context.clear_cookies()
    assert one.context.request.get(link).headers["content-type"] == "video/mp4"


def test_the_parameters_of_a_film_are_taken_up_and_its_seed_varied(one: Page) -> None:
    card = one.locator(".card").last
    card.get_by_role("button", name="Re-use").click()
    expect(one.get_by_label("Prompt", exact=True)).to_have_value("a film to keep")
    seed = one.locator("#seed").input_value()
    assert f"seed {seed}" in str(card.locator(".facts").text_content())
    card.get_by_role("button", name="Vary").click()
    expect(one.locator(".card")).to_have_count(2)
    assert one.locator("#seed").input_value() != seed


def test_a_film_that_is_deleted_is_gone_for_good(one: Page) -> None:
    one.on("dialog", lambda dialog: dialog.accept())
    one.locator(".card .shot").click()
    expect(one.locator("#player")).to_be_visible()
    one.locator(".card").get_by_role("button", name="Delete").click()
    expect(one.locator(".card")).to_have_count(0)
    expect(one.get_by_text("Your film plays here.")).to_be_visible()
    one.reload()
    expect(one.get_by_text("Nothing yet.")).to_be_visible()


def test_what_the_engine_understood_and_could_not_show_stands_with_the_film(
    opened: Opened,
) -> None:
    page = opened()
    about = {
        "setting": {"kind": "beach", "time": "sunset", "weather": ["clear"], "season": None},
        "actors": [{"noun": "cat", "object": "cat", "resolved": "exact", "count": 2}],
        "style": "cinematic",
        "unresolved": ["justice"],
    }
    chips = page.evaluate(
        "async (about) => (await import('/app/static/understood.js')).chips(about)", about
    )
    assert [chip["text"] for chip in chips] == [
        "beach", "sunset", "clear", "cinematic", "2 cat", "not shown: justice",
    ]  # fmt: skip
