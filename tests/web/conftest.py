import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from kinema.accounts import keys
from kinema.accounts.keys import VIDEO, Terms
from kinema.clock import now
from kinema.database import connect
from kinema.generations import store
from kinema.generations.generation import Order
from kinema.settings import load
from kinema.video import VideoRequest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SCRIPT = Path(__file__).parent / "fake_service.py"
START_SECONDS = 40.0
MODEL_ID = "kling-video/v1/standard/text-to-video"
MODEL = f"/app/{MODEL_ID}"
FILMS = "/v2/video/generations"


@pytest.fixture(autouse=True)
def blockbuster() -> None:
    """Let tests of pages block: their event loop is Playwright's own, which waits meanwhile."""


class Service:
    """An API process and a worker, with fake engines, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._env = {**os.environ, "KINEMA_DATA": str(folder)}
        self._api = self._start(["api", str(self.port)])
        self._wait()
        self._worker = self._start(["worker"])
        self.settings = load(env={"KINEMA_DATA": str(folder)})
        self.engine = connect(self.settings.database_url)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the API, and start it again in the end."""
        self._end(self._api)
        yield
        self._api = self._start(["api", str(self.port)])
        self._wait()

    def close(self) -> None:
        self.engine.dispose()
        self._end(self._worker)
        self._end(self._api)

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                if httpx.get(f"{self.url}/healthz").is_success:
                    return
            except httpx.TransportError:
                assert self._api.poll() is None, "the service ended"
                assert time.monotonic() < until, "the service did not answer"

    def _start(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(SCRIPT), *arguments], env=self._env)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(tmp_path_factory.mktemp("service"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def url(service: Service) -> str:
    return service.url


@pytest.fixture(scope="session")
def stopped(service: Service) -> Callable[[], AbstractContextManager[None]]:
    """Stops the API for a while."""
    return service.stopped


@pytest.fixture(scope="session")
def new_key(service: Service) -> Callable[..., str]:
    """Makes an API key of some scopes; by default it makes films."""

    def made(*scopes: str) -> str:
        with service.engine.begin() as db:
            terms = Terms(scopes=frozenset(scopes or (VIDEO,)))
            return keys.create(db, terms, secret=service.settings.secret, at=now())[1]

    return made


@pytest.fixture(scope="session")
def film(url: str) -> Callable[[str, str], str]:
    """Asks for a film with a key and waits for its end; returns its id."""

    def made(key: str, prompt: str) -> str:
        headers = {"authorization": f"Bearer {key}"}
        with httpx.Client(base_url=url, headers=headers, timeout=20.0) as client:
            asked = client.post(FILMS, json={"model": MODEL_ID, "prompt": prompt}).json()
            which = {"generation_id": asked["id"]}
            while client.get(FILMS, params=which).json()["status"] in {"queued", "generating"}:
                time.sleep(0.05)
            return str(asked["id"])

    return made


@pytest.fixture
def kept(service: Service) -> Callable[[str, int], None]:
    """Puts so many films that failed into the list of a key, the newest being the first."""

    def put(key: str, count: int) -> None:
        at = datetime(2026, 1, 1, tzinfo=UTC)
        with service.engine.begin() as db:
            for number in range(count):
                request = VideoRequest(model=MODEL_ID, prompt=f"film {count - number}")
                order = Order(
                    id=store.new_id(), key_id=key[:8], account_id="default", pool="x",
                    request=request,
                )  # fmt: skip
                store.add(db, order, at=at + timedelta(seconds=number))
                store.cancel(db, order.id, at=at + timedelta(seconds=number))

    return put


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium for one file: while Playwright's event loop runs, no other file's may."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        expect.set_options(timeout=15_000)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, url: str) -> Iterator[BrowserContext]:
    """A visitor of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of the visitor, which fails the test if a script or the policy fails."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Policy" in said.text else None)
    yield page
    assert not faults


@pytest.fixture
def opened(page: Page, url: str, new_key: Callable[..., str]) -> Callable[..., Page]:
    """Opens a page as the holder of a key, by default a new one."""

    def go(path: str = MODEL, *, key: str | None = None) -> Page:
        page.context.add_cookies(
            [{"name": "kinema_key", "value": key or new_key(), "url": url, "sameSite": "Strict"}]
        )
        page.goto(url + path)
        return page

    return go
