import base64
import hashlib
import hmac
import http.server
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import ClassVar

import httpx
import pytest

from kinema.errors import BadRequest
from kinema.generations import webhooks
from kinema.generations.webhooks import Letter

AT = datetime(2030, 1, 1, tzinfo=UTC)
SECRET = b"a secret of sixteen bytes"


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes what is posted to ``/``, sends on what is posted to ``/moved``, refuses the rest."""

    heard: ClassVar[list[tuple[dict[str, str], bytes]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.heard.append((dict(self.headers), body))
        self.send_response({"/": 204, "/moved": 302}.get(self.path, 500))
        self.send_header("location", "/")
        self.end_headers()


@pytest.fixture
def url() -> Iterator[str]:
    Receiver.heard.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def letter(url: str) -> Letter:
    return Letter(id="a.succeeded", url=url, body=b'{"status": "completed"}')


async def test_a_receiver_can_verify_what_it_gets(url: str) -> None:
    await webhooks.post(letter(url + "/"), secret=SECRET, at=AT, private=True)
    ((headers, body),) = Receiver.heard
    assert body == b'{"status": "completed"}'
    assert headers["webhook-id"] == "a.succeeded"
    signed = b".".join([b"a.succeeded", headers["webhook-timestamp"].encode(), body])
    digest = hmac.new(SECRET, signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(digest).decode()


@pytest.mark.parametrize("path", ["/refused", "/moved"])
async def test_what_was_not_taken_is_an_error_so_that_it_is_sent_again(url: str, path: str) -> None:
    with pytest.raises(httpx.HTTPStatusError):
        await webhooks.post(letter(url + path), secret=SECRET, at=AT, private=True)
    assert len(Receiver.heard) == 1


async def test_news_does_not_go_into_a_private_network(url: str) -> None:
    with pytest.raises(BadRequest, match=r"'127\.0\.0\.1' is in a private network"):
        await webhooks.post(letter(url + "/"), secret=SECRET, at=AT, private=False)
    assert not Receiver.heard


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://example.com/", "an http or https URL"),
        ("https:///nobody", "an http or https URL"),
        ("http://169.254.169.254/latest/meta-data", "private network"),
        ("http://[::1]/", "private network"),
        ("http://nobody.invalid/", "no host 'nobody.invalid'"),
    ],
)
def test_an_address_that_is_no_webhook_is_refused(address: str, why: str) -> None:
    with pytest.raises(BadRequest, match=why):
        webhooks.refuse_private(address)
