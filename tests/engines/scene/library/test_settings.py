from collections import Counter

from kinema.engines.scene.library.settings import kinds, kinds_by_word, kinds_near


def test_there_are_at_least_forty_kinds() -> None:
    assert len(kinds()) >= 40


def test_no_word_means_two_places() -> None:
    words = Counter(word for kind in kinds().values() for word in (kind.name, *kind.synonyms))
    assert [word for word, times in words.items() if times > 1] == []


def test_no_near_word_chooses_two_places() -> None:
    words = Counter(word for kind in kinds().values() for word in kind.near)
    assert [word for word, times in words.items() if times > 1] == []


def test_words_are_lower_case_and_trimmed() -> None:
    assert [word for word in kinds_by_word() if word != word.lower().strip()] == []


def test_a_synonym_leads_to_its_kind() -> None:
    assert kinds_by_word()["sequoia forest"] == "forest"
    assert kinds_by_word()["coral reef"] == "underwater"
    assert kinds_by_word()["forest"] == "forest"


def test_a_thing_met_on_a_table_is_filmed_in_a_room() -> None:
    assert kinds_near()["table-top"] == "room"


def test_scales_are_the_three_that_staging_knows() -> None:
    assert {kind.scale for kind in kinds().values()} == {"landscape", "street", "room"}
