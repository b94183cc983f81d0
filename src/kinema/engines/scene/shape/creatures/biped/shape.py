"""Person: the table of a person, and the body that follows from it.

Lengths are metres of a grown-up 1.72 m tall; the head is measured in half its own height.
"""

from dataclasses import dataclass

from kinema.engines.scene.shape.part import Point

HEAD = 0.158
"""Half the height of a grown-up's head: five and a half heads make a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person's table.

    Attributes:
        sex: ``man`` or ``woman``.
        age: ``child``, ``adult`` or ``old``.
        head: Size of the head by a grown-up's.
        torso: Length of the trunk by a grown-up's.
        legs: Length of the legs.
        arms: Length of the arms.
        shoulders: Width.
        hips: Width.
        bulk: Thickness of trunk and limbs.
        belly: Size of a belly, 0 for none.
        face: ``human``, ``elf``, ``orc`` or ``zombie``.
        hair: A name of `hair.STYLES`, or ``any`` for one by seed.
        beard: ``none``, ``full``, ``goatee``, ``long`` or ``moustache``.
        wear: Names of `wear.GARMENTS`, each with a colour before it where it has one.
        brow: How angry the eyebrows are, from -1, worried, to 1, angry.
        smile: How far the corners of the mouth turn up, from -1 to 1.
    """

    sex: str = "man"
    age: str = "adult"
    head: float = 1.0
    torso: float = 1.0
    legs: float = 1.0
    arms: float = 1.0
    shoulders: float = 1.0
    hips: float = 1.0
    bulk: float = 1.0
    belly: float = 0.0
    face: str = "human"
    hair: str = "any"
    beard: str = "none"
    wear: tuple[str, ...] = ()
    brow: float = 0.0
    smile: float = 0.5


SIDES = (("L", 1.0), ("R", -1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where a person's joints are, standing, arms a little away from the sides.

    Attributes:
        radius: Half the height of the head.
        knee: Height; so are ``ankle``, ``hip``, ``waist``, ``chest``, ``shoulder``, ``neck``.
    """

    person: Person
    radius: float
    ankle: float
    knee: float
    hip: float
    waist: float
    chest: float
    shoulder: float
    neck: float
    head: Point

    @property
    def woman(self) -> bool:
        """Whether the figure is a woman's."""
        return self.person.sex == "woman"

    @property
    def height(self) -> float:
        """Of the crown."""
        return self.head[1] + self.radius

    def at_head(self, side: float, up: float, ahead: float) -> Point:
        """Return a place on the head, in its own half heights."""
        x, y, z = self.head
        return (x + side * self.radius, y + up * self.radius, z + ahead * self.radius)

    def shoulder_at(self, way: float) -> Point:
        """Return a shoulder joint."""
        wide = 0.16 * self.person.shoulders * (0.9 if self.woman else 1.0)
        return (way * wide * 0.97, self.shoulder - 0.022, -0.012)

    def elbow_at(self, way: float) -> Point:
        """Return an elbow."""
        x, y, z = self.shoulder_at(way)
        long = self.person.arms
        return (x + way * 0.098 * long, y - 0.243 * long, z - 0.012)

    def wrist_at(self, way: float) -> Point:
        """Return a wrist."""
        x, y, z = self.elbow_at(way)
        long = self.person.arms
        return (x + way * 0.055 * long, y - 0.222 * long, z + 0.04)

    def hip_at(self, way: float) -> Point:
        """Return a hip joint."""
        return (way * 0.08 * self.person.hips, self.hip, 0.0)

    def knee_at(self, way: float) -> Point:
        """Return a knee."""
        return (way * 0.096 * self.person.hips, self.knee, 0.012)

    def ankle_at(self, way: float) -> Point:
        """Return an ankle."""
        return (way * 0.102 * self.person.hips, self.ankle, -0.012)


def body(person: Person) -> Body:
    """Return a person's joints."""
    legs, torso = person.legs, person.torso
    radius = HEAD * person.head
    hip = 0.09 + 0.73 * legs
    shoulder = hip + 0.475 * torso
    neck = shoulder + 0.042 * torso
    return Body(
        person=person,
        radius=radius,
        ankle=0.085,
        knee=0.085 + (hip - 0.085) * 0.48,
        hip=hip,
        waist=hip + 0.16 * torso,
        chest=hip + 0.3 * torso,
        shoulder=shoulder,
        neck=neck,
        head=(0.0, neck + 0.035 + 0.93 * radius, 0.012 + 0.02 * person.head),
    )
