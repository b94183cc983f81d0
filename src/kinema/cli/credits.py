"""``kinema credits``: the ledger."""

from typing import Annotated

import sqlalchemy as sa
import typer

from kinema.accounts import keys, ledger
from kinema.accounts.ledger import Balance, from_usd, usd
from kinema.cli import options
from kinema.cli.open import opened
from kinema.cli.say import WrongUsage, data, out
from kinema.clock import now

commands = typer.Typer(no_args_is_help=True, help="Grant credits and read balances.")

Account = Annotated[str, typer.Argument(metavar="KEY_OR_ACCOUNT", help="A key or an account.")]


@commands.command()
def grant(account: Account, dollars: Annotated[float, typer.Argument(metavar="USD")]) -> None:
    """Give an account credits; a negative amount takes some back."""
    if dollars == 0 or not abs(dollars) < float("inf"):
        raise WrongUsage(f"USD must be an amount of dollars, not {dollars:g}", field="USD")
    with opened() as (db, _):
        left = ledger.grant(db, from_usd(dollars), at=now(), account_id=_account(db, account))
    _say(left)


@commands.command()
def balance(account: Account = keys.DEFAULT_ACCOUNT, as_json: options.AsJson = False) -> None:
    """Say what an account has and holds."""
    with opened() as (db, _):
        left = ledger.balance(db, _account(db, account))
    if as_json:
        shown = {"usd": float(usd(left.available)), "credits": left.available, "held": left.held}
        data({"account": left.account_id, **shown})
    else:
        _say(left)


def _account(db: sa.Connection, name: str) -> str:
    """Return the account of a key, given whole or by its prefix, or the name itself."""
    key = keys.find(db, name[: keys.PREFIX_LENGTH])
    return key.account_id if key else name


def _say(left: Balance) -> None:
    held = f", ${usd(left.held):.2f} held" if left.held else ""
    out.print(f"{left.account_id}: ${usd(left.available):.2f}{held}")
