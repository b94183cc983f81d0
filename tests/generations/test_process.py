import os
import subprocess
import sys

from kinema.generations.process import executor_id, gone

NAME = "from kinema.generations.process import executor_id; print(executor_id())"


def test_a_living_process_is_not_gone() -> None:
    assert not gone(executor_id())


def test_an_ended_process_is_gone() -> None:
    told = subprocess.run([sys.executable, "-c", NAME], capture_output=True, text=True, check=True)
    assert gone(told.stdout.strip())


def test_a_dead_process_that_nobody_has_buried_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", NAME], stdout=subprocess.PIPE) as dead:
        assert dead.stdout
        name = dead.stdout.read().decode().strip()
        os.waitid(os.P_PID, dead.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and stays
        assert gone(name)


def test_another_process_of_the_same_number_does_not_deceive() -> None:
    host, machine, pid, started = executor_id().rsplit(":", 3)
    assert gone(f"{host}:{machine}:{pid}:{int(started) - 1}")


def test_nothing_is_known_of_a_process_on_another_machine() -> None:
    assert not gone("elsewhere:0badcafe-4026531836:1:1")
    assert not gone("elsewhere::1:1")
