"""What the process of the API may weigh, and what it must not load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"numpy", "numba", "llvmlite", "torch", "diffusers", "av", "boto3"}
MOST_MEGABYTES = 150
PROGRAM = """
import json, re, sys
from kinema.app import create_app
from kinema.settings import load
create_app(load({"data": sys.argv[1]}, {}))
(kilobytes,) = re.findall(r"VmHWM:\\s*([0-9]+)", open("/proc/self/status").read())
print(json.dumps({"modules": sorted(sys.modules), "megabytes": int(kilobytes) / 1024}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the memory")
def test_the_api_loads_no_engine_and_stays_small(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, str(tmp_path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(output)
    assert not HEAVY & set(found["modules"])
    assert found["megabytes"] < MOST_MEGABYTES
