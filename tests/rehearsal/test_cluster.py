"""A real cluster on this machine plays the same; a worker that is killed costs nothing but time."""

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from exercise.commands.loading import scenario
from exercise.model.setup import Setup
from exercise.rehearsal.cluster import ClusterError, cluster
from exercise.rehearsal.playing import Case
from exercise.rehearsal.spreading import CHUNK, Spread, processes
from exercise.room.opening import usual_players

distributed = pytest.importorskip("distributed", reason="needs a cluster: pip install 'fourteen-days[dask]'")
pytestmark = pytest.mark.filterwarnings("ignore")  # the library's own, about ports and workers that come and go
RUNS = 12 * CHUNK


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as found:
        yield found


def test_a_killed_worker_costs_nothing_but_time(local: Any) -> None:
    found = scenario("first-steps")
    case = Case(found, Setup(players=usual_players(found)))
    here, there = Spread([case], 1, RUNS), Spread([case], 1, RUNS)
    with processes(1) as executor:
        here.play(executor, 1)
    killed: list[Any] = []
    left: list[int] = []

    def kill(done: int) -> None:
        if not killed:
            left.append(RUNS - done)
            killed.append(next(iter(local.workers.values())).process.process)
            os.kill(killed[0].pid, signal.SIGKILL)

    with cluster(local.scheduler_address) as (executor, threads):
        assert threads == 2
        there.play(executor, threads, kill)
    assert killed[0].exitcode == -signal.SIGKILL
    assert left[0] >= CHUNK
    assert there.stopped == ""
    assert there.tallies == here.tallies


def test_an_address_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exercise.rehearsal.cluster.WAIT", 0.2)
    with (
        pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        cluster("tcp://127.0.0.1:9"),
    ):
        raise AssertionError("nobody is there")


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'fourteen-days\[dask\]'"), cluster("tcp://127.0.0.1:9"):
        raise AssertionError("the library is there")
