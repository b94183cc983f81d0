import pytest

from kinema.engines.scene.library.parts import FORMS, lines, part


def test_a_line_is_read_into_kind_role_and_numbers() -> None:
    found = part("box main 0 .44 0 1 .05 1", 0)
    assert (found.kind, found.role, found.numbers) == ("box", "main", (0, 0.44, 0, 1, 0.05, 1))


def test_modifiers_are_read_by_what_they_hold() -> None:
    found = part("box main 0 0 0 1 1 1 mirror=xz round=.1 repeat=3,y,.12;2,x,1 fade=top", 0)
    assert found.words == {"mirror": "xz", "fade": "top"}
    assert found.values == {"round": (0.1,)}
    assert found.steps == (("repeat", 3, 1, 0.12), ("repeat", 2, 0, 1.0))


def test_turn_goes_round_y_in_equal_steps_unless_it_says_otherwise() -> None:
    assert part("ball main 0 0 0 1 turn=4", 0).steps == (("turn", 4, 1, 90.0),)
    assert part("ball main 0 0 0 1 turn=4,x,10", 0).steps == (("turn", 4, 0, 10.0),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cube main 0 0 0 1 1 1", "'cube' is not a part kind; expected one of ball, cap"),
        ("box", "box needs a role and x y z width height depth"),
        ("box main 0 0 0 1 1", "box has 5 numbers; expected x y z width height depth"),
        ("lathe main 0 0 0 1 1 1", "lathe has 6 numbers; expected x y z and pairs"),
        ("box main 0 0 zero 1 1 1", "expected a number, not 'zero'"),
        ("box main 0 0 0 1 1 1 shiny=1", "'shiny' is not a modifier; expected one of about"),
        ("box main 0 0 0 1 1 1 repeat=3,y", "repeat must look like repeat=3,y,.12"),
        ("box main 0 0 0 1 1 1 repeat=3,w,1", "expected an axis, x, y or z, not 'w'"),
    ],
)
def test_a_bad_line_says_what_was_expected(line: str, expected: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011  (each message is compared)
        part(line, 0)
    assert str(raised.value).startswith(expected)


def test_every_form_tells_its_numbers() -> None:
    assert all(form.numbers and form.least > 0 for form in FORMS.values())


def test_comments_and_empty_lines_are_left_out_but_counted() -> None:
    assert list(lines("\n# a note\nbox main 0  # its size\n")) == [(2, "box main 0")]
