"""What every test may ask for by name."""

from tests.databases import databases, postgres, postgres_template, sqlite_template, store

__all__ = ["databases", "postgres", "postgres_template", "sqlite_template", "store"]
