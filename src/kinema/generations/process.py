"""Which process an executor is, so that one on this machine is known to be dead at once.

A lease takes half a minute to run out. Where the kernel can be asked, after a
restart of the whole machine for one, nobody need wait that long.
"""

import os
import secrets
import socket
from functools import cache
from pathlib import Path

PROC = Path("/proc")
STATE, STARTED = 0, 19  # fields of /proc/PID/stat, counted from behind the name


def executor_id() -> str:
    """Return a name for this process that no other has had or will have."""
    started = _started(os.getpid()) or secrets.token_hex(4)
    return f"{socket.gethostname()}:{_machine()}:{os.getpid()}:{started}"


def gone(executor: str) -> bool:
    """Whether that process ran on this machine and is certainly no more."""
    _host, machine, pid, started = executor.rsplit(":", 3)
    return bool(machine) and machine == _machine() and _started(int(pid)) != started


@cache
def _machine() -> str:
    """Name this boot of this machine, seen from this container; empty where none can tell."""
    boot = PROC / "sys/kernel/random/boot_id"
    processes = PROC / "self/ns/pid"
    if not boot.exists() or not processes.exists():
        return ""
    return f"{boot.read_text().strip()[:8]}-{processes.readlink().name.strip('pid:[]')}"


def _started(pid: int) -> str | None:
    """Return when a process started, in the kernel's ticks; None if it is no more."""
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[STATE] in "ZX" else fields[STARTED]
