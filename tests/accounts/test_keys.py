from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from kinema.accounts import keys
from kinema.accounts.keys import Limit, Retention, Terms
from kinema.errors import NotFound

AT = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)
SECRET = "a secret of these tests"


def made(db: sa.Connection, terms: Terms | None = None) -> tuple[keys.Key, str]:
    return keys.create(db, terms or Terms(name="test"), secret=SECRET, at=AT)


def test_a_key_is_32_hex_characters_and_opens(db: sa.Connection) -> None:
    key, text = made(db)
    assert keys.SHAPE.fullmatch(text)
    assert text.startswith(key.prefix)
    assert len(key.prefix) == 8
    assert keys.opened(db, text, secret=SECRET, at=AT) == key


def test_the_key_itself_is_kept_nowhere(db: sa.Connection) -> None:
    _, text = made(db)
    rows = db.execute(sa.text("SELECT * FROM keys")).all()
    assert text not in str(rows)


@pytest.mark.parametrize("wrong", ["", "0" * 32, "not a key", "é" * 32, "A" * 32])
def test_another_text_opens_nothing(db: sa.Connection, wrong: str) -> None:
    made(db)
    assert keys.opened(db, wrong, secret=SECRET, at=AT) is None


def test_the_right_prefix_with_another_end_opens_nothing(db: sa.Connection) -> None:
    key, _ = made(db)
    assert keys.opened(db, key.prefix + "0" * 24, secret=SECRET, at=AT) is None


def test_a_key_hashed_with_another_secret_opens_nothing(db: sa.Connection) -> None:
    _, text = made(db)
    assert keys.opened(db, text, secret="another secret", at=AT) is None


@pytest.mark.parametrize(
    "terms", [Terms(disabled=True), Terms(expires_at=AT)], ids=["disabled", "expired"]
)
def test_a_key_that_is_not_valid_now_opens_nothing(db: sa.Connection, terms: Terms) -> None:
    _, text = made(db, terms)
    assert keys.opened(db, text, secret=SECRET, at=AT) is None


def test_a_deleted_key_opens_nothing_and_is_not_listed(db: sa.Connection) -> None:
    key, text = made(db)
    keys.delete(db, key.prefix, at=AT)
    assert keys.opened(db, text, secret=SECRET, at=AT) is None
    assert keys.listed(db) == []
    with pytest.raises(NotFound, match=key.prefix):
        keys.delete(db, key.prefix, at=AT)


def test_what_was_decided_about_a_key_is_kept(db: sa.Connection) -> None:
    terms = Terms(
        name="films",
        scopes=frozenset({"model:video", keys.MANAGE}),
        limit=Limit(credits=5, retention=Retention.WEEK),
        expires_at=AT + timedelta(days=1),
    )
    key, _ = made(db)
    changed = keys.change(db, key.prefix, terms, account_id=key.account_id, at=AT)
    assert changed.terms == terms
    assert keys.find(db, key.prefix) == changed
    with pytest.raises(NotFound):
        keys.change(db, key.prefix, terms, account_id="another", at=AT)


def test_keys_are_listed_oldest_first(db: sa.Connection) -> None:
    texts = [
        keys.create(db, Terms(), secret=SECRET, at=AT + timedelta(seconds=age))[1]
        for age in (2, 0, 1)
    ]
    assert [key.prefix for key in keys.listed(db)] == [texts[i][:8] for i in (1, 2, 0)]


def test_using_a_key_is_noted(db: sa.Connection) -> None:
    key, _ = made(db)
    keys.touch(db, key.prefix, at=AT)
    found = keys.find(db, key.prefix)
    assert found
    assert found.used_at == AT


def test_a_key_without_scopes_does_all_but_manage() -> None:
    with_all = allowing(None)
    assert with_all.allows("model:video")
    assert with_all.allows_model("any")
    assert not with_all.allows(keys.MANAGE)


def test_a_scope_may_name_a_single_model() -> None:
    key = allowing(frozenset({"model:kling-video/v1/standard/text-to-video"}))
    assert key.allows_model("kling-video/v1/standard/text-to-video")
    assert not key.allows_model("kling-video/v1/pro/text-to-video")
    assert allowing(frozenset({"model:video"})).allows_model("any")


@pytest.mark.parametrize(
    ("retention", "start"),
    [
        (Retention.DAY, datetime(2030, 1, 2, tzinfo=UTC)),
        (Retention.WEEK, datetime(2029, 12, 31, tzinfo=UTC)),
        (Retention.MONTH, datetime(2030, 1, 1, tzinfo=UTC)),
        (Retention.NO_RESET, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_limit_starts_again_at_midnight_utc(retention: Retention, start: datetime) -> None:
    assert keys.window_start(retention, AT) == start


def allowing(scopes: frozenset[str] | None) -> keys.Key:
    return keys.Key(
        prefix="01234567",
        digest="",
        account_id="default",
        terms=Terms(scopes=scopes),
        window_at=AT,
        spent_credits=0,
        created_at=AT,
        updated_at=AT,
        used_at=None,
    )
