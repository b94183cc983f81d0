"""Poses, limbs that reach, and the matrices that follow."""

import math

import numpy as np

from kinema.engines.scene.motion import limbs
from kinema.engines.scene.motion.body import Act, Body, anchor, bones
from kinema.engines.scene.motion.pose import Goal, Pose, Stand, mixed, two_bone
from kinema.engines.scene.motion.rotation import euler, facing, vector, yaw
from kinema.engines.scene.shape.library import model


def person() -> Body:
    return limbs.body(model("person"))


def test_at_rest_every_bone_is_where_the_model_stands() -> None:
    body = person()
    stand = Stand(at=vector(1.0, 2.0, 3.0), turn=yaw(0.7), scale=1.5)
    matrices = body.rig.bones(Pose(), stand)
    assert np.allclose(matrices, stand.matrix(), atol=1e-6)


def test_a_hand_reaches_its_goal() -> None:
    body = person()
    arm = body.arms["L"]
    shoulder = body.rig.pivot(arm.upper)
    at = shoulder + vector(0.1, -0.1, 0.7) * arm.reach
    goal = Goal(upper=arm.upper, lower=arm.lower, end=arm.end, at=at, bend=arm.bend)
    matrices = body.rig.bones(Pose(goals=(goal,)), Stand(at=np.zeros(3)))
    row = body.rig.rows[arm.end]
    assert np.allclose(matrices[row, :, :3] @ arm.rest + matrices[row, :, 3], at, atol=1e-3)


def test_a_goal_out_of_reach_is_pointed_at() -> None:
    joint, end, _ = two_bone(np.zeros(3), vector(0, 0, 9), np.array([1.0, 1.0]), vector(0, 1, 0))
    assert abs(float(end[2]) - 2.0) < 0.01
    assert np.linalg.norm(joint) == np.float64(1.0) or math.isclose(np.linalg.norm(joint), 1.0)


def test_a_knee_points_where_it_is_told() -> None:
    joint, _, _ = two_bone(np.zeros(3), vector(0, -1.5, 0), np.array([1.0, 1.0]), vector(0, 0, 1))
    assert joint[2] > 0.5


def test_poses_add_and_mix() -> None:
    a, b = Pose(turns={"head": (0.2, 0, 0)}), Pose(turns={"head": (0.4, 0, 0), "jaw": (1, 0, 0)})
    assert a.plus(b).turns == {"head": (0.6000000000000001, 0, 0), "jaw": (1, 0, 0)}
    assert mixed(a, b, 0.5).turns["jaw"] == (0.5, 0, 0)


def test_names_that_a_model_lacks_do_nothing() -> None:
    body = limbs.body(model("chair"))
    posed = body.rig.bones(Pose(turns={"head": (1, 0, 0)}), Stand(at=np.zeros(3)))
    assert np.allclose(posed, body.rig.bones(Pose(), Stand(at=np.zeros(3))))


def test_a_nod_lowers_the_nose() -> None:
    body = limbs.body(model("dog"))
    level = bones(body, Act(pose=Pose(), stand=Stand(at=np.zeros(3))))
    down = bones(body, Act(pose=Pose(turns={"head": (0.5, 0, 0)}), stand=Stand(at=np.zeros(3))))
    first, second = anchor(body, level, "mouth"), anchor(body, down, "mouth")
    assert first is not None
    assert second is not None
    assert second[1] < first[1]


def test_rotations_turn_the_way_they_say() -> None:
    assert np.allclose(yaw(math.pi / 2) @ vector(0, 0, 1), vector(1, 0, 0))
    assert np.allclose(euler(0.3, 0, 0) @ vector(0, 0, 1), vector(0, -math.sin(0.3), math.cos(0.3)))
    assert np.allclose(facing(vector(0, 0, -1)) @ vector(0, 0, 1), vector(0, 0, -1))
