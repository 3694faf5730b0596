import dataclasses
import json
from pathlib import Path

import pytest

from gmai_data.build import build
from gmai_data.config import AnswerConfig
from gmai_data.errors import BudgetReachedError, TransientError, UsageError
from gmai_data.model import batch
from gmai_data.model.batch import Account, by_api, by_files
from gmai_data.model.endpoint import Endpoint
from gmai_data.model.ledger import Ledger, spent
from gmai_data.words.cache import AnswerCache
from tests.fault_batches import results
from tests.fault_server import Server
from tests.test_model_build import asked, lock
from tests.test_model_sending import PRICE, jobs
from tests.toy_source import contents

CONFIG = AnswerConfig(max_tokens=64)


@pytest.fixture
def cache(tmp_path):
    with AnswerCache(tmp_path / "a.sqlite") as found:
        yield found


def account(tmp_path, cache, limit=None, **changes):
    return Account(
        cache, Ledger(cache, "b", PRICE, limit, batch=True), "m", CONFIG, str(tmp_path / "files"),
        **changes,
    )  # fmt: skip


def waiting(cache, count):
    """Jobs that neither the cache nor a batch has, when they are asked for."""
    for job in jobs(count, CONFIG):
        if not (cache.known([job.key]) or cache.batched([job.key]) or cache.failures([job.key])):
            yield job


def run_api(tmp_path, cache, server, count=20, **changes):
    where = Endpoint(server.url, True, "K")
    by_api(account(tmp_path, cache, **changes), where, "k", waiting(cache, count))


def half_price(server):
    return (server.sent_tokens * PRICE.input_pusd + server.received_tokens * PRICE.output_pusd) / 2


def test_a_batch_is_submitted_once_and_collected_when_it_is_done(tmp_path, cache):
    with Server() as server:
        server.batch_state = "in_progress"
        for _ in range(2):
            with pytest.raises(TransientError, match="0 of 1 batches"):
                run_api(tmp_path, cache, server)
        assert len(server.batches) == 1
        server.batch_state = "completed"
        run_api(tmp_path, cache, server)
        assert len(cache) == 20
        assert spent(cache.db, "b").pusd == half_price(server)
        assert spent(cache.db, "b").held_pusd == 0


def test_files_are_split_by_count_and_by_bytes(tmp_path, cache):
    with Server() as server:
        with pytest.raises(TransientError, match="0 of 3 batches"):
            run_api(tmp_path, cache, server, max_requests=8)
        sent = [server.files[made["input_file_id"]] for made in server.batches.values()]
        sizes = [len(data.splitlines()) for data in sent]
        assert sizes == [8, 8, 4]
    by_size = tmp_path / "by-size"
    with AnswerCache(tmp_path / "b.sqlite") as other, pytest.raises(TransientError):
        by_files(account(by_size, other, max_bytes=5000), waiting(other, 20))
    files = list((by_size / "files").glob("*.jsonl"))
    assert len(files) >= 3
    assert all(file.stat().st_size <= 5000 for file in files)


@pytest.mark.fault(
    "SIGKILL after a batch was uploaded",
    where="model endpoint",
    result="the next run adopts the batch, nothing is paid twice",
)
def test_a_run_that_was_killed_after_the_upload_adopts_its_batch(tmp_path, cache):
    with Server() as server:
        with pytest.raises(TransientError):
            run_api(tmp_path, cache, server)
        cache.db.execute("UPDATE batches SET remote = '', state = 'written'")
        run_api_ends(tmp_path, cache, server)
        assert len(server.batches) == 1
        assert len(cache) == 20


def run_api_ends(tmp_path, cache, server, tries=5, **options):
    """Run until nothing is under way."""
    for _ in range(tries):
        try:
            run_api(tmp_path, cache, server, **options)
        except TransientError:
            continue
        return
    raise AssertionError("batches never end")


