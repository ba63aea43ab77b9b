"""Partial dates are as precise as their source, and compare by the days they cover."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.times import interval, of_days, readable

COVERED = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-06-05", date(2024, 6, 5), date(2024, 6, 5)),
    ("2024-06-05T01:26:00+08:00", date(2024, 6, 5), date(2024, 6, 5)),
    ("2024-04-21/2024-04-30", date(2024, 4, 21), date(2024, 4, 30)),
    ("../2024-12-31", None, date(2024, 12, 31)),
    ("2024-06/..", date(2024, 6, 1), None),
    ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("2024-04~", date(2024, 4, 1), date(2024, 4, 30)),
]


@pytest.mark.parametrize("edtf, first, last", COVERED)
def test_an_edtf_covers_its_days(edtf: str, first: date | None, last: date | None) -> None:
    when = interval(edtf)
    assert (when.first_day, when.last_day) == (first, last)


@pytest.mark.parametrize("text", ["", "June", "2024-13", "2024/xx", "24-06-05"])
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        interval(text)
    assert readable(text) is None


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_days_written_and_read_again_are_the_same_days(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    again = interval(of_days(first, last).edtf)
    assert (again.first_day, again.last_day) == (first, last)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_meeting_is_mutual_and_follows_the_days(a: date, b: date, c: date) -> None:
    span, day = of_days(min(a, b), max(a, b)), of_days(c, c)
    assert span.meets(day) == day.meets(span) == (min(a, b) <= c <= max(a, b))
    assert span.before(day) == (max(a, b) < c)
    assert day.within(span) == span.meets(day)


def test_an_open_end_meets_everything_on_its_side() -> None:
    assert interval("../2024-06").meets(interval("1999"))
    assert not interval("../2024-06").meets(interval("2024-07"))
