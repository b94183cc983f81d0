"""What the process of the API may weigh, and what it must not load."""

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {"numpy", "numba", "llvmlite", "torch", "diffusers", "av", "boto3"}
MOST_MEGABYTES = 150
PROGRAM = """
import json, resource, sys
from kinema.app import create_app
from kinema.settings import load
create_app(load({"data": sys.argv[1]}, {}))
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"modules": sorted(sys.modules), "megabytes": megabytes}))
"""


def test_the_api_loads_no_engine_and_stays_small(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, str(tmp_path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(output)
    assert not HEAVY & set(found["modules"])
    assert found["megabytes"] < MOST_MEGABYTES
