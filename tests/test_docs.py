"""Documentation fails the build when it is wrong."""

import ast
import json
import re
from dataclasses import Field, fields
from pathlib import Path

import pytest

import kinema
from kinema.protocols.aimlapi.translate import wanted
from kinema.settings import Settings, variable

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_every_setting_is_documented(field: Field[object]) -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert f"`{variable(field.name)}`" in page


def test_the_map_of_the_architecture_names_every_module() -> None:
    (package,) = kinema.__path__
    found = {path.stem for path in Path(package).iterdir() if path.suffix == ".py" or path.is_dir()}
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The map")[2]
    named = set(re.findall(r"^\| `(\w+)`", page.partition("\n## ")[0], flags=re.MULTILINE))
    assert named == found - {"__init__", "__main__", "__pycache__", "py"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_json_and_python_can_be_read(page: Path) -> None:
    for language, block in blocks(page.read_text("utf-8")):
        if language == "json":
            json.loads(block)
        elif language == "python":
            ast.parse(block)


def test_the_readme_asks_for_a_film_that_the_service_takes() -> None:
    (body,) = re.findall(r"-d '(\{.*\})'", README)
    assert wanted(json.loads(body)).seconds == 5


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 120


def blocks(text: str) -> list[tuple[str, str]]:
    return re.findall(r"```(\w+)\n(.*?)```", text, flags=re.DOTALL)
