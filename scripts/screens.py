"""Make the pictures of docs/screens: the playground at three widths, in both themes.

.venv/bin/python scripts/screens.py     # some minutes: a service of its own films three prompts
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console

HERE = Path(__file__).parent.parent / "docs" / "screens"
MODEL = "kling-video/v1/standard/text-to-video"
FILMS = "/v2/video/generations"
PROMPTS = [
    "two penguins dancing on an iceberg",
    "a cat playing piano on a beach at sunset",
    "A cheerful white raccoon running through a sequoia forest",
]
SIZES = {360: 780, 1280: 900, 2560: 1440}
WIDEST = 1600  # pixels of a picture; a larger screen is shrunk
THEMES = ["dark", "light"]
PAGES = {
    "models": "/app",
    "studio": f"/app/{MODEL}",
    "keys": "/app/keys",
    "usage": "/app/usage",
    "queue": "/app/queue",
}
FOR_MANAGERS = {"keys", "queue"}
WEBP = {"quality": "55"}
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
console = Console(highlight=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that runs, a key that makes films and one that manages keys."""

    url: str
    maker: str
    manager: str


def main() -> None:
    """Film the prompts, and take every picture."""
    HERE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, service(Path(folder)) as here:
        for prompt in PROMPTS:
            console.print(f"filming  {prompt}")
            film(here, prompt)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for width, height in SIZES.items():
                for theme in THEMES:
                    pictures(browser, here, (width, height), theme)
            browser.close()


@contextmanager
def service(data: Path) -> Iterator[Service]:
    """Lend a service on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kinema = ["env", f"KINEMA_DATA={data}", sys.executable, "-m", "kinema"]
    server = subprocess.Popen([*kinema, "serve", "--port", str(port)])
    url = f"http://127.0.0.1:{port}"
    try:
        yield ready(kinema, url)
    finally:
        server.terminate()
        server.wait()


def ready(kinema: list[str], url: str) -> Service:
    """Wait for the service, give its account some credits, and make both keys."""
    while not answers(url):
        time.sleep(0.5)
    maker, manager = (
        subprocess.check_output([*kinema, "keys", "create", *options], text=True).split()[0]
        for options in (["--name", "maker"], ["--name", "operator", "--scope", "manage"])
    )
    subprocess.check_call([*kinema, "credits", "grant", "default", "20"])
    return Service(url=url, maker=maker, manager=manager)


def answers(url: str) -> bool:
    """Return whether the service is there."""
    try:
        return httpx.get(f"{url}/healthz").is_success
    except httpx.TransportError:
        return False


def film(here: Service, prompt: str) -> None:
    """Ask for a film and wait for it."""
    headers = {"authorization": f"Bearer {here.maker}"}
    with httpx.Client(base_url=here.url, headers=headers, timeout=60.0) as client:
        asked = client.post(FILMS, json={"model": MODEL, "prompt": prompt, "seed": 7}).json()
        which = {"generation_id": asked["id"]}
        while client.get(FILMS, params=which).json()["status"] != "completed":
            time.sleep(1.0)


def pictures(browser: Browser, here: Service, size: tuple[int, int], theme: str) -> None:
    """Take the pictures of one width and theme."""
    width, height = size
    for name, path in PAGES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme
        )
        key = here.manager if name in FOR_MANAGERS else here.maker
        context.add_cookies([{"name": "kinema_key", "value": key, "url": here.url}])
        page = context.new_page()
        page.goto(here.url + path)
        page.wait_for_selector(".waiting, .ghost", state="detached")
        if name == "studio":
            stage(page)
        write(page.screenshot(), HERE / f"{name}-{width}-{theme}.webp")
        context.close()


def stage(page: Page) -> None:
    """Show the newest film at a good moment, and a camera move."""
    page.locator(".card .shot").first.click()
    page.wait_for_function("() => document.getElementById('player').readyState >= 2")
    page.evaluate("document.getElementById('player').pause()")
    page.evaluate("document.getElementById('player').currentTime = 2.5")
    page.locator("[data-do=reuse]").first.click()
    page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    page.wait_for_timeout(800)


def write(png: bytes, path: Path) -> None:
    """Write a picture as WebP, no wider than `WIDEST`."""
    packet = av.Packet(png)
    frame = av.CodecContext.create("png", "r").decode(packet)[0]
    scale = min(1.0, WIDEST / frame.width)
    width, height = (round(side * scale / 2) * 2 for side in (frame.width, frame.height))
    with av.open(str(path), "w", format="webp") as container:
        stream = container.add_stream("libwebp", rate=1, options=WEBP)
        stream.width, stream.height, stream.pix_fmt = width, height, "bgra"
        small = frame.reformat(width=width, height=height, format="bgra", interpolation="AREA")
        container.mux(stream.encode(small))
        container.mux(stream.encode())
    console.print(f"{path.name}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
