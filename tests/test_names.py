"""Names: who and what a text names, and which forms are one."""

import pytest

from claims.reading.aliases import settle, simplified
from claims.reading.names import names_in
from claims.vocabulary import AgentKind


def one(text: str, language: str, *forms: str) -> bool:
    """The forms lead to one agent."""
    full = names_in(text, language).full
    return len({full[form] for form in forms}) == 1


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("Mayor Odile Tarn opened the bridge.", "Odile Tarn", AgentKind.person),
        ("Shares of Brindle Foods Inc. rose.", "Brindle Foods Inc", AgentKind.organisation),
        ("The Harrow Gazette printed it.", "Harrow Gazette", AgentKind.outlet),
        ("a spokesman for the Ministry of Rivers left", "Ministry of Rivers", AgentKind.organisation),
        ("the Tilbury Children's Hospital closed", "Tilbury Children's Hospital", AgentKind.organisation),
    ],
)
def test_english_names(text: str, name: str, kind: AgentKind) -> None:
    assert names_in(text, "en").kinds[name] is kind


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("董事长宋知远表示，产能够用。", "宋知远", AgentKind.person),
        ("海关发言人让娜·维尔纳夫说没有。让娜·维尔纳夫随后离开。", "让娜·维尔纳夫", AgentKind.person),
        ("南浦银行宣布降息，南浦银行股价上涨。", "南浦银行", AgentKind.organisation),
        ("据北湾晚报报道，北湾晚报记者到了现场。", "北湾晚报", AgentKind.outlet),
    ],
)
def test_chinese_names(text: str, name: str, kind: AgentKind) -> None:
    assert names_in(text, "zh").kinds[name] is kind


def test_a_surname_is_the_person() -> None:
    text = "Odile Tarn spoke first. Ms. Tarn then left."
    assert one(text, "en", "Odile Tarn", "Tarn")


def test_legal_forms_fall_away_and_affiliates_stay_apart() -> None:
    text = "Brindle Foods Inc. sued Brindle Labs Inc. Brindle Foods won."
    full = names_in(text, "en").full
    assert full["Brindle Foods"] == full["Brindle Foods Inc"] != full["Brindle Labs Inc"]


def test_chinese_affiliates_stay_apart() -> None:
    text = "云岫动力否认此事。云岫储能也否认此事。云岫动力与云岫储能没有关系。"
    full = names_in(text, "zh").full
    assert full["云岫动力"] != full["云岫储能"]


def test_an_affiliate_met_once_is_a_name_too() -> None:
    assert "云岫储能" in names_in("云岫动力昨日停产，云岫动力尚未回应。另一家云岫储能照常生产。", "zh").full


def test_what_the_text_calls_short() -> None:
    text = "远帆海运集团股份有限公司（下称“远帆海运”）昨日公告，远帆海运将停航。"
    assert one(text, "zh", "远帆海运集团股份有限公司", "远帆海运")


def test_a_name_in_brackets_is_the_same_in_another_script() -> None:
    text = "首席执行官让娜·维尔纳夫（Jeanne Villeneuve）到场，维尔纳夫没有发言。"
    assert one(text, "zh", "让娜·维尔纳夫", "Jeanne Villeneuve", "维尔纳夫")


def test_dots_of_a_foreign_name_may_differ() -> None:
    kinds = {"让娜·维尔纳夫": AgentKind.person, "让娜・维尔纳夫": AgentKind.person}
    assert len(set(settle(kinds).values())) == 1


def test_scripts_are_one_and_keep_their_length() -> None:
    assert simplified("發佈會") == "发布会"
    assert len(set(settle({"遠帆海運": None, "远帆海运": None}).values())) == 1


def test_two_who_share_a_surname_are_not_one() -> None:
    full = settle({"Odile Tarn": AgentKind.person, "Hugo Tarn": AgentKind.person, "Tarn": AgentKind.person})
    assert len({full["Odile Tarn"], full["Hugo Tarn"], full["Tarn"]}) == 3


def test_mentions_hold_their_words() -> None:
    text = "Mayor Odile Tarn met Brindle Foods Inc. in Harrow."
    names = names_in(text, "en")
    assert [text[m.start : m.end] for m in names.mentions] == [m.text for m in names.mentions]
