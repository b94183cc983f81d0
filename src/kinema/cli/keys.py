"""``kinema keys``: API keys."""

from datetime import datetime
from typing import Annotated

import typer

from kinema.accounts import keys as accounts
from kinema.accounts.keys import Key, Limit, Retention, Terms
from kinema.accounts.ledger import from_usd, usd
from kinema.cli import options
from kinema.cli.open import opened
from kinema.cli.say import WrongUsage, data, out, rows
from kinema.clock import now
from kinema.errors import NotFound
from kinema.protocols.aimlapi.keys_wire import SCOPE

commands = typer.Typer(no_args_is_help=True, help="Make, list and revoke API keys.")


@commands.command()
def create(
    name: Annotated[str, typer.Option(help="What it is for.")] = "",
    scope: Annotated[
        list[str] | None, typer.Option(help="What it may do: model:video, manage … All if none.")
    ] = None,
    limit: Annotated[float | None, typer.Option(help="Dollars that it may spend.")] = None,
    reset: Annotated[
        Retention, typer.Option(help="When the limit starts again.")
    ] = Retention.NO_RESET,
    as_json: options.AsJson = False,
) -> None:
    """Make an API key; this is the only time it is shown."""
    for text in scope or []:
        if SCOPE.issues(text, ()):
            raise WrongUsage(f"--scope must be manage, model:video, …, not {text!r}", field="scope")
    terms = Terms(name=name, scopes=frozenset(scope) if scope else None, limit=_limit(limit, reset))
    with opened() as (db, settings):
        key, text = accounts.create(db, terms, secret=settings.secret, at=now())
    if as_json:
        data({"key": text, **_shown(key)})
    else:
        out.print(text)


@commands.command("list")
def list_(as_json: options.AsJson = False) -> None:
    """List the API keys, oldest first, by their first eight characters."""
    with opened() as (db, _):
        found = accounts.listed(db)
    if as_json:
        data([_shown(key) for key in found])
    else:
        rows("prefix", "name", "scopes", "limit", "made", "used", of=[_row(key) for key in found])


@commands.command()
def revoke(prefix: Annotated[str, typer.Argument(help="Its first eight characters.")]) -> None:
    """Take an API key away for good."""
    with opened() as (db, _):
        key = accounts.find(db, prefix)
        if key is None:
            raise NotFound(f"no key begins with {prefix!r}; `kinema keys list` has them all")
        accounts.delete(db, prefix, at=now(), account_id=key.account_id)
    out.print(f"revoked {prefix}")


def _limit(dollars: float | None, reset: Retention) -> Limit | None:
    if dollars is None:
        return None
    if not 0 < dollars < float("inf"):
        raise WrongUsage(f"--limit must be dollars above 0, not {dollars:g}", field="limit")
    return Limit(credits=from_usd(dollars), retention=reset)


def _shown(key: Key) -> dict[str, object]:
    terms = key.terms
    return {
        "prefix": key.prefix,
        "name": terms.name,
        "scopes": sorted(terms.scopes) if terms.scopes is not None else None,
        "disabled": terms.disabled,
        "limit_usd": float(usd(terms.limit.credits)) if terms.limit else None,
        "reset": terms.limit.retention.value if terms.limit else None,
        "created_at": key.created_at.isoformat(),
        "used_at": key.used_at.isoformat() if key.used_at else None,
    }


def _row(key: Key) -> tuple[str, ...]:
    limit = key.terms.limit
    return (
        key.prefix,
        key.terms.name,
        " ".join(sorted(key.terms.scopes)) if key.terms.scopes is not None else "all",
        f"${usd(limit.credits):.2f} {limit.retention}" if limit else "none",
        _day(key.created_at),
        _day(key.used_at) if key.used_at else "never",
    )


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
