"""Speech: who says what, through whom, and how; invented sentences in both languages."""

import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading import read, read_plain
from claims.reading.annotations import Masthead, Page, Reading, Region, Utterance
from claims.reading.jsonform_speech import attribution_row
from claims.vocabulary import Act, AgentKind, RegionKind, Speech

ANCHOR = datetime(2031, 5, 20, 9, 0)


def heard(text: str, language: str = "en") -> list[tuple[str, str]]:
    """(speaker, what is said) of each utterance in turn."""
    return [(u.speaker.name, said(text, u)) for u in read_plain(text, language, ANCHOR).utterances]


def said(text: str, utterance: Utterance) -> str:
    return " … ".join(text[span.start : span.end] for span in utterance.content)


def page(text: str, kind: str, language: str) -> Reading:
    masthead = Masthead(publisher="Harbour Desk", language=language, published=ANCHOR, kind=kind)
    return read(text, Page(masthead, (Region(0, len(text), RegionKind.body),)))


ENGLISH = [
    ('"The dam is safe," said Odile Tarn, the mayor.', "Odile Tarn", "The dam is safe,"),
    ('Odile Tarn said: "The dam is safe."', "Odile Tarn", "The dam is safe."),
    ('"The dam," Odile Tarn said, "is safe."', "Odile Tarn", "The dam, … is safe."),
    ("Odile Tarn said on Monday that the dam was safe.", "Odile Tarn", "the dam was safe"),
    ("The dam was safe, Odile Tarn said.", "Odile Tarn", "The dam was safe"),
    ("The dam, Odile Tarn added, would hold.", "Odile Tarn", "The dam … would hold"),
    ("Odile Tarn, the mayor of Harrow, denied that the dam leaked.", "Odile Tarn", "the dam leaked"),
    ("A spokesman for the port, Hugo Lind, said ships were waiting.", "Hugo Lind", "ships were waiting"),
    ("Odile Tarn assured the council that the dam was safe.", "Odile Tarn", "the dam was safe"),
    (
        "Odile Tarn wrote the long report on the dam, Hugo Lind said.",
        "Hugo Lind",
        "Odile Tarn wrote the long report on the dam",
    ),
    ("According to Odile Tarn, the dam is safe.", "Odile Tarn", "the dam is safe"),
    ("The dam is safe, according to Odile Tarn.", "Odile Tarn", "The dam is safe"),
    ("Two people familiar with the dam said it leaked.", "unnamed: Two people familiar with the dam", "it leaked"),
    (
        "The dam leaks, internal notes seen by the Gazette show.",
        "unnamed: internal notes seen by the Gazette",
        "The dam leaks",
    ),
    ("Hugo Lind, who runs the lock, put the cost at 3 million.", "Hugo Lind", "put the cost at 3 million"),
    ("Odile Tarn denied the report.", "Odile Tarn", "Odile Tarn denied the report"),
    ("Deputy Prime Minister Odile Tarn said the dam was safe.", "Odile Tarn", "the dam was safe"),
    ("Ninety pumps run at night. That is what the duty log says.", "duty log", "Ninety pumps run at night"),
]

CHINESE = [
    ("“大坝很安全。”市长宋知远说。", "宋知远", "大坝很安全。"),
    ("宋知远表示：“大坝很安全。”", "宋知远", "大坝很安全。"),
    ("“大坝没问题，”宋知远说，“请放心。”", "宋知远", "大坝没问题， … 请放心。"),
    ("在周一的会上，宋知远表示，大坝很安全。", "宋知远", "大坝很安全"),
    ("水务公司总经理宋知远昨日对记者坦言，大坝漏水。", "宋知远", "大坝漏水"),
    ("据宋知远透露，大坝漏水。", "宋知远", "大坝漏水"),
    ("三名知情人士称，大坝漏水。", "未具名：三名知情人士", "大坝漏水"),
    ("据悉，大坝将于月底检修。", "未具名：据悉", "大坝将于月底检修"),
    ("一份检测报告显示，大坝漏水。", "未具名：一份检测报告", "大坝漏水"),
    ("大坝至今没有检修，附近两名村民告诉记者。", "未具名：附近两名村民", "大坝至今没有检修"),
    ("宋知远否认大坝漏水。", "宋知远", "大坝漏水"),
    ("宋知远：大坝绝不会漏水", "宋知远", "大坝绝不会漏水"),
    ("南岸资本昨晚回应本报：“我们没有参与。”", "南岸资本", "我们没有参与。"),
    ("一位分析师告诉记者，大坝太贵。", "未具名：分析师", "大坝太贵"),
    ("记者从市水利局获悉，大坝已经检修。", "市水利局", "大坝已经检修"),
    ("水利学会10日发布报告说，大坝漏水。", "水利学会", "大坝漏水"),
    ("护河联盟在一份公开信中表示，大坝太贵。", "护河联盟", "大坝太贵"),
    ("用户联盟认为，大坝太贵。", "用户联盟", "大坝太贵"),
    ("报道称，大坝漏水。", "未具名：报道", "大坝漏水"),
    ("宋知远否认了这一说法。", "宋知远", "宋知远否认了这一说法"),
    ("“没有的事。”针对上述传闻，市长宋知远说。", "宋知远", "没有的事。"),
    ("李女士说，水是浑的。", "李女士", "水是浑的"),
]


