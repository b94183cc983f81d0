from collections.abc import Iterator

import httpx
import pytest

from kinema.clock import now
from kinema.house import FILM, SECRET, House
from kinema.protocols.files import Span, span
from kinema.storage.signing import signed_path


@pytest.fixture
def film(house: House) -> str:
    """The signed path of a film of 1024 bytes."""
    draft = house.settings.data / "a"
    draft.write_bytes(FILM)
    house.service.storage.put("a.mp4", draft)
    house.service.storage.put("a.webp", draft)
    return signed_path("a.mp4", secret=SECRET, until=now() + house.settings.url_lifetime)


@pytest.fixture
def visitor(house: House) -> Iterator[httpx.Client]:
    with house.visitor() as made:
        yield made


def test_a_film_comes_whole_with_what_players_need(visitor: httpx.Client, film: str) -> None:
    answer = visitor.get(film)
    assert answer.content == FILM
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["content-length"] == "1024"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_head_tells_the_length(visitor: httpx.Client, film: str) -> None:
    answer = visitor.head(film)
    assert answer.headers["content-length"] == "1024"
    assert answer.content == b""


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-", 0, 1024),
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 200),
        ("bytes=1000-99999", 1000, 1024),
        ("bytes=-24", 1000, 1024),
        ("bytes=-99999", 0, 1024),
    ],
)
def test_a_part_can_be_had(
    visitor: httpx.Client, film: str, asked: str, start: int, stop: int
) -> None:
    answer = visitor.get(film, headers={"range": asked})
    assert answer.status_code == 206
    assert answer.content == FILM[start:stop]
    assert answer.headers["content-range"] == f"bytes {start}-{stop - 1}/1024"
    assert visitor.head(film, headers={"range": asked}).status_code == 206


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=5000-6000", "bytes=-0"])
def test_a_part_that_is_not_there_is_416(visitor: httpx.Client, film: str, asked: str) -> None:
    answer = visitor.get(film, headers={"range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */1024"


@pytest.mark.parametrize("asked", ["", "bytes=-", "bytes=5-2", "lines=1-2", "bytes=0-1,3-4", "x"])
def test_a_range_that_makes_no_sense_is_ignored(asked: str) -> None:
    assert span(asked, 1024) is None


def test_an_empty_file_has_no_parts() -> None:
    with pytest.raises(Exception, match="Range"):
        span("bytes=0-", 0)
    assert span("bytes=0-9", 5) == Span(0, 5)


def test_what_a_browser_has_it_need_not_fetch(visitor: httpx.Client, film: str) -> None:
    tag = visitor.get(film).headers["etag"]
    assert visitor.get(film, headers={"if-none-match": tag}).status_code == 304
    old = {"if-range": '"old"', "range": "bytes=0-0"}
    assert visitor.get(film, headers=old).status_code == 200
    same = {"if-range": tag, "range": "bytes=0-0"}
    assert visitor.get(film, headers=same).status_code == 206


def test_the_poster_is_a_webp(visitor: httpx.Client, film: str) -> None:
    path = signed_path("a.webp", secret=SECRET, until=now().replace(year=2100))
    assert visitor.get(path).headers["content-type"] == "image/webp"
    assert film


def test_an_address_that_was_not_made_here_or_is_old_opens_nothing(
    visitor: httpx.Client, film: str
) -> None:
    old = signed_path("a.mp4", secret=SECRET, until=now().replace(year=2000))
    for path in ("/files/a.mp4", film + "0", film.replace("a.mp4", "b.mp4"), old):
        assert visitor.get(path).status_code == 403


@pytest.mark.parametrize(
    "name", ["nothing.mp4", "../secret", "..%2Fsecret", ".secret", "%00.mp4", "a.mp4%0d%0ax"]
)
def test_a_name_that_is_not_there_opens_nothing(visitor: httpx.Client, name: str) -> None:
    until = now().replace(year=2100)
    path = signed_path(name, secret=SECRET, until=until)
    assert visitor.get(path).status_code in {403, 404}
