"""Accounts, their API keys and the postings of their credits."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("available_credits", sa.BigInteger, nullable=False),
        sa.Column("held_credits", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.CheckConstraint("held_credits >= 0", name="accounts_hold_what_they_reserved"),
    )
    op.create_table(
        "keys",
        sa.Column("prefix", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scopes", sa.Text),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("limit_credits", sa.BigInteger),
        sa.Column("limit_retention", sa.Text),
        sa.Column("window_at", sa.Double, nullable=False),
        sa.Column("window_credits", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.Column("used_at", sa.Double),
        sa.Column("expires_at", sa.Double),
        sa.Column("deleted_at", sa.Double),
    )
    op.create_index("keys_of_account", "keys", ["account_id", "created_at"])
    op.create_table(
        "postings",
        sa.Column("transfer", sa.Text, primary_key=True),
        sa.Column("half", sa.Text, primary_key=True),
        sa.Column("book", sa.Text, nullable=False),
        sa.Column("credits", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("key_id", sa.Text),
        sa.Column("model", sa.Text),
        sa.Column("generation_id", sa.Text),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_index("postings_of_account", "postings", ["account_id", "book", "at", "transfer"])
    op.create_index("postings_of_key", "postings", ["key_id", "book", "at"])
