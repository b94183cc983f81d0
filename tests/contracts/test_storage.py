"""What every storage promises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kinema.errors import NotFound
from kinema.storage.base import CHUNK_BYTES, Storage
from kinema.storage.folder import Folder
from kinema.storage.s3 import Bucket


@pytest.fixture(params=["folder", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    if request.param == "folder":
        yield Folder(tmp_path / "films")
        return
    boto3, moto = pytest.importorskip("boto3"), pytest.importorskip("moto")
    with moto.mock_aws():
        client = boto3.client(
            "s3",
            region_name="us-east-1",
            aws_access_key_id="nobody",
            aws_secret_access_key="nothing",
        )
        client.create_bucket(Bucket="films")
        yield Bucket(client, "films", "kinema")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "draft"
    path.write_bytes(bytes(range(256)) * 4)
    return path


def test_what_is_put_can_be_read_whole(storage: Storage, film: Path) -> None:
    storage.put("a.mp4", film)
    assert storage.stat("a.mp4").size_bytes == 1024
    assert b"".join(storage.read("a.mp4", 0, 1024)) == film.read_bytes()
    assert film.exists()


def test_a_part_can_be_read(storage: Storage, film: Path) -> None:
    storage.put("a.mp4", film)
    assert b"".join(storage.read("a.mp4", 255, 258)) == b"\xff\x00\x01"
    assert b"".join(storage.read("a.mp4", 5, 5)) == b""


def test_a_large_file_comes_in_pieces(storage: Storage, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b"x" * (CHUNK_BYTES + 1))
    storage.put("a.mp4", large)
    pieces = list(storage.read("a.mp4", 0, CHUNK_BYTES + 1))
    assert [len(piece) for piece in pieces] == [CHUNK_BYTES, 1]


def test_putting_again_replaces_and_changes_the_tag(storage: Storage, film: Path) -> None:
    storage.put("a.mp4", film)
    before = storage.stat("a.mp4").tag
    film.write_bytes(b"shorter")
    storage.put("a.mp4", film)
    assert b"".join(storage.read("a.mp4", 0, 7)) == b"shorter"
    assert storage.stat("a.mp4").tag != before


def test_what_is_deleted_is_gone_and_deleting_again_does_nothing(
    storage: Storage, film: Path
) -> None:
    storage.put("a.mp4", film)
    storage.delete("a.mp4")
    storage.delete("a.mp4")
    with pytest.raises(NotFound, match=r"a\.mp4"):
        storage.stat("a.mp4")
    with pytest.raises(NotFound, match=r"a\.mp4"):
        list(storage.read("a.mp4", 0, 1))


OUTSIDE = ["../draft", "/etc/passwd", "a", "a/b.mp4", "", ".mp4", "a.mp4\n", "a.MP4", "é.mp4"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_that_could_lead_elsewhere_is_no_name(
    storage: Storage, film: Path, name: str
) -> None:
    with pytest.raises(ValueError, match=r"film\.mp4"):
        storage.put(name, film)
    with pytest.raises(NotFound):
        storage.stat(name)
    with pytest.raises(NotFound):
        list(storage.read(name, 0, 1))
