import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

MODEL_ID = "kling-video/v1/standard/text-to-video"
PAGES = ["/app/keys", "/app/usage", "/app/queue", f"/app/{MODEL_ID}"]
FILMS = "/v2/video/generations"
BODY = {"model": MODEL_ID, "prompt": "a fox"}
FOREIGN = "https://elsewhere.example"
OWN = {"x-kinema-page": "1", "sec-fetch-site": "same-origin"}

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
def visitor(url: str, new_key: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client with the cookie of one who signed in, and no other sign of its key."""
    with httpx.Client(base_url=url, cookies={"kinema_key": new_key()}, timeout=20.0) as client:
        yield client


def sign_in(page: Page, key: str) -> None:
    page.get_by_label("API key").fill(key)
    page.get_by_role("button", name="Sign in").click()


def test_a_wrong_key_is_told_so_and_lets_nobody_in(page: Page, url: str) -> None:
    page.goto(f"{url}/app/keys")
    sign_in(page, "0" * 32)
    expect(page.get_by_text("No key like that is valid here.")).to_be_visible()
    assert page.context.cookies() == []


def test_a_key_opens_the_page_that_was_asked_for_and_no_script_can_read_it(
    page: Page, url: str, new_key: Callable[..., str]
) -> None:
    page.goto(f"{url}/app/usage")
    sign_in(page, new_key())
    page.wait_for_url("**/app/usage")
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/app")
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_shown_to_nobody_without_a_valid_key(url: str, path: str) -> None:
    with httpx.Client(base_url=url, cookies={"kinema_key": "0" * 32}) as stranger:
        answer = stranger.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/app/sign-in?next={path}"


@pytest.mark.parametrize(
    "target", [FOREIGN, "//elsewhere.example", "/app/../v1/keys", "//[", "/app\r\nx: y"]
)
def test_sign_in_leads_nowhere_else(url: str, new_key: Callable[..., str], target: str) -> None:
    form = {"key": new_key(), "next": target}
    answer = httpx.post(f"{url}/app/sign-in", data=form)
    assert answer.headers["location"] == "/app"


@pytest.mark.parametrize("path", ["/app/sign-in", "/app/sign-out"])
def test_no_other_site_signs_a_visitor_in_or_out(
    visitor: httpx.Client, new_key: Callable[..., str], path: str
) -> None:
    answer = visitor.post(path, data={"key": new_key()}, headers={"origin": FOREIGN})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_page_of_ours_acts_with_the_cookie(visitor: httpx.Client) -> None:
    assert visitor.post(FILMS, json=BODY, headers=OWN).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"x-kinema-page": "1", "origin": FOREIGN},
        {"x-kinema-page": "1", "origin": "null"},
        {"x-kinema-page": "1", "sec-fetch-site": "cross-site"},
        {"x-kinema-page": "1", "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "same-origin"},
        {},
    ],
    ids=["origin", "null-origin", "cross-site", "same-site", "no-page", "nothing"],
)
def test_the_cookie_counts_for_nothing_that_another_site_sends(
    visitor: httpx.Client, headers: dict[str, str]
) -> None:
    assert visitor.post(FILMS, json=BODY, headers=headers).status_code == 401
    assert visitor.delete(f"{FILMS}?generation_id=x", headers=headers).status_code == 401


def test_another_site_reads_nothing_with_the_cookie(visitor: httpx.Client) -> None:
    answer = visitor.get(f"{FILMS}/list", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 401
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/app", "/app/sign-in", *PAGES])
def test_pages_forbid_what_they_do_not_need_and_need_nothing_inline(
    visitor: httpx.Client, path: str
) -> None:
    answer = visitor.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text) == []
    assert re.findall(r"(?:src|href|action)=\"(?!/)[^#\"]", answer.text) == []


@pytest.mark.parametrize("name", ["../routes.py", "..%2froutes.py", "absent.js", ""])
def test_no_file_is_served_but_those_that_belong_to_the_pages(url: str, name: str) -> None:
    assert httpx.get(f"{url}/app/static/{name}", follow_redirects=False).status_code in {303, 404}
