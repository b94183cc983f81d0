"""Issues as zod 3 writes them, key order included."""

import json

import pytest

from kinema.protocols.aimlapi.translate import Invalid, wanted
from kinema.protocols.aimlapi.zod.issue import ABSENT, JSON, Value

GOOD: dict[str, JSON] = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a fox"}

DOCUMENTED: dict[str, tuple[dict[str, Value], str]] = {
    "missing": (
        {"prompt": ABSENT},
        '{"code":"invalid_type","expected":"string","received":"undefined","path":["prompt"],'
        '"message":"Required"}',
    ),
    "wrong type": (
        {"prompt": 5},
        '{"code":"invalid_type","expected":"string","received":"number","path":["prompt"],'
        '"message":"Expected string, received number"}',
    ),
    "null": (
        {"prompt": None},
        '{"code":"invalid_type","expected":"string","received":"null","path":["prompt"],'
        '"message":"Expected string, received null"}',
    ),
    "numeric string": (
        {"cfg_scale": "0.5"},
        '{"code":"invalid_type","expected":"number","received":"string","path":["cfg_scale"],'
        '"message":"Expected number, received string"}',
    ),
    "enum": (
        {"aspect_ratio": "4:3"},
        '{"received":"4:3","code":"invalid_enum_value","options":["16:9","9:16","1:1"],'
        '"path":["aspect_ratio"],"message":"Invalid enum value. Expected \'16:9\' | \'9:16\' | '
        "'1:1', received '4:3'\"}",
    ),
    "number as enum": (
        {"duration": 4},
        '{"received":"4","code":"invalid_enum_value","options":["5","10"],"path":["duration"],'
        "\"message\":\"Invalid enum value. Expected '5' | '10', received '4'\"}",
    ),
    "too large": (
        {"cfg_scale": 1.5},
        '{"code":"too_big","maximum":1,"type":"number","inclusive":true,"exact":false,'
        '"message":"Number must be less than or equal to 1","path":["cfg_scale"]}',
    ),
    "too small": (
        {"cfg_scale": -1},
        '{"code":"too_small","minimum":0,"type":"number","inclusive":true,"exact":false,'
        '"message":"Number must be greater than or equal to 0","path":["cfg_scale"]}',
    ),
    "no integer": (
        {"advanced_camera_control": {"movement_type": "pan", "movement_value": 1.5}},
        '{"code":"invalid_type","expected":"integer","received":"float",'
        '"message":"Expected integer, received float",'
        '"path":["advanced_camera_control","movement_value"]}',
    ),
    "too long": (
        {"prompt": "x" * 2501},
        '{"code":"too_big","maximum":2500,"type":"string","inclusive":true,"exact":false,'
        '"message":"String must contain at most 2500 character(s)","path":["prompt"]}',
    ),
    "too short": (
        {"prompt": ""},
        '{"code":"too_small","minimum":1,"type":"string","inclusive":true,"exact":false,'
        '"message":"String must contain at least 1 character(s)","path":["prompt"]}',
    ),
    "missing enum": (
        {"advanced_camera_control": {"movement_value": 1}},
        "{\"expected\":\"'horizontal' | 'vertical' | 'pan' | 'tilt' | 'roll' | 'zoom'\","
        '"received":"undefined","code":"invalid_type",'
        '"path":["advanced_camera_control","movement_type"],"message":"Required"}',
    ),
    "union": (
        {"camera_control": 1},
        '{"code":"invalid_union","unionErrors":[{"issues":[{"expected":"\'down_back\' | '
        "'forward_up' | 'right_turn_forward' | 'left_turn_forward'\","
        '"received":"number","code":"invalid_type","path":["camera_control"],'
        "\"message\":\"Expected 'down_back' | 'forward_up' | 'right_turn_forward' | "
        '\'left_turn_forward\', received number"}],"name":"ZodError"},'
        '{"issues":[{"code":"invalid_type","expected":"object","received":"number",'
        '"path":["camera_control"],"message":"Expected object, received number"}],'
        '"name":"ZodError"}],"path":["camera_control"],"message":"Invalid input"}',
    ),
    "dirty union": (
        {"camera_control": {"type": "simple", "config": {"pan": 10.5}}},
        '{"code":"too_big","maximum":10,"type":"number","inclusive":true,"exact":false,'
        '"message":"Number must be less than or equal to 10",'
        '"path":["camera_control","config","pan"]}',
    ),
}