@pytest.mark.fault(
    "results of a batch lost, broken, or given twice",
    where="model endpoint",
    result="queued again; counted once",
)
def test_results_that_are_lost_or_broken_are_queued_again_and_those_given_twice_count_once(
    tmp_path, cache
):
    faults = {2: "twice", 3: "lost", 4: "500", 5: "not-json", 6: "400"}
    with Server() as server:
        server.batch_faults = lambda n, row: faults.get(n, "") if len(server.batches) == 1 else ""
        run_api_ends(tmp_path, cache, server)
        assert len(server.batches) == 2
        second = server.files[server.batches["batch_1"]["input_file_id"]].splitlines()
        assert len(second) == 3
        keys = [job.key for job in jobs(20, CONFIG)]
        assert len(cache.get_many(keys)) == 19
        assert cache.failures(keys) == {keys[6]: ("bad-request", "400 no")}
        texts = [json.loads(answer["text"]) for answer in cache.get_many(keys).values()]
        assert sum("reply" in text for text in texts) <= 1  # of two results the first counts
        assert spent(cache.db, "b").held_pusd == 0


def test_an_expired_batch_gives_what_it_has(tmp_path, cache):
    with Server() as server:
        server.batch_state = "expired"
        server.batch_faults = lambda n, row: "lost" if n > 4 and len(server.batches) == 1 else ""
        run_api_ends(tmp_path, cache, server)
        assert len(cache) == 20


def test_a_batch_that_the_endpoint_refuses_is_a_sentence_and_frees_its_money(tmp_path, cache):
    with Server() as server:
        with pytest.raises(TransientError):
            run_api(tmp_path, cache, server)
        server.batch_state = "failed"
        with pytest.raises(UsageError, match="refused a batch"):
            run_api(tmp_path, cache, server)
        assert spent(cache.db, "b").pusd == 0


def test_the_limit_holds_for_what_is_submitted(tmp_path, cache):
    limit = 3 * account(tmp_path, cache).ledger.upper(600, 64)
    with Server() as server:
        with pytest.raises(TransientError):
            run_api(tmp_path, cache, server, limit=limit)
        assert 0 < spent(cache.db, "b").pusd <= limit
        with pytest.raises(BudgetReachedError, match="--max-usd"):
            run_api_ends(tmp_path, cache, server, tries=30, count=60, limit=limit)
        assert half_price(server) <= limit


def test_files_for_vllm_wait_for_their_results_and_say_the_command(tmp_path, cache):
    with pytest.raises(TransientError, match=r"vllm run-batch --model m -i (\S+) -o (\S+)"):
        by_files(account(tmp_path, cache), waiting(cache, 6))
    (path,) = (tmp_path / "files").glob("*.jsonl")
    with Server() as server:
        made = results(server, path.read_bytes().splitlines())
    cut = b"\n".join(made)[:-40]  # the run was ended while it wrote
    path.with_name(path.stem + ".out.jsonl").write_bytes(cut)
    with pytest.raises(TransientError, match="1 batch files wait"):
        by_files(account(tmp_path, cache), waiting(cache, 6))
    assert len(cache) == 5
    rest = [p for p in (tmp_path / "files").glob("*.jsonl") if ".out" not in p.name and p != path]
    rest[0].with_name(rest[0].stem + ".out.jsonl").write_bytes(made[-1])
    by_files(account(tmp_path, cache), waiting(cache, 6))
    assert len(cache) == 6


def test_a_build_by_batches_ends_as_one_that_asks_one_by_one(tmp_path):
    with Server() as server:
        config = dataclasses.replace(asked(tmp_path, server), batch=True)
        with pytest.raises(TransientError, match="Run the same command again later") as error:
            build(config)
        assert error.value.exit_code == 3
        assert not server.bodies
        with pytest.raises(UsageError, match="Go on with --batch"):
            build(dataclasses.replace(config, batch=False))
        assert build(config).samples == lock(config)["counts"]["requests"]
        live = dataclasses.replace(
            config, batch=False, out=str(tmp_path / "live"), cache=str(tmp_path / "other")
        )
        build(live)
        assert contents(live.out) == contents(config.out)


def test_no_file_is_larger_than_the_api_takes():
    assert batch.MAX_BYTES < 200_000_000
    assert batch.MAX_REQUESTS <= 50_000


def test_the_files_of_a_build_are_in_the_folder_that_was_named(tmp_path):
    config = dataclasses.replace(asked(tmp_path), batch_files=str(tmp_path / "batches"))
    with pytest.raises(TransientError, match="vllm run-batch"):
        build(config)
    (path,) = Path(tmp_path / "batches").glob("*.jsonl")
    with Server() as server:
        made = results(server, path.read_bytes().splitlines())
    path.with_name(path.stem + ".out.jsonl").write_bytes(b"\n".join(made))
    assert build(config).samples > 20
