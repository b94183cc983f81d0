"""Generations and the leases of the workers that make them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

UNFINISHED = sa.text("state IN ('queued', 'running')")
QUEUED = sa.text("state = 'queued'")
REPEATABLE = sa.text("idempotency_key IS NOT NULL")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "generations",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("pool", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("client_request_id", sa.Text),
        sa.Column("idempotency_key", sa.Text),
        sa.Column("body_hash", sa.Text),
        sa.Column("webhook", sa.Text),
        sa.Column("price_credits", sa.BigInteger, nullable=False),
        sa.Column("start_tag", sa.Integer, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("phase", sa.Text, nullable=False),
        sa.Column("progress", sa.Double, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("worker", sa.Text),
        sa.Column("about", sa.Text),
        sa.Column("film", sa.Text),
        sa.Column("poster", sa.Text),
        sa.Column("size_bytes", sa.BigInteger),
        sa.Column("error_name", sa.Text),
        sa.Column("error_message", sa.Text),
        sa.Column("added_at", sa.Double, nullable=False),
        sa.Column("begun_at", sa.Double),
        sa.Column("ended_at", sa.Double),
    )
    op.create_index("generations_of_key", "generations", ["key_id", "added_at", "id"])
    op.create_index(
        "generations_repeated",
        "generations",
        ["key_id", "idempotency_key"],
        unique=True,
        sqlite_where=REPEATABLE,
        postgresql_where=REPEATABLE,
    )
    op.create_index(
        "generations_unfinished",
        "generations",
        ["pool", "key_id", "start_tag"],
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    )
    op.create_index(
        "generations_queued",
        "generations",
        ["pool", "start_tag"],
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.create_index("generations_ended", "generations", ["ended_at"])
    op.create_table(
        "leases",
        sa.Column("executor", sa.Text, primary_key=True),
        sa.Column("pool", sa.Text, nullable=False),
        sa.Column("beat_at", sa.Double, nullable=False),
    )
