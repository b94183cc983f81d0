import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

START_SECONDS = 60.0

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@dataclass(frozen=True, slots=True)
class Printed:
    """What ``kinema serve`` says the first time."""

    playground: str
    key: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Printed]:
    """The real service with its scene engine, as it is first started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kinema", "serve", "--port", str(port)]
    server = subprocess.Popen(
        ["env", f"KINEMA_DATA={tmp_path}", *command], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout
    said = server.stdout.readline() + server.stdout.readline()
    found = re.search(r"(http://\S+)\s+API key +([0-9a-f]{32})", said)
    assert found, said
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{port}/healthz").raise_for_status()
            break
        except httpx.TransportError:
            assert time.monotonic() < until, "the service did not answer"
    yield Printed(*found.groups())
    server.terminate()
    server.wait()
    server.stdout.close()


def test_a_visitor_signs_in_films_a_scene_and_sees_what_was_understood(
    page: Page, served: Printed
) -> None:
    page.goto(served.playground)
    page.get_by_label("API key").fill(served.key)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Prompt", exact=True).fill("a cat playing the flumbdoodle on a beach")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("#player")).to_be_visible(timeout=500_000)
    page.wait_for_function("() => document.getElementById('player').currentTime > 0")
    chips = page.locator("#understood")
    expect(chips).to_contain_text("beach")
    expect(chips).to_contain_text("cat")
    expect(chips).to_contain_text("not shown: flumbdoodle")
    expect(page.locator(".card img")).to_have_js_property("complete", value=True)
