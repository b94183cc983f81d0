import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

PROMPT = "it's a fox's \"dream\": true, $HOME\n`tick` \\ 日本 🦊"
RUNNERS: dict[str, Sequence[str]] = {
    "cURL": ["bash"],
    "Python": [sys.executable],
    "JavaScript": ["node"],
}
SUFFIXES = {"cURL": "sh", "Python": "py", "JavaScript": "mjs"}

pytestmark = pytest.mark.timeout(90)


@pytest.mark.parametrize("language", RUNNERS)
def test_the_program_shown_makes_the_film_that_the_form_asks_for(
    opened: Callable[..., Page], new_key: Callable[..., str], tmp_path: Path, language: str
) -> None:
    for needed in ["curl"] if language == "cURL" else RUNNERS[language]:
        if shutil.which(needed) is None:
            pytest.skip(f"{needed} is not installed")
    key = new_key()
    page = opened(key=key)
    page.get_by_label("Prompt", exact=True).fill(PROMPT)
    page.get_by_role("tab", name="Code").click()
    page.get_by_role("button", name=language, exact=True).click()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_text("Program copied")).to_be_visible()
    shown = str(page.evaluate("navigator.clipboard.readText()"))
    masked = key[:8] + "*" * 24
    assert key not in shown
    assert shown.count(masked) == 1
    program = tmp_path / f"program.{SUFFIXES[language]}"
    program.write_text(shown.replace(masked, key), "utf-8")
    subprocess.run([*RUNNERS[language], program], cwd=tmp_path, check=True, timeout=60)
    assert b"ftyp" in (tmp_path / "film.mp4").read_bytes()[:16]
    page.reload()
    expect(page.locator(".card .said")).to_have_text(PROMPT)
