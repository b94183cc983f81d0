import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinema.engines.scene.library import entries
from kinema.engines.scene.library.entries import Entry, find, names, read, sections, synonyms
from kinema.engines.scene.library.fault import Fault

COCO = (
    "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat",
    "traffic light", "fire hydrant", "stop sign", "parking meter", "bench", "bird", "cat", "dog",
    "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "backpack", "umbrella",
    "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard", "sports ball", "kite",
    "baseball bat", "baseball glove", "skateboard", "surfboard", "tennis racket", "bottle",
    "wine glass", "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich",
    "orange", "broccoli", "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch",
    "potted plant", "bed", "dining table", "toilet", "tv", "laptop", "mouse", "remote",
    "keyboard", "cell phone", "microwave", "oven", "toaster", "sink", "refrigerator", "book",
    "clock", "vase", "scissors", "teddy bear", "hair drier", "toothbrush",
)  # fmt: skip


def fault(tmp_path: Path, text: str) -> str:
    file = tmp_path / "broken.toml"
    file.write_text(text, encoding="utf-8")
    (section,) = sections(file)
    with pytest.raises(Fault) as raised:
        read(section)
    return str(raised.value).removeprefix(f"{tmp_path.name}/")


@pytest.mark.parametrize("noun", COCO)
def test_every_class_of_coco_has_an_entry_of_its_name(noun: str) -> None:
    entry = find(noun)
    assert entry is not None
    assert entry.name == noun


@pytest.mark.parametrize("name", names())
def test_every_entry_can_be_read(name: str) -> None:
    assert find(name) == entries.entry(name)


def test_there_are_more_than_three_hundred_things_besides_creatures() -> None:
    assert sum(not found(name).creature for name in names()) > 300


def found(name: str) -> Entry:
    entry = find(name)
    assert entry is not None
    return entry


def test_case_hyphens_and_spaces_make_no_difference() -> None:
    assert found("  Hot-Dog ").name == "hot dog"


def test_a_synonym_leads_to_its_entry() -> None:
    assert synonyms()["sofa"] == "couch"
    assert found("sofa").name == "couch"


def test_an_unknown_word_is_nothing() -> None:
    assert find("flurgle") is None


def test_nothing_is_a_kind_of_itself() -> None:
    assert [name for name in names() if entries.entry(name).broader == name] == []


def test_the_index_is_ready_in_a_sixth_of_a_second() -> None:
    entries.index.cache_clear()
    start = time.process_time()
    entries.index()
    assert time.process_time() - start < 0.15


def test_reading_the_library_needs_no_arrays() -> None:
    program = (
        "import sys; from kinema.engines.scene.library import entries; "
        "entries.find('cup'); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


CUP = '[cup]\nclass = "vessel"\ncolours = { main = "#ffffff" }\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n[cup]\n", "broken.toml, [cup], line 2: class must be one of person, animal"),
        (CUP + 'hue = "red"\n', "broken.toml, [cup], line 4: unknown field 'hue'"),
        (CUP + 'move = "teleport"\n', "broken.toml, [cup], line 4: move must be one of aircraft"),
        (CUP + "size = -1\n", "broken.toml, [cup], line 4: size is in metres and above 0, not -1"),
        (CUP + 'size = "big"\n', "broken.toml, [cup], line 4: size must hold numbers, not 'big'"),
        (
            CUP + 'materials = { main = "velvet" }\n',
            "broken.toml, [cup], line 4: main must be one of matte, ground",
        ),
        (
            CUP + 'materials = { rim = "satin" }\n',
            "broken.toml, [cup], line 4: no role 'rim'; expected one of black",
        ),
        (
            CUP + 'parts = """\nbox main 0 0 0 1 1 1\nbox latte 0 0 0 1 1 1\n"""\n',
            "broken.toml, [cup], line 6: no role 'latte'; expected one of black",
        ),
        (
            CUP + 'parts = """\nbox main 0 0 0 1 1\n"""\n',
            "broken.toml, [cup], line 5: box has 5 numbers; expected x y z width height depth",
        ),
        (
            CUP + "anchors = { top = [0, 1] }\n",
            "broken.toml, [cup], line 4: top must look like [0, 0.5, 0], not [0, 1]",
        ),
        (
            CUP + "pivots = { lid = [0] }\n",
            "broken.toml, [cup], line 4: pivots holds points such as [0, 0.5, 0], not [0]",
        ),
        (
            '[cup]\nclass = "vessel"\ncolours = { main = "reddish" }\n',
            "broken.toml, [cup], line 3: main: a colour must look like #c8232c",
        ),
        (CUP + 'near = "table"\n', "broken.toml, [cup], line 4: near must be a list of strings"),
        (CUP + "is = 3\n", "broken.toml, [cup], line 4: is must be a string, not 3"),
        (CUP + "traits = 3\n", "broken.toml, [cup], line 4: traits must be a table, not 3"),
        (CUP + "oops\n", "broken.toml, [cup], line 1: not TOML"),
    ],
)
def test_a_fault_names_file_entry_line_and_what_was_expected(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert fault(tmp_path, text).startswith(expected)


def test_a_list_of_synonyms_must_be_readable(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(CUP + "synonyms = ['mug', \"teacup\"]\n", encoding="utf-8")
    (section,) = sections(file)
    with pytest.raises(Fault, match=r"line 4: synonyms must look like"):
        _ = section.synonyms


def test_two_entries_cannot_claim_one_word(tmp_path: Path) -> None:
    file = tmp_path / "twice.toml"
    file.write_text(CUP + CUP.replace("[cup]", '["Cup"]'), encoding="utf-8")
    first, second = sections(file)
    taken = {"cup": first}
    with pytest.raises(Fault, match=r"the word 'cup' is already taken by cup in"):
        entries.claim(taken, second.name, second)
