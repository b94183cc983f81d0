"""A running service, used the documented way: create, poll, download."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from kinema.cli.say import Bar
from kinema.errors import BadRequest, EngineFailed

POLL_SECONDS = 1.0
CALL_SECONDS = 60.0
DONE = {"queued": 0.0, "generating": 0.5}  # a poll says no more than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where it is, and the key to it."""

    url: str
    api_key: str

    def make(self, body: Mapping[str, object], into: Path, show: Bar) -> None:
        """Ask for a film, wait for it and write it to ``into``; leave no file on failure.

        Raises:
            BadRequest: The service refused the request, or cannot be reached.
            EngineFailed: The film could not be made.
        """
        headers = {"Authorization": f"Bearer {self.api_key}"}
        base = self.url.rstrip("/")
        try:
            with httpx.Client(base_url=base, headers=headers, timeout=CALL_SECONDS) as client:
                created = _read(client.post("/v2/video/generations", json=dict(body)))
                film = _wait(client, str(created["id"]), show)
            _download(film, into)
        except httpx.HTTPError as error:
            raise BadRequest(f"{base} cannot be used: {error}") from error


def _wait(client: httpx.Client, generation_id: str, show: Bar) -> str:
    """Return the URL of the finished film."""
    while True:
        query = {"generation_id": generation_id}
        answer = _read(client.get("/v2/video/generations", params=query))
        match answer:
            case {"status": "completed", "video": {"url": str(url)}}:
                return url
            case {"status": "queued" | "generating" as status}:
                show(str(status), DONE[status])
            case {"error": {"name": name, "message": message}}:
                raise EngineFailed(f"{name}: {message}")
            case _:
                raise EngineFailed(f"the service answered {answer}")
        time.sleep(POLL_SECONDS)


def _read(answer: httpx.Response) -> dict[str, object]:
    """Return the JSON of a good answer; say what the service said otherwise."""
    try:
        body = answer.json()
    except ValueError:
        raise BadRequest(f"{answer.url} answered {answer.status_code} without JSON") from None
    if answer.is_success:
        return dict(body)
    raise BadRequest(f"{answer.status_code}: {_reason(body)}")


def _reason(body: Mapping[str, object]) -> str:
    match body:
        case {"error": {"data": [*issues]}} if issues:
            return "; ".join(
                f"{'.'.join(map(str, issue['path']))}: {issue['message']}" for issue in issues
            )
        case {"message": message}:
            return str(message)
        case _:
            return str(body)


def _download(url: str, into: Path) -> None:
    part = into.with_name(f".{into.name}.part")
    try:
        with httpx.stream("GET", url, timeout=CALL_SECONDS) as film, part.open("wb") as file:
            film.raise_for_status()
            for chunk in film.iter_bytes():
                file.write(chunk)
        part.replace(into)
    finally:
        part.unlink(missing_ok=True)