def issues(body: JSON) -> str:
    with pytest.raises(Invalid) as caught:
        wanted(body)
    return json.dumps(caught.value.issues, separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize("case", DOCUMENTED)
def test_an_issue_is_written_as_zod_writes_it(case: str) -> None:
    change, expected = DOCUMENTED[case]
    kept: dict[str, JSON] = {key: value for key, value in GOOD.items() if key not in change}
    given = {key: value for key, value in change.items() if value is not ABSENT}
    assert issues(kept | given) == f"[{expected}]"


def test_a_body_that_is_no_object_is_said_to_be_none() -> None:
    assert issues("a fox") == (
        '[{"code":"invalid_type","expected":"object","received":"string","path":[],'
        '"message":"Expected object, received string"}]'
    )


@pytest.mark.parametrize(
    "model",
    ["klingai/video-v3-pro-text-to-video", "klingai/video-v3-turbo-pro-text-to-video"],
)
def test_a_model_whose_shots_can_stand_for_the_prompt_needs_one_of_them(model: str) -> None:
    assert '"path":["prompt"],"message":"Required"' in issues({"model": model})


def test_shots_are_joined_to_one_prompt() -> None:
    texts = wanted({"model": "klingai/video-v3-pro-text-to-video", "multi_prompt": ["a", "b"]})
    shots = [{"prompt": "a"}, {"prompt": "b"}]
    objects = wanted({"model": "klingai/video-v3-turbo-pro-text-to-video", "multi_prompt": shots})
    assert texts.prompt == objects.prompt == "a\nb"


@pytest.mark.parametrize("shots", [[], [{}] * 7, "a"])
def test_shots_outside_their_bounds_are_refused(shots: JSON) -> None:
    model = "klingai/video-v3-turbo-pro-text-to-video"
    assert '"multi_prompt"' in issues({"model": model, "prompt": "a", "multi_prompt": shots})


@pytest.mark.parametrize(
    ("model", "ratio", "size"),
    [
        ("kling-video/v1/standard/text-to-video", "16:9", (1280, 720)),
        ("kling-video/v1/pro/text-to-video", "9:16", (720, 1280)),
        ("kling-video/v1/standard/text-to-video", "1:1", (720, 720)),
        ("klingai/video-v3-omni-1080p-text-to-video", "16:9", (1920, 1080)),
    ],
)
def test_the_size_follows_from_model_and_ratio(
    model: str, ratio: str, size: tuple[int, int]
) -> None:
    request = wanted({"model": model, "prompt": "a", "aspect_ratio": ratio}).request(seed=0)
    assert (request.width, request.height) == size


def test_both_forms_of_camera_control_can_be_mixed() -> None:
    body: dict[str, JSON] = GOOD | {
        "camera_control": "down_back",
        "advanced_camera_control": {"movement_type": "roll", "movement_value": -2},
    }
    camera = wanted(body).camera
    assert (camera.preset, camera.roll) == ("down_back", -2.0)


def test_the_new_name_of_the_ratio_wins_over_the_old() -> None:
    body: dict[str, JSON] = GOOD | {"aspect_ratio": "1:1", "ratio": "9:16"}
    assert wanted(body).size == (720, 720)


def test_what_is_left_out_has_its_default() -> None:
    request = wanted(GOOD).request(seed=9)
    assert (request.seconds, request.cfg_scale, request.seed) == (5.0, 0.5, 9)
    assert request.camera.still
