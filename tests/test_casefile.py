"""A casefile is read as plain text, and what is wrong with it is told with its place."""

from pathlib import Path

import pytest

from claims import casefile
from claims.errors import InputError

LINES = """
- {who: Mayor, about: town/debt, value: 12, unit: EUR, during: 2022, said: twelve}
- {who: Mayor, about: town/debt, value: 19, unit: EUR, during: 2023-06, said: nineteen, negated: no}
"""


def test_a_bare_list_is_a_list_of_statements() -> None:
    told = casefile.parse(LINES)
    assert [(row.who, row.value, row.during, row.negated) for row in told.statements] == [
        ("Mayor", "12", "2022", False),
        ("Mayor", "19", "2023-06", False),
    ]


WRONG = [
    ("- {who: Mayor", "casefile, line 1: not YAML"),
    ("- {who: Mayor}", "statements.0.said"),
    ("- {who: Mayor, said: x, mood: y}", "statements.0.mood"),
    ("documents: [{name: a, text: b, published: soon}]", "'soon' is not a date"),
]


@pytest.mark.parametrize("text, told", WRONG)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        casefile.sources([casefile.parse(text)])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.yaml"):
        casefile.read(tmp_path / "gone.yaml")
