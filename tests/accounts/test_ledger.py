from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinema.accounts import keys, ledger
from kinema.accounts.keys import Key, Limit, Retention, Terms
from kinema.accounts.ledger import Purpose
from kinema.accounts.query import run
from kinema.errors import Conflict, NotFound, OutOfCredits

AT = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Bank:
    """A ledger with one key of one account."""

    db: sa.Connection
    key: Key

    def reserve(self, generation_id: str, amount: int, *, strict: bool = True) -> None:
        purpose = Purpose(
            generation_id=generation_id,
            key_id=self.key.prefix,
            account_id=self.key.account_id,
            model="m",
            amount=amount,
        )
        ledger.reserve(self.db, purpose, key=self.key, at=AT, strict=strict)

    def has(self, *, available: int, held: int) -> bool:
        found = ledger.balance(self.db)
        return (found.available, found.held) == (available, held)


@pytest.fixture
def bank(db: sa.Connection) -> Bank:
    key, _ = keys.create(db, Terms(), secret="s" * 16, at=AT)
    return Bank(db, key)


def test_a_dollar_is_two_million_credits() -> None:
    assert ledger.from_usd("0.52") == 1_040_000
    assert ledger.usd(1_040_000) == Decimal("0.52")


def test_credits_are_held_and_then_charged(bank: Bank) -> None:
    ledger.grant(bank.db, 100, at=AT)
    bank.reserve("a", 30)
    assert bank.has(available=70, held=30)
    assert ledger.settle(bank.db, "a", at=AT)
    assert bank.has(available=70, held=0)
    assert ledger.imbalance(bank.db) == []


def test_credits_of_a_generation_that_fails_are_given_back(bank: Bank) -> None:
    ledger.grant(bank.db, 100, at=AT)
    bank.reserve("a", 30)
    assert ledger.release(bank.db, "a", at=AT)
    assert bank.has(available=100, held=0)
    assert ledger.imbalance(bank.db) == []


def test_a_generation_ends_once(bank: Bank) -> None:
    bank.reserve("a", 30, strict=False)
    assert ledger.settle(bank.db, "a", at=AT)
    assert not ledger.settle(bank.db, "a", at=AT)
    assert not ledger.release(bank.db, "a", at=AT)
    assert bank.has(available=-30, held=0)


def test_a_generation_is_reserved_once(bank: Bank) -> None:
    bank.reserve("a", 30, strict=False)
    with pytest.raises(Conflict, match="a was reserved before"):
        bank.reserve("a", 30, strict=False)


def test_what_was_never_reserved_is_not_charged(bank: Bank) -> None:
    assert not ledger.settle(bank.db, "nothing", at=AT)
    assert not ledger.release(bank.db, "nothing", at=AT)
    assert bank.has(available=0, held=0)


def test_an_account_that_must_have_credits_cannot_overdraw(bank: Bank) -> None:
    ledger.grant(bank.db, 29, at=AT)
    with pytest.raises(OutOfCredits, match="account"):
        bank.reserve("a", 30)


def test_a_key_with_a_limit_cannot_pass_it_though_the_account_could(db: sa.Connection) -> None:
    terms = Terms(limit=Limit(credits=50, retention=Retention.DAY))
    bank = Bank(db, keys.create(db, terms, secret="s" * 16, at=AT)[0])
    bank.reserve("a", 30, strict=False)
    with pytest.raises(OutOfCredits, match="limit"):
        bank.reserve("b", 30, strict=False)
    ledger.release(db, "a", at=AT)
    bank.reserve("c", 50, strict=False)


def test_a_daily_limit_starts_again_the_next_day(db: sa.Connection) -> None:
    terms = Terms(limit=Limit(credits=50, retention=Retention.DAY))
    bank = Bank(db, keys.create(db, terms, secret="s" * 16, at=AT)[0])
    bank.reserve("a", 50, strict=False)
    key = keys.find(db, bank.key.prefix)
    assert key
    assert key.left(AT) == 0
    assert key.left(AT + timedelta(days=1)) == 50


def test_an_account_that_is_not_there_is_named(db: sa.Connection) -> None:
    with pytest.raises(NotFound, match="nobody"):
        ledger.grant(db, 1, at=AT, account_id="nobody")
    with pytest.raises(NotFound, match="nobody"):
        ledger.balance(db, "nobody")


def test_a_posting_that_was_lost_is_found(bank: Bank) -> None:
    bank.reserve("a", 30, strict=False)
    bank.db.execute(sa.text("DELETE FROM postings WHERE book = 'held'"))
    assert ledger.imbalance(bank.db) == [
        "transfer reserve:a sums to -30",
        "account default differs from its postings",
    ]


STEP = st.tuples(st.sampled_from(["reserve", "settle", "release", "grant"]), st.integers(0, 5))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, max_size=30))
def test_whatever_is_done_in_whatever_order_it_adds_up(
    bank: Bank, steps: list[tuple[str, int]]
) -> None:
    with bank.db.begin_nested() as attempt:
        for step, number in steps:
            done(bank, step, number)
        assert ledger.imbalance(bank.db) == []
        assert ledger.balance(bank.db).held >= 0
        attempt.rollback()


def done(bank: Bank, step: str, number: int) -> None:
    match step:
        case "grant":
            ledger.grant(bank.db, number, at=AT)
        case "settle":
            ledger.settle(bank.db, str(number), at=AT)
        case "release":
            ledger.release(bank.db, str(number), at=AT)
        case _ if not run(bank.db, "reserved", transfer=f"reserve:{number}"):
            bank.reserve(f"{number}", number, strict=False)
        case _:
            pass
