"""The whole service with fake engines: ``python fake_service.py api PORT`` or ``… worker``."""

import sys

import uvicorn

from kinema.app import create_app, worker
from kinema.generations.workflow import run_worker
from kinema.settings import load
from kinema.testing import CATALOGUE

if __name__ == "__main__":
    if sys.argv[1] == "api":
        app = create_app(load(), catalogue=CATALOGUE)
        uvicorn.run(app, port=int(sys.argv[2]), log_level="warning", timeout_graceful_shutdown=1)
    else:
        sys.exit(run_worker(worker(load(), pool="fake", catalogue="kinema.testing:CATALOGUE")))
