"""What every test may ask for by name."""

from tests.databases import databases, postgres, served, sqlite_template, store

__all__ = ["databases", "postgres", "served", "sqlite_template", "store"]
