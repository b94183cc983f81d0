"""A process that submits and is killed: ``python fake_submitter.py DATABASE_URL COUNT``."""

import sys

from kinema.clock import now
from kinema.database import connect
from kinema.generations.generation import Order
from kinema.generations.workflow import Queue, no_charge
from kinema.video import VideoRequest


def main(database_url: str, count: int) -> None:
    engine = connect(database_url)
    queue = Queue(engine, settle=no_charge, clock=now)
    for number in range(count):
        request = VideoRequest(model="fake", prompt=f"film {number}")
        order = Order(id=f"g{number}", key_id="K1", account_id="A", pool="fake", request=request)
        with engine.begin() as db:
            queue.submit(db, order)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
