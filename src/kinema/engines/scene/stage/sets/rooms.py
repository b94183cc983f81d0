"""Rooms of a house and of a town, as tables."""

from functools import partial

from kinema.engines.scene.look.palette import Rgb
from kinema.engines.scene.stage.dress.shell import Opening
from kinema.engines.scene.stage.interior import Item, Lamp, Room

OAK: Rgb = (0.34, 0.19, 0.09)
PINE: Rgb = (0.48, 0.30, 0.15)
DARK_OAK: Rgb = (0.16, 0.08, 0.04)
WHITE: Rgb = (0.74, 0.72, 0.68)
MORNING = (
    Opening(wall="back", along=-0.28, width=1.9, panes=(2, 3)),
    Opening(wall="left", along=0.0, width=1.7),
)
"""A window that is seen and one that lets the sun in."""

pendant = partial(Lamp, kind="pendant")

ROOMS: dict[str, Room] = {
    "room": Room(
        openings=MORNING, table=OAK, curtains=(0.66, 0.58, 0.44), rug=(0.36, 0.10, 0.07),
        wall=(0.58, 0.50, 0.38), panels=0.9,
        items=(
            Item(name="couch", wall="back", along=0.42, out=0.15, colour="teal"),
            Item(name="floor lamp", wall="back", along=0.93, out=0.15),
            Item(name="painting", wall="back", along=0.5, out=0.02, up=1.35),
            Item(name="bookshelf", wall="right", along=-0.2),
            Item(name="potted plant", wall="back", along=-0.93, out=0.12),
            Item(name="armchair", wall="left", along=0.75, out=0.25, yaw=0.5),
        ),
        table_items=(
            Item(name="book", along=-0.68, out=-0.45, yaw=0.5), Item(name="vase", along=-0.8, out=-0.75),
            Item(name="candle", along=0.8, out=-0.7),
        ),
        lamps=(pendant(x=0.8, z=-0.8, y=1.5), pendant(x=-0.6, z=0.2, y=2.2)),
    ),
    "kitchen": Room(
        openings=(Opening(wall="back", along=-0.25, width=1.7, low=1.08, panes=(2, 2)),
                  Opening(wall="left", along=0.2, width=1.6)),
        table=PINE, wall=(0.66, 0.64, 0.55), floor="checker", tones=((0.10, 0.105, 0.11), (0.62, 0.60, 0.55)),
        dressing=("counter", "backsplash"), curtains=None,
        items=(
            Item(name="refrigerator", wall="right", along=-0.5, out=0.05),
            Item(name="cooking pot", wall="back", along=0.45, out=0.18, up=0.9),
            Item(name="potted plant", wall="back", along=-0.55, out=0.1, up=0.9, scale=0.5),
            Item(name="microwave", wall="back", along=0.75, out=0.1, up=0.9),
            Item(name="jug", wall="back", along=0.18, out=0.15, up=0.9),
            Item(name="bowl", wall="back", along=-0.05, out=0.2, up=0.9),
        ),
        table_items=(
            Item(name="bowl", along=0.72, out=-0.6), Item(name="apple", along=-0.7, out=-0.55),
            Item(name="orange", along=-0.6, out=-0.7), Item(name="jug", along=-0.82, out=-0.75),
        ),
        lamps=(pendant(x=0.0, z=-0.3, y=2.1), pendant(x=0.7, z=-0.7, y=2.0)),
    ),
    "cafe": Room(
        width=7.0, back=3.2, height=3.2, openings=(
            Opening(wall="back", along=-0.3, width=2.6, low=0.55, high=2.6, panes=(3, 2)),
            Opening(wall="left", along=0.1, width=2.2, low=0.55, high=2.6, panes=(2, 2)),
        ),
        view="street", table=OAK, wall=(0.33, 0.20, 0.13), panels=1.0, trim=(0.20, 0.10, 0.05),
        items=(
            Item(name="dining table", wall="back", along=0.55, out=0.5),
            Item(name="chair", wall="back", along=0.33, out=0.7, yaw=1.57),
            Item(name="chair", wall="back", along=0.78, out=0.7, yaw=-1.57),
            Item(name="potted plant", wall="back", along=-0.95, out=0.1),
            Item(name="painting", wall="right", along=-0.3, out=0.02, up=1.4),
            Item(name="table", wall="left", along=0.8, out=0.5),
        ),
        table_items=(Item(name="vase", along=-0.75, out=-0.7), Item(name="croissant", along=0.72, out=-0.5)),
        lamps=(pendant(x=-0.4, z=-0.5, y=2.1), pendant(x=0.4, z=-0.5, y=2.1), pendant(x=0.0, z=0.3, y=2.1)),
    ),
    "restaurant": Room(
        width=8.0, back=3.6, height=3.2, openings=(Opening(wall="back", along=0.0, width=3.4, low=0.7, high=2.6, panes=(4, 2)),),
        view="street", table=DARK_OAK, wall=(0.26, 0.06, 0.05), panels=1.1, trim=(0.16, 0.075, 0.035), rug=None,
        curtains=(0.30, 0.04, 0.04),
        items=(
            Item(name="dining table", wall="back", along=-0.6, out=0.6), Item(name="chair", wall="back", along=-0.85, out=0.8, yaw=1.57),
            Item(name="dining table", wall="back", along=0.6, out=0.6), Item(name="chair", wall="back", along=0.85, out=0.8, yaw=-1.57),
            Item(name="wine bottle", wall="back", along=-0.6, out=0.9, up=0.75), Item(name="wine glass", wall="back", along=0.6, out=0.9, up=0.75),
        ),
        table_items=(Item(name="wine glass", along=0.6, out=-0.45), Item(name="candle", along=-0.6, out=-0.6), Item(name="plate", along=0.0, out=0.75), Item(name="wine bottle", along=0.8, out=-0.7)),
        lamps=(pendant(x=-0.6, z=-0.5, y=1.9), pendant(x=0.6, z=-0.5, y=1.9), pendant(x=0.0, z=0.2, y=2.0)),
    ),
    "bar": Room(
        width=7.4, back=3.4, height=3.0, wall=(0.10, 0.055, 0.05), panels=1.1, trim=(0.10, 0.05, 0.025),
        tones=((0.07, 0.035, 0.02), (0.15, 0.08, 0.045)), table=DARK_OAK, dressing=("bottles",),
        items=(
            Item(name="stool", wall="back", along=-0.55, out=1.45), Item(name="stool", wall="back", along=-0.2, out=1.45),
            Item(name="stool", wall="back", along=0.25, out=1.45), Item(name="stool", wall="back", along=0.6, out=1.45),
            Item(name="barrel", wall="right", along=-0.2, out=0.1),
        ),
        table_items=(Item(name="glass", along=0.65, out=-0.55), Item(name="candle", along=-0.7, out=-0.6)),
        lamps=(Lamp(x=-0.6, z=-0.7, colour=(2.0, 0.9, 0.25)), Lamp(x=0.6, z=-0.7, colour=(2.0, 0.9, 0.25)), Lamp(x=0.9, z=0.2, colour=(1.6, 0.1, 0.5)), Lamp(x=-0.9, z=0.2, colour=(0.1, 0.5, 1.4))),
    ),
    "bedroom": Room(
        back=3.4,
        openings=MORNING, wall=(0.50, 0.56, 0.60), floor="carpet", tones=((0.40, 0.34, 0.27), (0.52, 0.46, 0.38)),
        curtains=(0.75, 0.72, 0.66), rug=(0.55, 0.50, 0.42),
        items=(
            Item(name="bed", wall="back", along=0.45, out=0.05, colour="navy"), Item(name="lamp", wall="back", along=0.93, out=0.15, up=0.5, scale=0.8),
            Item(name="wardrobe", wall="right", along=0.3), Item(name="dresser", wall="left", along=-0.6),
            Item(name="painting", wall="back", along=0.45, out=0.02, up=1.6), Item(name="teddy bear", wall="back", along=0.3, out=1.0, up=0.6),
            Item(name="potted plant", wall="back", along=-0.93, out=0.1),
        ),
        lamps=(pendant(x=0.85, z=-0.8, y=1.1), pendant(x=0.0, z=0.0, y=2.3)),
    ),
    "bathroom": Room(
        width=4.4, back=2.2, openings=(Opening(wall="back", along=0.3, width=1.1, low=1.5, high=2.3, panes=(2, 1)), Opening(wall="left", along=0.2, width=1.0, low=1.3, high=2.3)),
        wall=(0.72, 0.76, 0.76), floor="tiles", tones=((0.34, 0.40, 0.42), (0.48, 0.54, 0.56)), dressing=("wall tiles",),
        items=(
            Item(name="bathtub", wall="right", along=-0.1, out=0.05), Item(name="sink", wall="back", along=-0.4, out=0.02),
            Item(name="mirror", wall="back", along=-0.4, out=0.03, up=1.15), Item(name="toilet", wall="left", along=-0.35, out=0.05),
            Item(name="potted plant", wall="back", along=0.9, out=0.1, scale=0.8),
        ),
        lamps=(pendant(x=-0.4, z=-0.8, y=2.1, colour=(1.4, 1.2, 1.0)), pendant(x=0.2, z=0.2, y=2.3, colour=(1.2, 1.1, 1.0))),
    ),
    "office": Room(
        width=6.4, back=3.0, openings=(Opening(wall="back", along=0.0, width=4.2, low=0.75, high=2.4, panes=(4, 1)), Opening(wall="left", along=0.2, width=2.0)),
        view="street", table=(0.50, 0.36, 0.22), wall=(0.60, 0.62, 0.64), floor="carpet", tones=((0.14, 0.16, 0.19), (0.19, 0.21, 0.24)),
        items=(
            Item(name="desk", wall="back", along=-0.55, out=0.4), Item(name="computer", wall="back", along=-0.55, out=0.55, up=0.74),
            Item(name="desk", wall="back", along=0.55, out=0.4), Item(name="laptop", wall="back", along=0.55, out=0.6, up=0.74),
            Item(name="bookshelf", wall="right", along=0.0), Item(name="potted plant", wall="back", along=0.97, out=0.1),
        ),
        table_items=(Item(name="laptop", along=-0.62, out=-0.3, yaw=0.3), Item(name="mug", along=0.7, out=-0.4), Item(name="pencil", along=0.55, out=0.4)),
        lamps=(pendant(x=-0.5, z=-0.4, y=2.5, colour=(1.2, 1.2, 1.2)), pendant(x=0.5, z=-0.4, y=2.5, colour=(1.2, 1.2, 1.2))),
    ),
    "classroom": Room(
        width=7.4, back=3.4, height=3.0, openings=(Opening(wall="left", along=-0.35, width=1.8, low=0.9, high=2.5), Opening(wall="left", along=0.55, width=1.8, low=0.9, high=2.5)),
        table=PINE, wall=(0.62, 0.60, 0.46), dressing=("blackboard",),
        items=(
            Item(name="desk", wall="back", along=0.62, out=0.5), Item(name="globe", wall="back", along=0.62, out=0.75, up=0.74),
            Item(name="bookshelf", wall="right", along=-0.4), Item(name="clock", wall="back", along=0.75, out=0.02, up=2.1),
            Item(name="desk", wall="floor", along=-2.1, out=-0.6, yaw=3.14), Item(name="chair", wall="floor", along=-2.1, out=0.2, yaw=3.14),
            Item(name="desk", wall="floor", along=2.2, out=-0.2, yaw=3.14), Item(name="chair", wall="floor", along=2.2, out=0.6, yaw=3.14),
        ),
        table_items=(Item(name="book", along=-0.65, out=-0.4), Item(name="apple", along=0.66, out=-0.4), Item(name="pencil", along=0.5, out=0.3)),
        lamps=(pendant(x=-0.4, z=-0.3, y=2.7, colour=(1.2, 1.15, 1.0)), pendant(x=0.4, z=-0.3, y=2.7, colour=(1.2, 1.15, 1.0))),
    ),
    "library": Room(
        width=7.2, back=3.2, height=3.4, openings=(Opening(wall="left", along=0.0, width=1.6, low=1.0, high=2.9, panes=(2, 4)),),
        table=DARK_OAK, wall=(0.24, 0.16, 0.10), dressing=("shelves",), rug=(0.30, 0.05, 0.04), trim=(0.16, 0.08, 0.04), beams=True,
        items=(
            Item(name="bookshelf", wall="right", along=-0.55), Item(name="bookshelf", wall="right", along=-0.2), Item(name="bookshelf", wall="right", along=0.15),
            Item(name="armchair", wall="back", along=-0.6, out=0.6, yaw=0.4, colour="brown"), Item(name="floor lamp", wall="back", along=-0.85, out=0.5),
            Item(name="globe", wall="back", along=0.72, out=0.7, scale=1.6), Item(name="ladder", wall="back", along=0.35, out=0.35),
        ),
        table_items=(Item(name="book", along=-0.65, out=-0.45, yaw=0.4), Item(name="candle", along=0.7, out=-0.6), Item(name="open book", along=0.55, out=0.35)),
        lamps=(pendant(x=-0.8, z=-0.8, y=1.6), pendant(x=0.4, z=-0.6, y=2.4), pendant(x=0.0, z=0.2, y=2.6)),
    ),
    "laboratory": Room(
        width=6.8, back=3.0, height=3.0, wall=(0.62, 0.67, 0.70), floor="tiles", tones=((0.42, 0.46, 0.49), (0.56, 0.60, 0.63)),
        openings=(Opening(wall="left", along=0.0, width=2.0, low=1.0, high=2.4),), view="street", table=(0.62, 0.64, 0.66), dressing=("counter",),
        items=(
            Item(name="computer", wall="back", along=-0.6, out=0.2, up=0.9), Item(name="tv", wall="back", along=0.0, out=0.05, up=1.4),
            Item(name="bottle", wall="back", along=0.3, out=0.2, up=0.9, colour="green"), Item(name="vase", wall="back", along=0.45, out=0.2, up=0.9, colour="cyan"),
            Item(name="bottle", wall="back", along=0.55, out=0.25, up=0.9, colour="magenta"), Item(name="stool", wall="right", along=0.2, out=0.4),
        ),
        table_items=(Item(name="bottle", along=-0.6, out=-0.4, colour="cyan"), Item(name="glass", along=0.65, out=-0.4), Item(name="laptop", along=0.55, out=-0.1, yaw=-0.5)),
        lamps=(pendant(x=-0.4, z=-0.4, y=2.7, colour=(1.0, 1.2, 1.4)), pendant(x=0.5, z=-0.4, y=2.7, colour=(1.0, 1.2, 1.4))),
    ),
    "museum": Room(
        width=9.0, back=4.2, height=4.2, wall=(0.58, 0.57, 0.54), floor="boards", tones=((0.20, 0.11, 0.055), (0.30, 0.18, 0.10)),
        openings=(Opening(wall="left", along=-0.5, width=1.4, low=2.6, high=3.8), Opening(wall="left", along=0.5, width=1.4, low=2.6, high=3.8)), dressing=("pictures",),
        items=(Item(name="bench", wall="floor", along=2.6, out=-1.2), Item(name="vase", wall="back", along=-0.93, out=0.3, scale=3.0), Item(name="vase", wall="back", along=0.93, out=0.3, scale=3.0, colour="navy")),
        lamps=(pendant(x=-0.6, z=-0.8, y=3.4), pendant(x=0.0, z=-0.8, y=3.4), pendant(x=0.6, z=-0.8, y=3.4)),
    ),
    "ballroom": Room(
        width=12.0, back=6.0, height=6.0, wall=(0.55, 0.44, 0.30), floor="checker", tones=((0.16, 0.10, 0.06), (0.66, 0.60, 0.50)),
        openings=(Opening(wall="back", along=-0.36, width=1.8, low=0.3, high=4.4, panes=(2, 5)), Opening(wall="back", along=0.36, width=1.8, low=0.3, high=4.4, panes=(2, 5)), Opening(wall="left", along=0.0, width=1.8, low=0.3, high=4.4, panes=(2, 5))),
        curtains=(0.36, 0.03, 0.04), dressing=("columns",),
        items=(Item(name="chandelier", wall="floor", along=0.0, out=-2.6, up=3.6, scale=2.0), Item(name="grand piano", wall="back", along=0.85, out=0.6, yaw=-0.6), Item(name="grandfather clock", wall="back", along=-0.97, out=0.1)),
        lamps=(Lamp(x=0.0, z=-0.4, y=4.2, colour=(3.0, 2.0, 1.0), reach=5), Lamp(x=-0.8, z=-0.8, y=2.4), Lamp(x=0.8, z=-0.8, y=2.4)),
    ),
    "supermarket": Room(
        width=6.4, back=7.0, height=3.4, wall=(0.66, 0.68, 0.66), floor="tiles", tones=((0.56, 0.57, 0.56), (0.66, 0.67, 0.66)), dressing=("goods",), panels=0.0,
        lamps=(pendant(x=0, z=-0.8, y=3.1, colour=(1.3, 1.3, 1.25), reach=4), pendant(x=0, z=-0.2, y=3.1, colour=(1.3, 1.3, 1.25), reach=4)),
    ),
    "gym": Room(
        width=9.0, back=4.0, height=4.0, wall=(0.40, 0.42, 0.44), trim=(0.10, 0.10, 0.11), floor="boards", tones=((0.36, 0.21, 0.10), (0.48, 0.30, 0.15)),
        openings=(Opening(wall="back", along=-0.5, width=2.4, low=1.8, high=3.4, panes=(3, 2)), Opening(wall="back", along=0.5, width=2.4, low=1.8, high=3.4, panes=(3, 2)), Opening(wall="left", along=0.0, width=2.6, low=1.4, high=3.4, panes=(3, 2))), view="street",
        items=(Item(name="bench", wall="back", along=-0.7, out=0.3), Item(name="bench", wall="back", along=0.7, out=0.3), Item(name="clock", wall="back", along=0.0, out=0.02, up=2.6)),
        lamps=(pendant(x=-0.5, z=-0.3, y=3.6, colour=(1.3, 1.3, 1.2), reach=4), pendant(x=0.5, z=-0.3, y=3.6, colour=(1.3, 1.3, 1.2), reach=4)),
    ),
    "prison": Room(
        width=3.6, back=2.2, height=2.9, wall=(0.26, 0.26, 0.25), trim=(0.16, 0.16, 0.16), floor="stone", tones=((0.15, 0.15, 0.15), (0.24, 0.235, 0.23)),
        openings=(Opening(wall="left", along=0.1, width=0.8, low=1.6, high=2.4, panes=(5, 1)),), dressing=("bars",), view="garden",
        items=(Item(name="bed", wall="right", along=0.4, scale=0.8, colour="grey"), Item(name="bucket", wall="left", along=-0.6, out=0.1)),
        lamps=(pendant(x=0.0, z=-0.2, y=2.6, colour=(1.2, 1.1, 0.8)),),
    ),
}  # fmt: skip
"""Every room, by kind."""