@pytest.mark.parametrize("text, speaker, words", ENGLISH)
def test_english(text: str, speaker: str, words: str) -> None:
    assert heard(text) == [(speaker, words)]


@pytest.mark.parametrize("text, speaker, words", CHINESE)
def test_chinese(text: str, speaker: str, words: str) -> None:
    known = "市长宋知远到了。" if text.startswith("宋知远：") else ""
    assert heard(known + text, "zh") == [(speaker, words)]


@pytest.mark.parametrize(
    "text, language",
    [
        ("Her latest report runs to ninety pages.", "en"),
        ("In several states projects stalled, and questions remain.", "en"),
        ("The pathways belonged to an estimated nine owners.", "en"),
        ("小说的名称没有变，这一说法也没有变。", "zh"),
        ("业绩低于预期，股价下跌。", "zh"),
        ("他们对外部业务的承诺只增不减。", "zh"),
    ],
)
def test_words_that_only_look_like_saying(text: str, language: str) -> None:
    assert heard(text, language) == []


def test_a_pronoun_is_the_one_who_spoke() -> None:
    text = 'Odile Tarn opened the lock on a visit to Harrow. "It works," she said. She added that it was cheap.'
    assert [name for name, _ in heard(text)] == ["Odile Tarn", "Odile Tarn"]


def test_the_woman_of_two_is_she() -> None:
    text = "Chairwoman Odile Tarn met Chairman Hugo Lind. She said the lock was closed."
    assert heard(text) == [("Odile Tarn", "the lock was closed")]


def test_a_chinese_pronoun_is_the_one_who_spoke() -> None:
    text = "宋知远表示，大坝很安全。他还说，费用不高。"
    assert [name for name, _ in heard(text, "zh")] == ["宋知远", "宋知远"]


def test_this_office_is_the_last_office() -> None:
    text = "市水利局称，大坝很安全。该局预计，年底完工。"
    assert [name for name, _ in heard(text, "zh")] == ["市水利局", "市水利局"]


def test_reporters_hand_documents_on() -> None:
    text = "据媒体报道，云岫公司的内部邮件显示，大坝漏水。云岫公司在去年5月的一份备忘录写道，“先不修。”"
    chains = [[v.name for v in u.chain] for u in read_plain(text, "zh", ANCHOR).utterances]
    assert chains == [
        ["未具名：媒体"],
        ["未具名：媒体", "云岫公司内部邮件"],
        ["未具名：媒体", "云岫公司备忘录"],
    ]


def test_one_who_cites_another_passes_it_on() -> None:
    zh = read_plain("有媒体援引业内人士的话称，大坝漏水。", "zh", ANCHOR).utterances
    en = read_plain("The Harrow Gazette reported, citing two engineers, that the dam leaked.", "en", ANCHOR).utterances
    assert [[v.name for v in u.chain] for u in (*zh, *en)] == [
        ["未具名：媒体", "未具名：业内人士"],
        ["Harrow Gazette", "unnamed: two engineers"],
    ]


def test_a_letter_speaks_for_whoever_sent_it() -> None:
    text = "It was alleged in a letter last month that the dam leaked. The letter came from the Harrow River Trust."
    assert heard(text) == [("Harrow River Trust", "the dam leaked")]


def test_who_did_not_answer_said_nothing() -> None:
    assert heard("Odile Tarn did not respond to questions about the dam.") == []


