"""The least that FastAPI can do: what the service's polls are held against."""

from fastapi import FastAPI


def service() -> FastAPI:
    """Return an app that answers one dictionary."""
    app = FastAPI()

    @app.get("/")
    async def answer() -> dict[str, str]:
        return {"id": "XXLhM-WwM1UXTVnR5w9EV", "status": "queued"}

    return app
