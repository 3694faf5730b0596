"""How tests are shared out to processes: a file each, but for the sources, one by one."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name != "test_sources.py":  # 1,100 tests that share nothing
            item.add_marker(pytest.mark.xdist_group(item.path.name))
