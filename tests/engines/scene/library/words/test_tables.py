import pytest

from kinema.engines.scene.graph import Relation
from kinema.engines.scene.language.verbs import verbs
from kinema.engines.scene.library import settings
from kinema.engines.scene.library.words import table
from kinema.engines.scene.library.words.nouns import nouns
from kinema.engines.scene.motion.clips import NEAREST


def test_every_verb_has_a_clip_that_motion_knows() -> None:
    assert {verb.clip for verb in verbs().values()} <= set(NEAREST)


def test_what_a_verb_brings_along_is_a_noun() -> None:
    props = {verb.prop for verb in verbs().values() if verb.prop is not None}
    assert {prop for prop in props if prop not in nouns()} == set()


def test_every_relation_of_the_grammar_is_one_of_the_graph_or_a_loose_one() -> None:
    said = {value for section, value, _ in table.entries("grammar") if section == "relation"}
    assert said - {str(relation) for relation in Relation} == {"with", "of material"}


def test_every_implied_place_can_be_built() -> None:
    assert {kind for _, kind, _ in table.entries("implied")} <= set(settings.kinds())


def test_every_place_among_the_nouns_is_a_sort_of_one_that_can_be_built() -> None:
    kinds = settings.kinds_by_word()
    places = [noun for noun in nouns().values() if noun.kind in ("place", "region", "background")]
    heads = {noun.word: noun.parent for noun in places}

    def top(word: str) -> str:
        parent = heads.get(word)
        return word if word in kinds or parent is None else top(parent)

    assert [noun.word for noun in places if top(noun.word) not in kinds] == []


def test_no_noun_is_its_own_hypernym() -> None:
    for start in nouns().values():
        seen, word = set(), start.word
        while word in nouns() and nouns()[word].parent is not None:
            assert word not in seen
            seen.add(word)
            word = nouns()[word].parent or ""


def test_no_mark_of_the_tables_was_left_inside_a_word() -> None:
    assert [word for word in nouns() if not word.replace(" ", "").replace("'", "").isalnum()] == []


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("zoom|zooms in", ["zoom in", "zooms in"]),
        ("zoom [slowly] in", ["zoom slowly in", "zoom in"]),
        ("in_a zoom", ["in a zoom"]),
    ],
)
def test_a_pattern_is_written_out(pattern: str, phrases: list[str]) -> None:
    assert list(table.spelled_out(pattern)) == phrases
