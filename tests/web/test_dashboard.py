import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from kinema.accounts.keys import MANAGE, VIDEO

Opened = Callable[..., Page]
NewKey = Callable[..., str]

pytestmark = pytest.mark.timeout(90)


def test_keys_are_made_limited_and_revoked(opened: Opened, new_key: NewKey, url: str) -> None:
    page = opened("/app/keys", key=new_key(MANAGE))
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Name", exact=True).fill("laptop")
    page.get_by_label("Limit in USD").fill("12,5")
    page.get_by_label("Limit starts again").select_option("week")
    page.get_by_role("button", name="Create a key").click()
    expect(page.locator("#secret")).to_have_text(re.compile("[0-9a-f]{32}"))
    line = page.locator("tr", has_text="laptop")
    expect(line).to_contain_text("$12.50 a week")
    headers = {"authorization": f"Bearer {page.locator('#secret').text_content()}"}
    assert httpx.get(f"{url}/v1/key", headers=headers).status_code == 200
    line.get_by_role("button", name="Revoke").click()
    expect(line).to_have_count(0)
    page.wait_for_timeout(600)  # for half a second a key that was looked up is believed
    assert httpx.get(f"{url}/v1/key", headers=headers).status_code == 401


def test_a_limit_that_is_no_number_is_told_so(opened: Opened, new_key: NewKey) -> None:
    page = opened("/app/keys", key=new_key(MANAGE))
    page.get_by_label("Limit in USD").fill("much")
    page.get_by_role("button", name="Create a key").click()
    expect(page.locator("#keys-error")).to_have_text("The limit must be a number of dollars.")


def test_a_key_that_does_not_manage_sees_itself_and_no_other(
    opened: Opened, new_key: NewKey
) -> None:
    key, other = new_key(), new_key()
    page = opened("/app/keys", key=key)
    expect(page.locator("#keys tr")).to_have_count(1)
    expect(page.locator("#keys")).to_contain_text(key[:8])
    assert other[:8] not in page.content()
    expect(page.get_by_role("button", name="Create a key")).to_have_count(0)


def test_an_operator_sees_the_films_of_all_keys_the_workers_and_why_films_failed(
    opened: Opened, new_key: NewKey, film: Callable[[str, str], str]
) -> None:
    film(new_key(), "a stranger, please fail")
    page = opened("/app/queue", key=new_key(MANAGE))
    expect(page.locator("#errors")).to_contain_text("a stranger, please fail")
    expect(page.locator("#errors")).to_contain_text("the fake engine was told to fail")
    expect(page.locator("#alive")).to_have_text("1")
    expect(page.locator("#workers")).to_contain_text("fake")


def test_a_key_that_does_not_manage_sees_its_own_queue_move(
    opened: Opened, new_key: NewKey, film: Callable[[str, str], str], url: str
) -> None:
    film(new_key(), "a stranger, please fail")
    key = new_key()
    page = opened("/app/queue", key=key)
    expect(page.locator("#now-none")).to_be_visible()
    body = {"model": "kling-video/v1/standard/text-to-video", "prompt": "mine, take 2"}
    headers = {"authorization": f"Bearer {key}"}
    httpx.post(f"{url}/v2/video/generations", json=body, headers=headers)
    expect(page.locator("#now")).to_contain_text("mine, take 2")
    expect(page.locator("#now-none")).to_be_visible()
    assert "a stranger" not in page.content()
    expect(page.locator("#workers")).to_have_count(0)


def test_usage_tells_what_was_spent_and_on_what(
    opened: Opened, new_key: NewKey, film: Callable[[str, str], str]
) -> None:
    key = new_key()
    film(key, "worth its price")
    page = opened("/app/usage", key=key)
    expect(page.locator("#models")).to_contain_text("kling-video/v1/standard/text-to-video")
    expect(page.locator("#ledger")).to_contain_text("\N{MINUS SIGN}$0.1575")
    expect(page.locator("#spend")).to_have_text(re.compile(r"^\$\d+\.\d\d$"))
    today = page.get_by_role("img", name=re.compile(r"Spent a day: \d\d-\d\d \$"))
    expect(today).to_be_visible()
    page.get_by_role("button", name="30 days").click()
    expect(page.locator("#chart rect")).to_have_count(30)


def test_a_key_that_manages_is_told_that_the_ledger_is_not_for_it(
    opened: Opened, new_key: NewKey
) -> None:
    page = opened("/app/usage", key=new_key(MANAGE, VIDEO))
    expect(page.get_by_text("cannot see what came in and was charged")).to_be_visible()
    expect(page.locator("#usage-error")).to_be_empty()
