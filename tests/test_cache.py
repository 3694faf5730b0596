import sqlite3
import threading

import pytest

from gmai_data.errors import UsageError
from gmai_data.words.cache import MIGRATIONS, AnswerCache, cache_path

KEY = "ab" * 32
ANSWER = {"text": "左肾肿瘤", "finish": "stop"}


def test_what_is_put_is_got_again_after_reopening(tmp_path):
    with AnswerCache(tmp_path / "deep" / "a.sqlite") as cache:
        assert cache.get(KEY) is None
        assert cache.put(KEY, ANSWER, model="m") == ANSWER
    with AnswerCache(tmp_path / "deep" / "a.sqlite") as cache:
        assert cache.get(KEY) == ANSWER
        assert KEY in cache
        assert len(cache) == 1


def test_a_row_is_never_changed_the_first_writer_wins(tmp_path):
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        cache.put(KEY, ANSWER)
        assert cache.put(KEY, {"text": "another"}) == ANSWER


def test_two_threads_that_write_the_same_key_read_the_same_answer(tmp_path):
    path, seen = tmp_path / "a.sqlite", []
    AnswerCache(path).close()

    def write(number):
        with AnswerCache(path) as cache:
            for n in range(20):
                seen.append((n, cache.put(f"{n:064x}", {"by": number})["by"]))

    threads = [threading.Thread(target=write, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({n: by for n, by in seen}) == 20
    assert len(set(seen)) == 20


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path):
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        with pytest.raises(TypeError):
            cache.put_many([(KEY, ANSWER), ("cd" * 32, {"text": object()})])
        assert len(cache) == 0


def test_a_file_of_the_first_version_is_migrated_and_keeps_its_rows(tmp_path):
    path = tmp_path / "a.sqlite"
    old = sqlite3.connect(path)
    MIGRATIONS[0](old)
    old.execute("PRAGMA user_version = 1")
    import zlib

    old.execute(
        "INSERT INTO answers VALUES (?, ?)", (bytes.fromhex(KEY), zlib.compress(b'{"a":1}'))
    )
    old.commit()
    old.close()
    with AnswerCache(path) as cache:
        assert cache.get(KEY) == {"a": 1}
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)


def test_a_file_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "a.sqlite"
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    with pytest.raises(UsageError, match="newer gmai-data"):
        AnswerCache(path)


def test_a_file_that_is_no_cache_is_refused(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"this is not a database" * 100)
    with pytest.raises(UsageError, match="not an answer cache"):
        AnswerCache(path)


def test_many_are_got_at_once_and_what_is_missing_is_left_out(tmp_path):
    keys = [f"{n:064x}" for n in range(1200)]
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        cache.put_many([(key, {"n": key}) for key in keys[::2]])
        assert set(cache.get_many(keys)) == cache.known(keys) == set(keys[::2])
        assert cache.get_many(keys)[keys[4]] == {"n": keys[4]}


def test_a_failure_is_noted_until_the_answer_comes(tmp_path):
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        cache.failed(KEY, "timeout", "no answer in 3 s")
        cache.failed(KEY, "busy", "slow down")
        assert cache.failures([KEY, "cd" * 32]) == {KEY: ("busy", "slow down")}
        cache.put(KEY, ANSWER)
        assert cache.failures([KEY]) == {}


def test_what_is_written_together_is_there_together_or_not_at_all(tmp_path):
    with AnswerCache(tmp_path / "a.sqlite") as cache:
        with pytest.raises(TypeError), cache.writing():
            [cache.insert(key, value) for key, value in [(KEY, ANSWER), ("cd" * 32, object())]]
        assert KEY not in cache


def test_without_an_option_the_cache_is_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_path() == str(tmp_path / "gmai-data" / "answers.sqlite")
    assert cache_path(str(tmp_path / "mine")) == str(tmp_path / "mine" / "answers.sqlite")
