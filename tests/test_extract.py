"""Extraction: clauses, what a speaker does with them, drafts with speaker and chain, and the records they become."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import pytest

from claims.extract import EXTRACTORS, extract
from claims.extract.agents import cast_of
from claims.extract.drafts import Draft, Extraction
from claims.extract.quote import quote
from claims.extract.worth import why_not
from claims.models import Agent, Claim, Document, Passage, Statement
from claims.reading import read
from claims.reading.annotations import (
    Figure,
    Masthead,
    Name,
    Page,
    PageNote,
    Reading,
    Region,
    Span,
    TimeMention,
    Utterance,
    Voice,
)
from claims.reading.clauses import Marks, clauses
from claims.reading.modality import manner
from claims.reading.page import lay_out
from claims.reading.sentences import sentences
from claims.times import Interval, interval
from claims.vocabulary import Act, AgentKind, Factuality, FigureKind, Grain, RegionKind, Speech

MAYOR = Voice("Ada Thorne", AgentKind.person)
CLERK = Voice("the clerk", AgentKind.unnamed)


def figure(text: str, words: str, value: str, kind: FigureKind = FigureKind.count) -> Figure:
    start = text.index(words)
    return Figure(start, start + len(words), words, Decimal(value), None, None, None, kind)


def moment(text: str, words: str, edtf: str) -> TimeMention:
    start = text.index(words)
    return TimeMention(start, start + len(words), words, interval(edtf), Grain.day)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def cut(text: str, language: str, *figures: Figure) -> list[str]:
    marks = Marks(figures=figures)
    found = [c for s in sentences(text, 0, len(text), language) for c in clauses(text, s.start, s.end, language, marks)]
    return [text[c.start : c.end] for c in found]


@dataclass(frozen=True)
class File:
    """A captured file, as far as records need it."""

    text: str
    name: str = "note"
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
    how: str = "paste"
    notes: tuple[PageNote, ...] = ()

    @property
    def data(self) -> bytes:
        return self.text.encode()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def page(text: str, *, kind: str | None = None, regions: tuple[Region, ...] = ()) -> Page:
    head = Masthead("Harbour news", "The Quay Gazette", language="en", published=datetime(2031, 5, 9, 8, 0), kind=kind)
    return Page(head, regions or (Region(0, len(text), RegionKind.body),))


def drafted(
    text: str, *utterances: Utterance, laid: Page | None = None, times: tuple[TimeMention, ...] = (),
    names: tuple[Name, ...] = (), language: str = "en",
) -> Extraction:  # fmt: skip
    laid = laid or page(text)
    found = tuple(s for r in laid.regions for s in sentences(text, r.start, r.end, language))
    return extract(text, laid, Reading(language, found, times, (), names, utterances))


def says(text: str, content: str, cue: str | None = "said", **more: object) -> Utterance:
    told = {"speaker": MAYOR, "chain": (MAYOR,), "speech": Speech.paraphrase} | more
    return Utterance(None, span(text, cue) if cue else None, (span(text, content),), **told)  # type: ignore[arg-type]


# ── clauses ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, parts",
    [
        ("The ferry was late, and the crew had gone home.", ["The ferry was late", "and the crew had gone home."]),
        ("Let me repeat it: the pier is closed.", ["Let me repeat it", "the pier is closed."]),
        ("The pier is closed; running it costs money.", ["The pier is closed", "running it costs money."]),
        ("The pier, which opened in May, is closed.", ["The pier, which opened in May, is closed."]),
        ("If the pier closes, and the crew leaves, we walk.", ["If the pier closes, and the crew leaves, we walk."]),
        ("She called it “late, and it was sad”.", ["She called it “late, and it was sad”."]),
    ],
)
def test_an_english_sentence_divides_where_a_new_clause_has_its_own_subject(text: str, parts: list[str]) -> None:
    assert cut(text, "en") == parts


def test_two_figures_of_one_english_sentence_are_two_claims() -> None:
    text = "Catches were 7% more than in spring and 3% fewer than in autumn."
    rates = (figure(text, "7%", "7", FigureKind.percent), figure(text, "3%", "3", FigureKind.percent))
    assert cut(text, "en", *rates) == ["Catches were 7% more than in spring", "and 3% fewer than in autumn."]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("码头一天不修好，我一天不回家。", ["码头一天不修好，我一天不回家"]),
        ("没有一条船沉没，请大家放心。", ["没有一条船沉没", "请大家放心"]),
        ("首批旧船，将于六月运走。", ["首批旧船，将于六月运走"]),
        ("码头没有关闭，只是缩短了开放时间。", ["码头没有关闭", "只是缩短了开放时间"]),
        ("截至上月底，码头已恢复通航。", ["截至上月底，码头已恢复通航"]),
        ("如果码头关闭，我们就改走陆路。", ["如果码头关闭，我们就改走陆路"]),
        ("渡轮停航三天，至今没有复航。", ["渡轮停航三天，至今没有复航"]),
        ("渡轮停航三天；码头照常开放。", ["渡轮停航三天", "码头照常开放"]),
        ("他说“码头不关，渡轮不停”。", ["他说“码头不关，渡轮不停”"]),
    ],
)
def test_a_chinese_sentence_divides_where_something_new_is_said(text: str, parts: list[str]) -> None:
    assert cut(text, "zh") == parts


# ── what a speaker does ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, language, act",
    [
        ("The pier reopened in May.", "en", Act.assertion),
        ("The town never sold the pier.", "en", Act.denial),
        ("No plank of either old pier has ever been replaced.", "en", Act.denial),
        ("The new pier is due in autumn 2031.", "en", Act.forecast),
        ("If the pier closes, I shall eat my hat.", "en", Act.promise),
        ("I do not see boats here before June.", "en", Act.forecast),
        ("码头一天不修好，我一天不回家", "zh", Act.promise),
        ("新码头建成后，每天可停三十条船", "zh", Act.forecast),
        ("船票将于三月底前全部退清", "zh", Act.promise),
        ("这句话我压根没说过", "zh", Act.denial),
        ("仍有六条船没有靠岸", "zh", Act.assertion),
        ("No boat was ever lent to them.", "en", Act.denial),
        ("The pier had no lights.", "en", Act.assertion),
        ("The bill does not match our books.", "en", Act.assertion),
        ("The pier will hold 300 boats.", "en", Act.forecast),
        ("We will not close the pier.", "en", Act.promise),
        ("Storms could delay the pier.", "en", Act.forecast),
        ("The pier is a disgrace.", "en", Act.opinion),
        ("Who would buy such a pier?", "en", Act.question),
        ("码头五月重新开放。", "zh", Act.assertion),
        ("我们从未出售过码头。", "zh", Act.denial),
        ("这是检修，并不是停航。", "zh", Act.denial),
        ("码头将容纳三百条船。", "zh", Act.forecast),
        ("我们保证年底前完工。", "zh", Act.promise),
        ("码头今年不停一天。", "zh", Act.promise),
        ("这座码头太荒唐。", "zh", Act.opinion),
        ("难道码头会自己跑掉吗？", "zh", Act.question),
        ("目标不变，将近三百条船停靠。", "zh", Act.assertion),
    ],
)
def test_what_a_speaker_does_is_told_by_the_words(text: str, language: str, act: Act) -> None:
    assert manner(text, language).act is act


@pytest.mark.parametrize(
    "text, language, factuality",
    [
        ("The boats would have sunk.", "en", Factuality.counterfactual),
        ("If it rains, the pier closes.", "en", Factuality.conditional),
        ("The pier may be sold.", "en", Factuality.hedged),
        ("The pier was sold.", "en", Factuality.factual),
        ("船来了也只能停在外面", "zh", Factuality.counterfactual),
        ("如果下雨，码头关闭", "zh", Factuality.conditional),
        ("码头可能出售", "zh", Factuality.hedged),
    ],
)
def test_a_clause_is_put_as_fact_or_not(text: str, language: str, factuality: Factuality) -> None:
    assert manner(text, language).factuality is factuality


def test_reported_would_have_a_thing_is_a_forecast_and_would_have_done_is_not() -> None:
    owns = manner("the port would have 40 cranes by the end of 2031", "en", reported=True)
    did = manner("the port would have lost 40 cranes", "en", reported=True)
    assert [(m.act, m.factuality) for m in (owns, did)] == [
        (Act.forecast, Factuality.factual),
        (Act.assertion, Factuality.counterfactual),
    ]


def test_reported_would_is_a_forecast_and_direct_would_is_not() -> None:
    said = "the pier would open in June"
    assert [manner(said, "en", reported=way).act for way in (True, False)] == [Act.forecast, Act.assertion]


# ── what is no claim ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, language, claim",
    [
        ("Good morning, everybody.", "en", False),
        ("Was this page helpful?", "en", False),
        ("Moderators remove rude posts.", "en", False),
        ("We shall adjourn until noon.", "en", False),
        ("It was not.", "en", False),
        ("yes | no | cannot say", "en", False),
        ("Who would have thought?", "en", False),
        ("好 / 中 / 差", "zh", False),
        ("3．船坞", "zh", False),
        ("您对这次回复是否满意？", "zh", False),
        ("Please do not forward this.", "en", False),
        ("When does the pier open?", "en", False),
        ("Why on earth would anyone sail there?", "en", True),
        ("Main points", "en", False),
        ("She could not be reached for comment.", "en", False),
        ("The pier opened in May.", "en", True),
        ("各位下午好。", "zh", False),
        ("码头什么时候开放？", "zh", False),
        ("难道码头会自己跑掉吗？", "zh", True),
        ("如有侵权，请联系我们。", "zh", False),
        ("码头五月重新开放了。", "zh", True),
    ],
)
def test_what_is_no_claim_is_left_out(text: str, language: str, claim: bool) -> None:
    assert (why_not(text, language, figures=0) is None) is claim


# ── drafts ───────────────────────────────────────────────────────────────────


def told(draft: Draft) -> tuple[str, str, list[str]]:
    return draft.quote, draft.speaker.name, [voice.name for voice in draft.chain]


def test_reported_speech_goes_to_its_speaker_through_the_publisher_and_the_rest_is_narrated() -> None:
    text = "Ada Thorne said the pier was sold. The pier opened in May."
    found = drafted(text, says(text, "the pier was sold"))
    assert [told(draft) for draft in found.drafts] == [
        ("the pier was sold", "Ada Thorne", ["The Quay Gazette", "Ada Thorne"]),
        ("The pier opened in May.", "The Quay Gazette", ["The Quay Gazette"]),
    ]


def test_words_that_the_attribution_interrupts_are_one_quote() -> None:
    text = "The pier, she added, would be closed."
    utterance = Utterance(
        None,
        span(text, "added"),
        (span(text, "The pier,"), span(text, "would be closed.")),
        MAYOR,
        (MAYOR,),
        Speech.paraphrase,
    )
    assert [draft.quote for draft in drafted(text, utterance).drafts] == [text]


def test_what_somebody_says_inside_a_turn_is_not_said_by_the_holder_of_the_turn() -> None:
    text = "The pier was late. The clerk told me the crane had failed. We paid for it."
    turn = Utterance(None, None, (Span(0, len(text)),), MAYOR, (MAYOR,), Speech.direct, direct=True)
    inner = Utterance(
        span(text, "The clerk"),
        span(text, "told"),
        (span(text, "the crane had failed"),),
        CLERK,
        (MAYOR, CLERK),
        Speech.paraphrase,
    )
    found = {draft.quote: draft.speaker.name for draft in drafted(text, turn, inner).drafts}
    assert found == {
        "The pier was late.": "Ada Thorne",
        "the crane had failed": "the clerk",
        "We paid for it.": "Ada Thorne",
    }


def test_only_who_speaks_for_themselves_is_dated_by_the_document() -> None:
    text = "Ada Thorne said the pier was sold."
    day = interval("2031-05-09")
    friday = interval("2031-05-08")
    assert [
        drafted(text, says(text, "the pier was sold")).drafts[0].said,
        drafted(text, says(text, "the pier was sold"), laid=page(text, kind="press_release")).drafts[0].said,
        drafted(text, says(text, "the pier was sold", said=friday)).drafts[0].said,
    ] == [None, day, friday]


def test_captions_boilerplate_and_bare_links_are_left_out_with_a_reason() -> None:
    text = "Pier sold\nThe pier was sold.\nPier sold\nSign in | Subscribe\nBoat show opens"
    kinds = (RegionKind.headline, RegionKind.body, RegionKind.caption, RegionKind.boilerplate, RegionKind.item)
    at, regions = 0, []
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        regions.append(Region(at, at + len(line), kind))
        at += len(line) + 1
    found = drafted(text, laid=page(text, regions=tuple(regions)))
    assert [draft.quote for draft in found.drafts] == ["The pier was sold."]
    assert len(found.left_out) == 4
    assert all(left.why for left in found.left_out)


def test_the_narrator_of_an_unknown_publisher_is_an_unnamed_outlet() -> None:
    text = "The pier was sold."
    bare = Page(Masthead(), (Region(0, len(text), RegionKind.body),))
    assert drafted(text, laid=bare).drafts[0].speaker == Voice("unnamed outlet", AgentKind.unnamed)


@pytest.mark.parametrize(
    "text, mentions, about",
    [
        ("The pier will open by June.", (("by June", "../2031-06-30"),), "../2031-06-30"),
        (
            "The pier closed on 2 May and reopened on 7 May.",
            (("2 May", "2031-05-02"), ("7 May", "2031-05-07")),
            "2031-05-02/2031-05-07",
        ),
        ("This year the pier opens in June.", (("This year", "2031"), ("June", "2031-06")), "2031-06"),
        ("The pier was sold.", (), None),
        ("The town has never sold the pier.", (), "../2031-05-09"),
    ],
)
def test_the_time_a_claim_is_about(text: str, mentions: tuple[tuple[str, str], ...], about: str | None) -> None:
    times = tuple(moment(text, words, edtf) for words, edtf in mentions)
    found: Interval | None = drafted(text, times=times).drafts[0].valid
    assert (found.edtf if found else None) == about


def test_a_stock_stands_on_its_day_and_a_sum_runs_up_to_it() -> None:
    for text, about in (
        ("截至5月3日，码头共有渡轮40艘。", "2031-05-03"),
        ("截至5月3日，码头累计修船40艘。", "../2031-05-03"),
    ):
        found = drafted(text, times=(moment(text, "截至5月3日", "../2031-05-03"),), language="zh").drafts[0].valid
        assert found is not None
        assert found.edtf == about


def test_a_date_in_a_relative_clause_does_not_date_the_claim() -> None:
    text = "We burned the letter that was sent in April."
    assert drafted(text, times=(moment(text, "in April", "2031-04"),)).drafts[0].valid is None


def test_in_a_transcript_a_question_counts_only_from_those_who_are_there_to_answer() -> None:
    text = "HOST: Who sold the pier?\nTHORNE: Does he take me for a fool? We never sold it.\nHOST: Who was it then?"
    lines = [line.split(": ", 1) for line in text.split("\n")]
    turns = [
        Utterance(
            span(text, f"{label}: {words}"[: len(label) + 1]),
            None,
            (span(text, words),),
            Voice(label, AgentKind.person),
            (Voice(label, AgentKind.person),),
            Speech.direct,
            direct=True,
        )
        for label, words in lines
    ]
    found = drafted(text, *turns, laid=page(text, kind="transcript"))
    assert [draft.quote for draft in found.drafts] == ["Does he take me for a fool?", "We never sold it."]


def test_one_spelled_out_thing_is_no_figure_of_a_claim() -> None:
    text = "One boat of 40 was lost."
    found = extract(
        text,
        page(text),
        Reading("en", sentences(text, 0, len(text), "en"), (), (figure(text, "One", "1"), figure(text, "40", "40"))),
    )
    assert [one.text for one in found.drafts[0].figures] == ["40"]


def test_a_sentence_without_end_is_left_out() -> None:
    text = "the pier " * 400
    found = drafted(text)
    assert (found.drafts, {left.why for left in found.left_out}) == (
        (),
        {"too long without a stop to be one statement"},
    )


def test_a_promise_says_when_it_falls_due_and_by_which_words() -> None:
    text = "We will reopen the pier by 30 June."
    draft = drafted(text, times=(moment(text, "by 30 June", "../2031-06-30"),)).drafts[0]
    assert (draft.act, draft.due, draft.due_how) == (Act.promise, interval("2031-06-30"), "the words “by 30 June”")


def test_every_quote_is_the_text_at_its_offsets() -> None:
    text = "Ada Thorne said the pier was sold; the boats were not. Nobody paid, and the crew has left."
    found = drafted(text, says(text, "the pier was sold; the boats were not"))
    assert found.drafts
    assert all(draft.quote == text[draft.start : draft.end] for draft in found.drafts)


def test_extractors_are_described() -> None:
    assert all(extractor.__doc__ for extractor in EXTRACTORS)


# ── records ──────────────────────────────────────────────────────────────────


def records(text: str, *utterances: Utterance) -> list[object]:
    laid = page(text)
    return list(quote(File(text), laid, drafted(text, *utterances, laid=laid), cast_of([], [MAYOR])).records)


def test_records_point_at_the_words_and_the_chain_runs_from_the_speaker_to_us() -> None:
    text = "Ada Thorne said the pier was sold."
    made = records(text, says(text, "the pier was sold"))
    passage = next(r for r in made if isinstance(r, Passage))
    statement = next(r for r in made if isinstance(r, Statement))
    assert text[passage.start : passage.end] == passage.exact == "the pier was sold"
    assert [(link["agent"], link["held"]) for link in statement.chain] == [
        ("Ada Thorne", False),
        ("The Quay Gazette", True),
    ]


def test_one_agent_and_one_claim_however_often_they_are_met() -> None:
    text = "Ada Thorne said the pier was sold. The pier was sold. The pier was sold."
    made = records(text, says(text, "the pier was sold"))
    names = [r.name for r in made if isinstance(r, Agent)]
    texts = [r.text for r in made if isinstance(r, Claim)]
    assert (sorted(names), texts) == (["Ada Thorne", "The Quay Gazette"], ["the pier was sold", "The pier was sold."])
    assert sum(isinstance(r, Statement) for r in made) == 3


def test_a_document_without_address_and_publisher_is_known_by_its_text() -> None:
    text = "The pier was sold."
    bare = Page(Masthead(), (Region(0, len(text), RegionKind.body),))
    made = quote(File(text), bare, drafted(text, laid=bare), cast_of([], [])).records
    document = next(r for r in made if isinstance(r, Document))
    assert (document.title, document.text_key) == ("note", File(text).sha256)


def test_a_short_name_joins_the_one_full_name_that_ends_in_it() -> None:
    voices = [
        Voice("Ada Thorne", AgentKind.person),
        Voice("Thorne", AgentKind.person),
        Voice("Bram Oke", AgentKind.person),
    ]
    cast = cast_of([], voices)
    assert [cast.name(name) for name in ("Thorne", "Oke", "Bram Oke")] == ["Ada Thorne", "Oke", "Bram Oke"]


def test_a_short_name_that_fits_two_people_joins_neither() -> None:
    voices = [Voice(name, AgentKind.person) for name in ("Ada Thorne", "Ben Thorne", "Thorne")]
    assert cast_of([], voices).name("Thorne") == "Thorne"


# ── whole pages ──────────────────────────────────────────────────────────────


def claimed(text: str, kind: str, language: str) -> list[str]:
    """What a page of this kind claims, in its own words."""
    head = Masthead(publisher="Harbour Desk", language=language, published=datetime(2031, 5, 20), kind=kind)
    page = lay_out(text, head)
    return [draft.quote for draft in extract(text, page, read(text, page)).drafts]


def test_the_questions_of_an_official_page_are_not_its_claims() -> None:
    text = (
        "Harbour office: your questions\n\nWhat does the pier cost?\nThe pier cost 3 million euros.\n\n"
        "I was told the lamps failed. Is that so?\nIt is not. The lamps burned all night.\n\nWas this page helpful? Yes | No | Maybe"
    )
    assert claimed(text, "official", "en") == ["The pier cost 3 million euros.", "The lamps burned all night."]


def test_numbered_headings_and_who_speaks_are_no_claims() -> None:
    text = "会议纪要\n记录：宋知远\n\n1．船坞。船坞上月已经修好。\n2．浮桥。浮桥还差三十块木板。"
    assert claimed(text, "memo", "zh") == ["船坞上月已经修好", "浮桥还差三十块木板"]


def test_a_question_followed_by_its_answer_in_quotes_asks() -> None:
    text = 'Harbour news\n\nThe dock is old. Would she ever sell it? "I will never sell the dock," Odile Tarn told the paper.'
    assert claimed(text, "article", "en") == ["The dock is old.", "I will never sell the dock"]


def test_a_place_that_shares_a_word_with_the_publisher_is_not_the_publisher() -> None:
    text = "Bridge news\n\nThe bridge at Harbour was shut in May, Odile Tarn said."
    head = Masthead(publisher="Harbour Desk", language="en", published=datetime(2031, 5, 20), kind="article")
    page = lay_out(text, head)
    assert [draft.subject for draft in extract(text, page, read(text, page)).drafts] == [None]
