import json
import os
import signal
import time
from dataclasses import dataclass

import pytest

from gmai_data import engine
from gmai_data.engine import Pool, Watch, attempt
from gmai_data.errors import TransientError, UsageError
from gmai_data.work import cluster
from gmai_data.work.isolate import isolated
from gmai_data.work.probes import each_probe, probes


@dataclass(frozen=True)
class Toy:
    id: str
    crumb: str
    items: tuple[str, ...] = ()


def toy(task, watch: Watch):
    """Does what its items say; each item leaves its name, or why it was skipped."""
    done = []
    for item in task.items:
        if item in watch.skip:
            done.append(f"{item}:{':'.join(watch.skip[item])}")
            continue
        watch.enter(item)
        try:
            does(task, item.split("-")[0])
        except MemoryError:  # as `read_chunk` takes it
            done.append(f"{item}:quarantined:memory")
            continue
        done.append(item)
    return {"done": done}


def does(task, what):
    if what in ("SIGKILL", "SIGSEGV", "SIGABRT"):
        os.kill(os.getpid(), getattr(signal, what))
    elif what == "exit":
        os._exit(7)
    elif what == "hang":
        time.sleep(600)
    elif what == "swells":  # takes memory, and uses it, until somebody says no
        held = []
        while len(held) < 256:  # 16 GiB
            held.append(bytearray(64 << 20))
            held[-1][:: 1 << 12] = b"1" * (16 << 10)
            time.sleep(0.02)
    elif what == "once":  # kills only where it was not tried before
        path = task.crumb + ".tried"
        if not os.path.exists(path):
            with open(path, "w"):
                os.kill(os.getpid(), signal.SIGKILL)
    elif what == "usage":
        raise UsageError("a mistake")
    elif what == "bug":
        raise ZeroDivisionError


def tasks(folder, *items):
    return [Toy(f"t{n}", str(folder / f"crumb-{n}"), tuple(i)) for n, i in enumerate(items)]


def results(pool, work):
    return {task.id: record["done"] for task, record in pool.run(toy, work)}


@pytest.mark.slow
def test_serial_and_cluster_give_the_same_records_and_errors_are_values(tmp_path):
    work = tasks(tmp_path, *([f"a-{n}", "b"] for n in range(20)))
    serial = results(Pool(1), work)
    with Pool(2) as pool:
        assert results(pool, work) == serial
        with pytest.raises(UsageError, match="a mistake"):
            results(pool, tasks(tmp_path, ["usage"]))
        with pytest.raises(ZeroDivisionError):
            results(pool, tasks(tmp_path, ["bug"]))
        assert results(pool, work) == serial  # the pool is still good
    assert os.listdir(tmp_path) == []  # no crumb is left


@pytest.mark.fault(
    "items that end their worker: SIGKILL, SIGSEGV, exit",
    where="local cluster",
    result="each is named, all others are done",
)
@pytest.mark.slow
def test_an_item_that_kills_workers_is_named_and_all_others_are_done(tmp_path):
    killers = {2: "SIGKILL", 5: "SIGSEGV", 8: "exit"}
    work = tasks(
        tmp_path,
        *([f"{killers[n]}-{n}" if n in killers and i == 1 else f"i{i}" for i in range(3)]
          for n in range(12)),
    )  # fmt: skip
    with Pool(2) as pool:
        found = results(pool, work)
    assert len(found) == 12
    assert found["t2"] == ["i0", "SIGKILL-2:quarantined:killed", "i2"]
    assert found["t5"] == ["i0", "SIGSEGV-5:corrupt:crashed-sigsegv", "i2"]
    assert found["t8"] == ["i0", "exit-8:corrupt:crashed-exit-7", "i2"]
    assert all(found[f"t{n}"] == ["i0", "i1", "i2"] for n in range(12) if n not in killers)
    assert os.listdir(tmp_path) == []


def test_expected_errors_of_a_serial_run_are_raised_and_leave_no_crumb(tmp_path):
    with pytest.raises(UsageError):
        results(Pool(1), tasks(tmp_path, ["a", "usage"]))
    assert os.listdir(tmp_path) == []


