"""Where things stand: as said, and never in one another."""

from itertools import combinations

import pytest

from kinema.engines.scene.direct.blocking import Blocking, blocking
from kinema.engines.scene.direct.links import Hold
from kinema.engines.scene.direct.staging import footprint
from kinema.engines.scene.graph import Relation, SceneGraph

from .graphs import graph, thing

CROWDS = [
    graph("meadow", thing("dog"), thing("cat"), thing("horse")),
    graph("meadow", thing("dog", count=7), props=(thing("chair", count=3),)),
    graph("meadow", thing("person", "dance", count=2), props=(thing("chair"), thing("table"))),
    graph("meadow", thing("elephant"), props=(thing("chair"),),
          relations=(("elephant1", Relation.LEFT_OF, "chair1"),)),
]  # fmt: skip


def overlapping(stage: Blocking) -> list[tuple[str, str]]:
    boxes = {part.key: footprint(part, stage.marks[part.key]) for part in stage.parts}
    return [(a, b) for a, b in combinations(boxes, 2) if boxes[a].overlap(boxes[b]) > 1e-6]


@pytest.mark.parametrize("scene", CROWDS)
def test_no_two_things_overlap(scene: SceneGraph) -> None:
    assert overlapping(blocking(scene)) == []


@pytest.mark.parametrize(
    ("relation", "sign"), [(Relation.LEFT_OF, -1), (Relation.RIGHT_OF, 1), (Relation.NEXT_TO, 1)]
)
def test_left_and_right_are_the_viewers(relation: Relation, sign: int) -> None:
    scene = graph("meadow", thing("dog"), thing("cat"), relations=(("cat1", relation, "dog1"),))
    marks = blocking(scene).marks
    assert (marks["cat1#0"].x - marks["dog1#0"].x) * sign > 0


def test_left_of_holds_when_the_second_is_the_hero() -> None:
    scene = graph(
        "meadow", thing("dog"), thing("cat"), relations=(("dog1", Relation.LEFT_OF, "cat1"),)
    )
    marks = blocking(scene).marks
    assert marks["dog1#0"].x < marks["cat1#0"].x


def test_behind_is_farther_from_the_viewer() -> None:
    scene = graph(
        "meadow", thing("dog"), thing("cat"), relations=(("cat1", Relation.BEHIND, "dog1"),)
    )
    marks = blocking(scene).marks
    assert marks["cat1#0"].z < marks["dog1#0"].z


def test_above_is_higher_than_the_other_is_tall() -> None:
    scene = graph(
        "meadow", thing("dog"), thing("cat"), relations=(("cat1", Relation.ABOVE, "dog1"),)
    )
    stage = blocking(scene)
    assert stage.marks["cat1#0"].up > stage.part("dog1#0").size[1]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12])
def test_as_many_stand_as_were_said(count: int) -> None:
    stage = blocking(graph("meadow", thing("dog", count=count)))
    assert len(stage.parts) == count
    assert len({(mark.x, mark.z) for mark in stage.marks.values()}) == count


def test_a_rider_is_bound_to_its_mount_which_gallops() -> None:
    scene = graph(
        "meadow", thing("person", "ride", "horse1"), thing("horse"),
        relations=(("person1", Relation.RIDING, "horse1"),),
    )  # fmt: skip
    stage = blocking(scene)
    assert stage.bonds["person1#0"].how is Hold.RIDES
    assert stage.action(stage.part("horse1#0")) == "gallop"


def test_a_cat_at_a_piano_is_as_large_as_a_child_and_has_a_stool() -> None:
    scene = graph("beach", thing("cat", "play_keys", "piano1"), props=(thing("piano"),))
    stage = blocking(scene)
    assert stage.part("cat1#0").size[1] > 0.8
    assert any(part.thing.object == "piano stool" for part in stage.parts)
