import pytest

from kinema.engines.scene.library.words import forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("dog", "dogs"), ("fox", "foxes"), ("berry", "berries"), ("toy", "toys"), ("wolf", "wolves"),
     ("mouse", "mice"), ("sheep", "sheep"), ("wine glass", "wine glasses"),
     ("police officer", "police officers")],
)  # fmt: skip
def test_a_noun_has_its_plural(noun: str, plural: str) -> None:
    assert forms.plurals(noun)[0] == plural


@pytest.mark.parametrize(
    ("verb", "third", "participle", "past"),
    [
        ("run", "runs", "running", "ran"),
        ("ride", "rides", "riding", "rode"),
        ("lie", "lies", "lying", "lay"),
        ("catch", "catches", "catching", "caught"),
        ("fly", "flies", "flying", "flew"),
        ("play", "plays", "playing", "played"),
        ("see", "sees", "seeing", "saw"),
        ("stop", "stops", "stopping", "stopped"),
        ("rain", "rains", "raining", "rained"),
        ("go", "goes", "going", "went"),
        ("stand up", "stands up", "standing up", "stood up"),
        ("ice skate", "ice skates", "ice skating", "ice skated"),
        ("wash dishes", "washes dishes", "washing dishes", "washed dishes"),
    ],
)
def test_a_verb_has_its_forms(verb: str, third: str, participle: str, past: str) -> None:
    found = (forms.third(verb), forms.participle(verb), forms.pasts(verb)[0])
    assert found == (third, participle, past)