@pytest.mark.slow
def test_a_task_whose_crumb_was_left_is_run_in_a_child_and_acquitted(tmp_path):
    (task,) = tasks(tmp_path, ["a", "b"])
    with open(task.crumb, "w") as file:
        file.write("a")
    assert attempt(toy, task)["done"] == ["a", "b"]
    assert os.listdir(tmp_path) == []


@pytest.mark.fault(
    "several killers and a hang in one task",
    where="one process",
    result="each is named, all others are done",
)
@pytest.mark.slow
def test_several_killers_and_a_hang_in_one_task_are_all_named(tmp_path):
    (task,) = tasks(tmp_path, ["a", "SIGABRT-1", "b", "hang-2", "c"])
    found = isolated(toy, task, seconds=1)
    assert found["done"] == [
        "a", "SIGABRT-1:corrupt:crashed-sigabrt", "b", "hang-2:quarantined:timeout", "c",
    ]  # fmt: skip


@pytest.mark.fault(
    "an item that hangs",
    where="one process",
    result="quarantined as `timeout` at its time limit, the rest is done",
)
@pytest.mark.slow
def test_an_item_that_takes_too_long_is_named_in_a_serial_run_too(tmp_path):
    work = tasks(tmp_path, ["a"], ["b", "hang-1", "c"], ["d"])
    before = signal.getsignal(signal.SIGALRM)
    found = results(Pool(1, item_seconds=1), work)
    assert found == {"t0": ["a"], "t1": ["b", "hang-1:quarantined:timeout", "c"], "t2": ["d"]}
    assert os.listdir(tmp_path) == []
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.fault(
    "an item that takes more memory than a worker has",
    where="local cluster",
    result="quarantined as `memory`, the rest is done",
)
@pytest.mark.slow
def test_an_item_that_takes_more_memory_than_a_worker_has_is_named(tmp_path, monkeypatch):
    """The worker is ended by its nanny at a real limit; the child that tries again has one too."""
    monkeypatch.setattr(cluster, "memory_share", lambda workers: 500 << 20)
    work = tasks(tmp_path, ["a"], ["b", "swells-1", "c"], ["d"])
    with Pool(2) as pool:
        found = results(pool, work)
    assert found == {"t0": ["a"], "t1": ["b", "swells-1:quarantined:memory", "c"], "t2": ["d"]}
    assert os.listdir(tmp_path) == []


@pytest.mark.slow
def test_expected_errors_of_a_child_come_back_as_they_are(tmp_path):
    (task,) = tasks(tmp_path, ["usage"])
    open(task.crumb, "w").close()
    assert attempt(toy, task) == {"error": "UsageError", "message": "a mistake"}


@pytest.mark.fault(
    "a process that dies outside any item",
    where="one process",
    result="exit 3, no item is blamed",
)
@pytest.mark.slow
def test_a_child_that_dies_outside_any_item_is_transient(tmp_path):
    task = Toy("t", str(tmp_path / "crumb"), ())
    with pytest.raises(TransientError, match="outside any item"):
        isolated(dies_at_once, task, 10)


def dies_at_once(task, watch):
    os._exit(3)


def test_little_work_starts_no_cluster():
    pool = Pool(0)
    assert not pool._parallel(engine.SERIAL_SECONDS - 1)
    assert not Pool(1)._parallel(1e6)
    assert Pool(2)._parallel(0)


def test_stopping_early_cancels_nothing_that_was_not_sent(tmp_path):
    run = Pool(1).run(toy, tasks(tmp_path, ["a"], ["b"], ["c"]))
    next(run)
    run.close()
    assert os.listdir(tmp_path) == []


def test_probes_are_short_stable_digests():
    assert json.loads(json.dumps(dict(probes()))) == dict(probes())
    assert set(probes()) == {"bytes", "pixels"}
    assert len(each_probe()) >= 10
    assert all(len(value) == 16 for value in each_probe().values())