def test_one_goes_on_with_something_else() -> None:
    text = "Odile Tarn acknowledged the delay but said the dam would open in May."
    assert heard(text) == [("Odile Tarn", "the delay"), ("Odile Tarn", "the dam would open in May")]


def test_what_somebody_wants_is_no_utterance() -> None:
    reading = read_plain("Odile Tarn wants a new dam.", "en", ANCHOR)
    assert (reading.utterances, [u.speaker.name for u in reading.attitudes]) == ((), ["Odile Tarn"])


@pytest.mark.parametrize(
    "text, language, act",
    [
        ("Odile Tarn denied that the dam leaked.", "en", Act.denial),
        ("Odile Tarn promised that the dam would hold.", "en", Act.promise),
        ("Odile Tarn predicted that the dam would hold.", "en", Act.forecast),
        ("Odile Tarn said the dam would hold.", "en", None),
        ("宋知远承诺，大坝年底完工。", "zh", Act.promise),
        ("宋知远认为，大坝太贵。", "zh", Act.opinion),
        ("宋知远预计，大坝年底完工。", "zh", Act.forecast),
    ],
)
def test_the_verb_tells_the_act(text: str, language: str, act: Act | None) -> None:
    assert [u.act for u in read_plain(text, language, ANCHOR).utterances] == [act]


@pytest.mark.parametrize(
    "text, speech",
    [
        ('"The dam is safe," Odile Tarn said.', Speech.direct),
        ('Odile Tarn said the dam was "as safe as houses" now.', Speech.partial),
        ("Odile Tarn said the dam was safe.", Speech.paraphrase),
    ],
)
def test_how_the_words_stand(text: str, speech: Speech) -> None:
    assert [u.speech for u in read_plain(text, "en", ANCHOR).utterances] == [speech]


def test_when_it_was_said() -> None:
    zh = read_plain("在4月的会上，宋知远表示，大坝年底完工。", "zh", ANCHOR).utterances
    en = read_plain(
        "In April, Odile Tarn told investors that the dam would be finished this year.", "en", ANCHOR
    ).utterances
    assert [u.said.edtf if u.said else None for u in (*zh, *en)] == ["2031-04", "2031-04"]


def test_a_transcript() -> None:
    """Labels are turned into the names of the cast, roles into unnamed voices."""
    text = (
        "HARROW WATER: ANNUAL MEETING\nOn the line: Odile Tarn (chief executive), Hugo Lind (analyst)\n\n"
        "OPERATOR: Welcome.\n\nODILE TARN: The dam is safe.\n\nHUGO LIND: You said in March that it leaked.\n\n"
        "TARN: It does not."
    )
    found = page(text, "transcript", "en").utterances
    assert [([v.name for v in u.chain], said(text, u)) for u in found] == [
        (["unnamed: operator"], "Welcome."),
        (["Odile Tarn"], "The dam is safe."),
        (["Hugo Lind"], "You said in March that it leaked."),
        (["Hugo Lind", "Odile Tarn"], "it leaked"),
        (["Odile Tarn"], "It does not."),
    ]


def test_a_chinese_transcript() -> None:
    text = (
        "业绩会纪要\n时间：2031年5月2日\n\n宋知远：大坝很安全。\n\n北湾晚报记者：有网友说漏水？\n\n宋知远：没有的事。"
    )
    found = page(text, "transcript", "zh").utterances
    assert [[v.name for v in u.chain] for u in found] == [
        ["宋知远"],
        ["北湾晚报"],
        ["北湾晚报", "未具名：网友"],
        ["宋知远"],
    ]


def test_a_thread() -> None:
    """Posts belong to their authors and carry their dates."""
    text = (
        "Thread, saved copy\nOdile Tarn (@odile), 3 May 2031, 08:10\n\n1/ The dam is safe.\n\n2/ It was built last year.\n\n"
        "Replies\n\nHugo Lind (@hlind), 4 May, 09:00: It leaks."
    )
    found = page(text, "social", "en").utterances
    assert [(u.speaker.name, said(text, u), u.said.edtf if u.said else None) for u in found] == [
        ("Odile Tarn", "The dam is safe. … It was built last year.", "2031-05-03"),
        ("Hugo Lind", "It leaks.", "2031-05-04"),
    ]


