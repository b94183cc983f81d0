"""Many at once, some of whom crash: the ledger still adds up, and nobody is charged twice."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from kinema.accounts import keys, ledger
from kinema.accounts.keys import Key, Terms
from kinema.accounts.ledger import Purpose
from kinema.database import reading
from kinema.errors import Conflict, OutOfCredits

AT = datetime(2030, 1, 2, tzinfo=UTC)
FILMS = 40  # few, so that they are fought over


class Crash(Exception):
    """The process died before it could commit."""


def worked(engine: sa.Engine, key: Key, *, seed: int, steps: int) -> None:
    """Do random things to random films, and die in the middle of one in five."""
    chance = random.Random(seed)
    for _ in range(steps):
        try:
            with engine.begin() as db:
                step(db, key, chance)
                if chance.random() < 0.2:
                    raise Crash
        except (Crash, OutOfCredits, Conflict):
            continue


def step(db: sa.Connection, key: Key, chance: random.Random) -> None:
    film, amount = f"film{chance.randrange(FILMS)}", chance.randrange(1, 50)
    match chance.choice(["reserve", "settle", "release", "grant"]):
        case "reserve":
            purpose = Purpose(
                generation_id=film,
                key_id=key.prefix,
                account_id=key.account_id,
                model="m",
                amount=amount,
            )
            ledger.reserve(db, purpose, key=key, at=AT, strict=True)
        case "settle":
            ledger.settle(db, film, at=AT)
        case "release":
            ledger.release(db, film, at=AT)
        case _:
            ledger.grant(db, amount, at=AT)


@pytest.mark.parametrize(
    ("threads", "steps"),
    [(4, 25), pytest.param(8, 2500, marks=[pytest.mark.slow, pytest.mark.timeout(600)])],
    ids=["small", "20000"],
)
def test_what_many_do_at_once_adds_up(engine: sa.Engine, threads: int, steps: int) -> None:
    with engine.begin() as db:
        key, _ = keys.create(db, Terms(), secret="s" * 16, at=AT)
    with ThreadPoolExecutor(threads) as pool:
        jobs = [pool.submit(worked, engine, key, seed=seed, steps=steps) for seed in range(threads)]
    for job in jobs:
        job.result()
    with reading(engine) as db:
        assert ledger.imbalance(db) == []
        found = ledger.balance(db)
        assert found.held >= 0
        assert found.available >= 0
        ended = sa.text("SELECT COUNT(*) FROM postings WHERE transfer LIKE 'end:%'")
        films = sa.text("SELECT COUNT(DISTINCT generation_id) FROM postings WHERE book = 'spent'")
        assert db.execute(ended).scalar_one() <= 2 * FILMS
        assert db.execute(films).scalar_one() <= FILMS
