from pathlib import Path

import pytest

from kinema.storage.folder import Folder


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "films")
    with pytest.raises(FileNotFoundError):
        folder.put("a.mp4", tmp_path / "nothing")
    assert list((tmp_path / "films").iterdir()) == []


def test_nothing_but_the_file_is_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "draft").write_bytes(b"film")
    Folder(tmp_path / "films").put("a.mp4", tmp_path / "draft")
    assert [path.name for path in (tmp_path / "films").iterdir()] == ["a.mp4"]