def test_a_memo_is_its_senders() -> None:
    text = (
        "发件人：宋知远\n致：各部门\n日期：2031年5月3日\n事由：大坝\n\n大坝五月起停工。\n\n据工程部反馈，漏水点有三处。"
    )
    found = page(text, "memo", "zh").utterances
    assert [[v.name for v in u.chain] for u in found] == [["宋知远"], ["宋知远", "工程部"]]


def test_a_headline() -> None:
    text = "Odile Tarn denies dam leaks"
    region = Region(0, len(text), RegionKind.headline)
    found = read(text, Page(Masthead(language="en"), (region,))).utterances
    assert [(u.speaker.name, u.speech, u.act) for u in found] == [("Odile Tarn", Speech.headline, Act.denial)]


def test_traditional_text_is_read_as_simplified_is() -> None:
    assert heard("據宋知遠透露，大壩漏水。", "zh-Hant") == [("宋知遠", "大壩漏水")]


def test_the_row_for_scripts() -> None:
    text = '"Safe," said Odile Tarn.'
    (utterance,) = read_plain(text, "en", ANCHOR).utterances
    assert attribution_row(utterance, text) == {
        "source": [13, 23],
        "cue": [8, 12],
        "content": [1, 6],
        "text": "Safe,",
        "speaker": "Odile Tarn",
        "direct": True,
    }


NOISE = ["“", '"', "他说，", "said ", "据", "A. ", "公司", "TARN: so\n", "（", "年", "发件人：宋知远\n", "简称"]


@pytest.mark.parametrize("noise", NOISE)
def test_noise_takes_no_longer_than_its_length(noise: str) -> None:
    """A hundred thousand characters of any of these; a rule that looks back at all of them would take minutes."""
    text = (noise * (100_000 // len(noise) + 1))[:100_000]
    began = time.process_time()
    read_plain(text, "zh" if not noise.isascii() else "en", ANCHOR)
    assert time.process_time() - began < 4


PIECES = [
    "他说",
    "，",
    "。",
    "“",
    "”",
    '"',
    " said ",
    "Tarn",
    "The dam",
    "\n",
    "：",
    "据",
    "Mr. ",
    "not ",
    "(",
    "）",
    "宋知远",
    "1",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["zh", "en"]))
def test_anything_is_read(parts: list[str], language: str) -> None:
    text = "".join(parts)
    for utterance in read_plain(text, language, ANCHOR).utterances:
        assert all(0 <= span.start < span.end <= len(text) for span in utterance.content)
        assert utterance.chain[-1] == utterance.speaker
        assert utterance.speaker.kind in AgentKind


def test_what_a_paper_says_according_to_a_house_is_the_papers_words_through_the_house() -> None:
    text = "According to the Harrow Times, a memo from the lock office said that the pumps had failed."
    (got,) = read_plain(text, "en", ANCHOR).utterances
    assert (said(text, got), [voice.name for voice in got.chain]) == (
        "the pumps had failed",
        ["Harrow Times", "unnamed: a memo from the lock office"],
    )


def test_a_paper_named_again_is_the_one_introduced() -> None:
    text = "An email by a pump engineer said the dam leaked. The repair cost 3 million euros, the email said."
    assert {speaker for speaker, _ in heard(text)} == {"unnamed: An email by a pump engineer"}


def test_a_single_turn_is_a_transcript_and_an_office_is_no_part_of_the_name() -> None:
    text = "Harbour board, transcript\n3 May 2031\n\nDIRECTOR ODILE TARN: The dam is safe and stays open."
    (turn,) = page(text, "transcript", "en").utterances
    assert (turn.speaker.name, said(text, turn)) == ("Odile Tarn", "The dam is safe and stays open.")


def test_a_mark_of_the_site_is_no_part_of_a_name() -> None:
    text = "Odile Tarn [verified], 3 May 2031, 08:30\nThe dam is safe."
    assert [u.speaker.name for u in page(text, "social", "en").utterances] == ["Odile Tarn"]


def test_you_said_on_the_air_is_the_guests_words() -> None:
    text = "对话实录\n主播：宋知远局长，您去年在节目里说：“大坝不修好我不走。”还算数吗？\n宋知远：当然算数。"
    assert ("宋知远", "大坝不修好我不走。") in [
        (u.speaker.name, said(text, u)) for u in page(text, "transcript", "zh").utterances
    ]
