"""How tests are shared out to processes: a file each, but for the sources, one by one."""

from collections.abc import Callable, Iterator

import pytest

import gmai_data.read


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name != "test_sources.py":  # 1,100 tests that share nothing
            item.add_marker(pytest.mark.xdist_group(item.path.name))


@pytest.fixture(autouse=True)
def disarm() -> Iterator[Callable[[], None]]:
    """What takes a declaration's tampering with the reader out of this process again."""
    real = gmai_data.read.read_case

    def restore() -> None:
        gmai_data.read.read_case = real

    yield restore
    restore()
