"""Rooms as data: walls with openings, a floor, furniture along the walls, lamps, a view outside.

A room is open on the camera's side. The heroes' place is in its middle, at the origin; small
heroes stand on a table there.
"""

from dataclasses import dataclass

import numpy as np

from kinema.engines.scene.library import entries
from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.render.view import Placed
from kinema.engines.scene.shape.library import model
from kinema.engines.scene.shape.mesh import join
from kinema.engines.scene.shape.model import Floats, Mesh, Model
from kinema.engines.scene.stage.brief import Brief
from kinema.engines.scene.stage.dress import fittings, floors, furnishing, walls
from kinema.engines.scene.stage.dress.boxes import boxes
from kinema.engines.scene.stage.dress.shell import Opening, Shell
from kinema.engines.scene.stage.kit import here, put
from kinema.engines.scene.stage.outside import outside
from kinema.engines.scene.stage.place import Bounds, Place, Slot, Table
from kinema.engines.scene.stage.weather import drift
from kinema.engines.scene.stage.weather.drift import drifting

SMALL = 0.75
"""Heroes within this radius (metres) stand on a table, where a room has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing of the object library, in its place.

    Attributes:
        name: Entry of the library; left out where the library lacks it.
        wall: ``back``, ``left``, ``right`` stand it against a wall, ``floor`` anywhere.
        along: Along the wall from -1 to 1; on the floor, metres to the right of the origin.
        out: Metres from the wall; on the floor, metres in front of the origin (negative behind).
        up: Metres above the floor.
        yaw: Radians more than facing into the room.
        scale: Factor.
        colour: Of its first role.
    """

    name: str
    wall: str = "back"
    along: float = 0.0
    out: float = 0.05
    up: float = 0.0
    yaw: float = 0.0
    scale: float = 1.0
    colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """A light that hangs or stands in the room, metres; ``x`` and ``z`` are shares of its half."""

    x: float
    z: float
    y: float = 2.2
    colour: Rgb = (1.5, 1.0, 0.55)
    reach: float = 2.6
    kind: str = "pendant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room.

    Attributes:
        width: Metres, wider for large heroes.
        back: Metres from the origin to the back wall.
        height: Metres.
        wall: Colour of the walls, linear.
        trim: Colour of skirting, frames and panels.
        floor: ``boards``, ``tiles``, ``checker``, ``carpet`` or ``stone``.
        tones: Dark and light colour of the floor.
        openings: Windows.
        view: What is outside: ``garden``, ``street`` or ``none``.
        items: Furniture.
        lamps: Lights.
        table: Colour of the table's wood; None for a room without.
        panels: Height of panelling on the walls, metres.
        curtains: Their colour, or None.
        rug: Its colour, or None.
        beams: Whether beams cross the ceiling.
        dressing: Names of meshes of `dress.indoors` that belong to this room.
    """

    width: float = 5.4
    back: float = 2.6
    height: float = 2.8
    wall: Rgb = (0.62, 0.55, 0.44)
    trim: Rgb = (0.74, 0.72, 0.68)
    floor: str = "boards"
    tones: tuple[Rgb, Rgb] = ((0.17, 0.085, 0.04), (0.36, 0.20, 0.10))
    openings: tuple[Opening, ...] = ()
    view: str = "garden"
    items: tuple[Item, ...] = ()
    table_items: tuple[Item, ...] = ()
    lamps: tuple[Lamp, ...] = ()
    table: Rgb | None = None
    panels: float = 0.0
    curtains: Rgb | None = None
    rug: Rgb | None = None
    beams: bool = False
    dressing: tuple[str, ...] = ()


def shell_of(room: Room, brief: Brief) -> Shell:
    """Return the walls of a room for heroes of this size."""
    half = max(room.width / 2, brief.clear * 1.5 + 0.8)
    if on_table(room, brief):
        half = min(half, 2.3)
    back = max(room.back, brief.clear * 1.2 + 1.2)
    if on_table(room, brief):
        back = 1.75
    height = max(room.height, brief.clear * 2.2)
    return Shell(left=-half, right=half, back=-back, front=max(9.0, brief.clear * 6), height=height)


def on_table(room: Room, brief: Brief) -> bool:
    """Return whether the heroes stand on the table."""
    return room.table is not None and brief.clear <= SMALL * 1.15


def interior(room: Room, brief: Brief) -> Place:
    """Build a room."""
    shell = shell_of(room, brief)
    small = on_table(room, brief)
    scenery = [*_surfaces(room, shell, brief), *_furniture(room, shell, brief)]
    scenery += outside(room.view, brief, shell.back, shell.left) if room.openings else []
    table = None
    if small and room.table is not None:
        size = (max(1.7, brief.clear * 3.2), max(1.0, brief.clear * 2.0))
        table = Table(at=(0.0, TABLE, 0.0), size=size)
        scenery.append(here("table", furnishing.table(size, room.table, TABLE)))
        scenery += _on_table(room, brief, size)
    lights = _lights(room, shell)
    return Place(
        kind=brief.setting.kind,
        scenery=tuple(scenery),
        palette=brief.palette,
        ground=lambda x, z: np.zeros(np.broadcast(x, z).shape, np.float32),
        clear=brief.clear,
        slots=(
            Slot(at=(0.0, TABLE if small else 0.0, 0.0), radius=brief.clear),
            Slot(at=(-shell.right * 0.5, 0.0, -shell.right * 0.2), yaw=0.5, radius=0.6),
            Slot(at=(shell.right * 0.5, 0.0, -shell.right * 0.2), yaw=-0.5, radius=0.6),
        ),
        path=((0.0, 0.0, shell.back + 0.8), (0.0, 0.0, 0.0), (0.0, 0.0, 4.0)),
        cross=((shell.left + 0.5, 0.0, 0.0), (shell.right - 0.5, 0.0, 0.0)),
        scale="table-top" if small else "room",
        table=table,
        bounds=Bounds(
            low=(shell.left + 0.25, 0.2, shell.back + 0.3),
            high=(shell.right - 0.25, shell.height - 0.25, shell.front - 0.5),
        ),
        lights=lights,
        weather=drifting(brief.seed, drift.DUST),
        extent=max(9.0, (shell.right - shell.left) * 1.6, brief.clear * 5),
        indoor=True,
    )


TABLE = 0.75
"""Height of a table, metres."""


def _surfaces(room: Room, shell: Shell, brief: Brief) -> list[Placed]:
    """Return floor, walls with their openings, ceiling, skirting and what is fixed to them."""
    low_sun = not brief.lamps
    placed = [here("floor", _floor(room, shell), shadow=False)]
    placed.append(here("ceiling", _ceiling(room, shell), shadow=low_sun))
    for name in ("back", "left", "right"):
        gaps = [gap for gap in room.openings if gap.wall == name]
        shape = join(walls.pierced_wall(name, shell, gaps, room.wall, room.trim, room.panels))
        placed.append(here(f"{name} wall", shape, shadow=low_sun and name != "right"))
        for gap in gaps:
            placed.append(here("frame", walls.frame(name, shell, gap, room.trim)))
            if room.curtains is not None:
                placed.append(here("curtain", walls.curtains(name, shell, gap, room.curtains)))
    if room.rug is not None and brief.clear < 4:
        placed.append(here("rug", furnishing.rug(room.rug, max(1.3, brief.clear)), shadow=False))
    random = brief.chance("dressing")
    placed += [
        here(name, fittings.DRESSING[name](shell, random))
        for name in room.dressing
        if brief.allows(name)
    ]
    return placed


def _ceiling(room: Room, shell: Shell) -> Mesh:
    wide, deep = shell.right - shell.left, shell.front - shell.back
    middle = (0.0, shell.height + 0.06, (shell.front + shell.back) / 2)
    parts = [boxes([middle], [(wide + 0.4, 0.12, deep + 0.4)], (0.62, 0.60, 0.56))]
    if room.beams:
        z = np.arange(shell.back + 0.5, shell.front, 1.1)
        at = np.stack([0 * z, np.full(len(z), shell.height - 0.08), z], 1)
        parts.append(boxes(at, (wide, 0.18, 0.16), (0.10, 0.055, 0.03)))
    return join(parts)


def _floor(room: Room, shell: Shell) -> Mesh:
    return floors.FLOORS[room.floor](shell, room.tones)


def stand(item: Item, shell: Shell) -> tuple[tuple[float, float, float], float]:
    """Return where an item's middle is and how it is turned, but for its own depth."""
    depth = -shell.back
    match item.wall:
        case "back":
            return (item.along * shell.right * 0.92, item.up, shell.back + item.out), item.yaw
        case "left":
            return (shell.left + item.out, item.up, item.along * depth * 0.9), item.yaw + np.pi / 2
        case "right":
            return (shell.right - item.out, item.up, item.along * depth * 0.9), item.yaw - np.pi / 2
        case _:
            return (item.along, item.up, item.out), item.yaw


