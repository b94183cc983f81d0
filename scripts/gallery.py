"""Make the contact sheets of docs/gallery: four moments of a film each, one JPEG a prompt.

The playground's example prompts get a small poster each from the same films.

.venv/bin/python scripts/gallery.py [NAME ...]     # all, or those whose name contains one
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
from rich.console import Console

from kinema.bench.scene import prompts
from kinema.cli.options import body, video_request
from kinema.engines.registry import CATALOGUE
from kinema.media.frames import Frame
from kinema.web.routes import EXAMPLES

ROOT = Path(__file__).parent.parent
HERE = ROOT / "docs" / "gallery"
POSTERS = ROOT / "src" / "kinema" / "web" / "static"
POSTER_WIDTH = 224
LONG_SIDE = 640
MOMENTS = (0.06, 0.36, 0.66, 0.96)  # of the film's length
GAP = 4
JPEG = {"qmin": "5", "qmax": "5"}  # of ffmpeg's scale: 2 is best, 31 worst
console = Console(highlight=False)


def main(names: list[str]) -> None:
    """Film the reference prompts and write a sheet for each."""
    for name, options in prompts().items():
        if names and not any(part in name for part in names):
            continue
        frames = film(options)
        write(contact_sheet(frames), HERE / f"{name}.jpg", "mjpeg", JPEG)
        poster = POSTERS / f"example-{name}.webp"
        if poster.name in {example.poster for example in EXAMPLES}:
            write(small(frames[2]), poster, "libwebp", {"quality": "70"})
        console.print(f"{name}.jpg  {options['prompt']}")


def film(options: dict) -> list[Frame]:
    """Film one prompt, small, and return the frames at `MOMENTS`."""
    request = video_request(body(**{"seed": 7, **options}))
    scale = LONG_SIDE / max(request.width, request.height)
    smaller = replace(
        request, width=round(request.width * scale), height=round(request.height * scale)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        for _ in CATALOGUE.entry(smaller.model).make().render(smaller, path):
            pass
        with av.open(path) as container:
            frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    return [frames[round(moment * (len(frames) - 1))] for moment in MOMENTS]


def contact_sheet(frames: list[Frame]) -> Frame:
    """Lay four frames out: two by two if they are wide, in a row if not."""
    height, width, _ = frames[0].shape
    columns = 2 if width > height else len(frames)
    rows = len(frames) // columns
    sheet = np.full(
        (rows * height + (rows - 1) * GAP, columns * width + (columns - 1) * GAP, 3), 16, np.uint8
    )
    for index, frame in enumerate(frames):
        y, x = (index // columns) * (height + GAP), (index % columns) * (width + GAP)
        sheet[y : y + height, x : x + width] = frame
    return sheet


def small(picture: Frame) -> Frame:
    """Return the picture at the size of a poster."""
    height, width, _ = picture.shape
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
    made = frame.reformat(width=POSTER_WIDTH, height=round(height * POSTER_WIDTH / width))
    return made.to_ndarray(format="rgb24")


def write(picture: Frame, path: Path, codec: str, options: dict[str, str]) -> None:
    """Write one picture."""
    height, width, _ = picture.shape
    form = {"mjpeg": "yuvj420p", "libwebp": "yuv420p"}[codec]
    with av.open(path, "w", format={"mjpeg": "mjpeg", "libwebp": "webp"}[codec]) as container:
        stream = container.add_stream(codec, rate=1, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, form
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        container.mux(stream.encode(frame.reformat(format=form)))
        container.mux(stream.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
