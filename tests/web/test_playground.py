import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page, Request, expect

from kinema.accounts import keys
from kinema.accounts.keys import MANAGE, VIDEO, Terms
from kinema.clock import now
from kinema.database import connect
from kinema.settings import load

MODEL = "/app/kling-video/v1/standard/text-to-video"
SCRIPT = Path(__file__).parent / "fake_service.py"
START_SECONDS = 40.0

pytestmark = pytest.mark.timeout(90)


class Service:
    """An API process and a worker, with fake engines, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {**os.environ, "KINEMA_DATA": str(folder)}
        self.api = self._start(["api", str(self.port)])
        self.wait()
        self.worker = self._start(["worker"])
        self.settings = load(env={"KINEMA_DATA": str(folder)})

    def key(self, *scopes: str) -> str:
        engine = connect(self.settings.database_url)
        with engine.begin() as db:
            terms = Terms(scopes=frozenset(scopes))
            _, text = keys.create(db, terms, secret=self.settings.secret, at=now())
        engine.dispose()
        return text

    def stop_api(self) -> None:
        self.api.terminate()
        self.api.wait()

    def start_api(self) -> None:
        self.api = self._start(["api", str(self.port)])
        self.wait()

    def close(self) -> None:
        for process in (self.worker, self.api):
            process.terminate()
        for process in (self.worker, self.api):
            process.wait()

    def wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                if httpx.get(f"{self.url}/healthz").is_success:
                    return
            except httpx.TransportError:
                assert self.api.poll() is None, "the service ended"
                assert time.monotonic() < until, "the service did not answer"

    def _start(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(SCRIPT), *arguments], env=self.env)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(tmp_path_factory.mktemp("service"))
    yield made
    made.close()


@pytest.fixture
def signed_in(page: Page, service: Service) -> Callable[..., Page]:
    """Opens a page as the holder of a new key."""

    def opened(path: str = MODEL, *scopes: str, key: str | None = None) -> Page:
        page.goto(service.url + path)
        page.get_by_label("API key").fill(key or service.key(*(scopes or (VIDEO,))))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"**{path}")
        return page

    return opened


def test_a_wrong_key_is_told_so_and_lets_nobody_in(page: Page, service: Service) -> None:
    page.goto(service.url + MODEL)
    page.get_by_label("API key").fill("0" * 32)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("No key like that is valid here.")).to_be_visible()
    assert page.context.cookies() == []


def test_the_key_is_out_of_reach_of_scripts_and_of_other_sites(
    signed_in: Callable[..., Page],
) -> None:
    page = signed_in()
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert page.evaluate("document.cookie") == ""


def test_a_film_is_asked_for_watched_and_played(signed_in: Callable[..., Page]) -> None:
    page = signed_in()
    page.get_by_label("Prompt", exact=True).fill("a fox, take 2")
    seen: list[float] = []
    page.expose_function("seen", lambda value: seen.append(value))
    page.evaluate(
        "new MutationObserver(() => seen(document.getElementById('progress').value))"
        ".observe(document.getElementById('progress'), {attributes: true})"
    )
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#player")).to_be_visible()
    page.wait_for_function("document.getElementById('player').currentTime > 0")
    assert len({value for value in seen if 0 < value < 1}) >= 2, "progress moved"


def test_a_film_can_be_cancelled_and_both_are_found_after_a_reload(
    signed_in: Callable[..., Page],
) -> None:
    page = signed_in()
    for prompt in ("first film", "second film, take 60"):
        page.get_by_label("Prompt", exact=True).fill(prompt)
        page.get_by_role("button", name="Generate").click()
        card = page.locator(".card", has_text=prompt)
        expect(card).to_be_visible()
        if prompt == "first film":
            expect(card.get_by_role("link", name="Download")).to_be_visible()
    page.locator("#cancel").click()
    expect(page.locator("#failed")).to_contain_text("cancelled")
    page.reload()
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator(".card").first).to_contain_text("GenerationCancelled")


def test_an_error_stands_beside_the_field_that_it_names(signed_in: Callable[..., Page]) -> None:
    page = signed_in()
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#prompt-error")).to_have_text("Say what the film shows.")
    page.evaluate("document.getElementById('prompt').removeAttribute('maxlength')")
    page.get_by_label("Prompt", exact=True).fill("x" * 2501)
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#prompt-error")).to_contain_text("at most 2500")


def test_a_page_recovers_when_the_service_restarts_under_it(
    signed_in: Callable[..., Page], service: Service
) -> None:
    page = signed_in()
    page.get_by_label("Prompt", exact=True).fill("a long film, take 8")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#phase")).to_have_text("filming")
    service.stop_api()
    expect(page.locator("#offline")).to_be_visible()
    service.start_api()
    expect(page.locator("#player")).to_be_visible(timeout=30_000)
    expect(page.locator("#offline")).to_be_hidden()


@pytest.mark.parametrize(
    "prompt",
    ["<img src=x onerror=alert(1)><b>bold</b>", "كلب يركض على الشاطئ", "'; DROP TABLE films; --"],
    ids=["html", "rtl", "sql"],
)
def test_a_prompt_is_shown_as_the_text_it_is(signed_in: Callable[..., Page], prompt: str) -> None:
    page = signed_in()
    page.get_by_label("Prompt", exact=True).fill(prompt)
    page.get_by_role("button", name="Generate").click()
    expect(page.locator(".card .said")).to_have_text(prompt)


def test_nothing_is_loaded_from_elsewhere(signed_in: Callable[..., Page], service: Service) -> None:
    page = signed_in()
    hosts: set[str] = set()

    def note(request: Request) -> None:
        hosts.add(urlsplit(request.url).netloc)

    page.on("request", note)
    page.reload()
    expect(page.locator("#price")).not_to_be_empty()
    assert hosts == {f"127.0.0.1:{service.port}"}


def test_the_camera_pad_writes_the_documented_control(signed_in: Callable[..., Page]) -> None:
    page = signed_in()
    page.locator("#camera summary").click()
    page.get_by_role("slider", name="zoom").fill("-3")
    page.get_by_role("tab", name="Code").click()
    control = '"camera_control":{"type":"simple","config":{"zoom":-3}}'
    expect(page.locator("#source")).to_contain_text(control)


def test_keys_are_made_and_revoked(signed_in: Callable[..., Page]) -> None:
    page = signed_in("/app/keys", MANAGE, VIDEO)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Name", exact=True).fill("laptop")
    page.get_by_role("button", name="Create a key").click()
    expect(page.locator("#secret")).to_have_text(re.compile("[0-9a-f]{32}"))
    line = page.locator("tr", has_text="laptop")
    line.get_by_role("button", name="Revoke").click()
    expect(line).to_have_count(0)


def test_two_tabs_show_the_same_film(signed_in: Callable[..., Page], service: Service) -> None:
    page = signed_in()
    other = page.context.new_page()
    other.goto(service.url + MODEL)
    page.get_by_label("Prompt", exact=True).fill("seen twice")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#player")).to_be_visible()
    other.reload()
    expect(other.locator(".card .said")).to_have_text("seen twice")
