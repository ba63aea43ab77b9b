"""What every test may ask for by name, and the order in which tests run."""

import pytest

from tests.databases import databases, postgres, served, sqlite_template, store

__all__ = ["databases", "postgres", "served", "sqlite_template", "store"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop running in its process, in which no other can be run."""
    items.sort(key=lambda item: "browser" in item.path.parts)
