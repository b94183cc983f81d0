from kinema.engines.scene.render.frame import STEPS
from kinema.engines.scene.render.warm import STAGES, warm


def test_every_step_of_a_frame_is_compiled_and_told() -> None:
    told = list(warm())

    assert [number for number, _ in told] == list(range(1, STAGES + 1))
    assert [name for _, name in told] == ["scenery", *STEPS]