def _furniture(room: Room, shell: Shell, brief: Brief) -> list[Placed]:
    placed = []
    for item in room.items:
        if entries.find(item.name) is None or not brief.allows(item.name):
            continue
        thing = model(item.name, colour=item.colour)
        at, yaw = stand(item, shell)
        half = thing.size[2] / 2 * item.scale
        shift = {"back": (0, 0, half), "left": (half, 0, 0), "right": (-half, 0, 0)}
        offset = shift.get(item.wall, (0.0, 0.0, 0.0))
        spot = (at[0] + offset[0], at[1], at[2] + offset[2])
        if item.up < 1.2 and _nearness(spot, thing, item) < brief.clear * 0.85:
            continue
        placed.append(put(thing, spot, yaw=yaw, scale=item.scale))
    return placed


def _nearness(spot: tuple[float, float, float], thing: Model, item: Item) -> float:
    """Return how near to the origin a thing reaches, metres."""
    width, _, depth = thing.size
    if item.wall in ("left", "right"):
        width, depth = depth, width
    gap_x = max(abs(spot[0]) - width * item.scale / 2, 0.0)
    gap_z = max(abs(spot[2]) - depth * item.scale / 2, 0.0)
    return float(np.hypot(gap_x, gap_z))


def _on_table(room: Room, brief: Brief, size: tuple[float, float]) -> list[Placed]:
    """Return what else is on the table, at its far corners."""
    placed = []
    for item in room.table_items:
        if entries.find(item.name) is None or not brief.allows(item.name):
            continue
        spot = (item.along * size[0] / 2, TABLE, item.out * size[1] / 2)
        if np.hypot(spot[0], spot[2]) > brief.clear * 0.8:
            thing = model(item.name, colour=item.colour)
            placed.append(put(thing, spot, yaw=item.yaw, scale=item.scale))
    return placed


def _lights(room: Room, shell: Shell) -> Floats:
    rows = [
        (lamp.x * shell.right, min(lamp.y, shell.height - 0.3), lamp.z * -shell.back, *lamp.colour,
            lamp.reach)
        for lamp in room.lamps
    ]  # fmt: skip
    return np.array(rows, np.float32).reshape(-1, 7)
