"""The citation report: what it says, in every edition, language and format."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from claims.errors import ReportError
from claims.models import Capture, Passage
from claims.report import EDITIONS, FORMATS, LANGUAGES, Report, compute, render
from claims.report.contents import Words
from claims.report.dates import partial
from claims.report.table import cell
from claims.report.wording import catalogue, text_of
from tests.report_story import Story, material, story

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "report"
HOSTILE = (
    '=HYPERLINK(1) <img src=x onerror=alert(1)> [a](javascript:b) #import "/etc/passwd" $x$ @y `z` \u202eabc\u200b'
)


def report(edition: str = "lawyer", language: str = "en", of: Story | None = None) -> Report:
    """The report of the story."""
    return compute(material(edition, language, of))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_every_edition_in_every_language_and_format(edition: str, language: str, form) -> None:  # type: ignore[no-untyped-def]
    told = report(edition, language)
    made = form.render(told)
    assert made == render(told, form.name)
    assert len(made) > 5000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_reads_as_it_was_agreed(language: str) -> None:
    """A change here is a change to what leaves the house: read the difference, then replace the file."""
    made = render(report("lawyer", language), "md").decode()
    assert made == (GOLDEN / f"lawyer_{language}.md").read_text("utf-8")


def test_the_same_data_give_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib;from claims.report import FORMATS,compute;from tests.report_story import material;"
        "r=compute(material('editor','zh'));"
        "print([hashlib.sha256(f.render(r)).hexdigest() for f in FORMATS])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "USER": "canary"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_saying_rests_on_a_note(edition: str, language: str) -> None:
    told = report(edition, language)
    numbers = {note.number for note in told.notes}
    sayings = [side.said for matter in (*told.matters, *told.explained) for side in (matter.a, matter.b)]
    sayings += [moment.what for moment in told.chronology] + [form for w in told.wordings for form, _ in w.forms]
    sayings += [answer for question in told.answers for answer, _ in question.positions]
    sayings += [promise.what for promise in told.promises] + [ruled.what for ruled in told.rulings]
    sayings += list(told.answer[: min(2, len(told.matters))])
    assert [text_of(words) for words in sayings if not cited(words)] == []
    assert {n for words in sayings for n in cited(words)} == numbers == set(range(1, len(numbers) + 1))


def cited(words: Words) -> set[int]:
    """The notes a phrase rests on."""
    return {n for run in words for n in run.notes}


def test_a_note_points_at_its_words() -> None:
    told = story()
    records = told.all.values()
    text = {c.label: c.text for c in records if isinstance(c, Capture)}
    places = [tuple(map(int, re.findall(r"(\d+)–(\d+)", note.place)[0])) for note in report(of=told).notes]
    words = [text[note.source][start:end] for note, (start, end) in zip(report(of=told).notes, places, strict=True)]
    assert sorted(words) == sorted(p.exact for p in records if isinstance(p, Passage))


def test_places_are_paragraphs_of_the_body_or_items_beside_it() -> None:
    places = {text_of(note.quote): note.place.split(",")[0].lower() for note in report().notes}
    assert places["“起重机没有调走，只是放在了仓库里”"] == "paragraph 2"
    assert places["“港务局股价周一收涨1.4%”"] == "related item 1"


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_parts_of_a_note_stand_in_their_order(form: str) -> None:
    """Words, translation with its status, chain from the origin, place, times, hash, ids."""
    told = report()
    whole = re.sub(r"<[^>]+>|\\", "", render(told, form).decode())
    text = whole[whole.rindex(text_of(told.notes[0].quote)) :]
    note = told.notes[0]
    parts = (
        text_of(note.quote), note.translation.text if note.translation else "", note.status, "Northbay memo (not held)",
        "Coast Wire (held)", note.place, note.address, note.times, "sha256", note.ids,
    )  # fmt: skip
    found = [text.index(part) for part in parts]
    assert found == sorted(found)


def test_the_status_of_a_translation_is_told() -> None:
    status = {text_of(note.quote)[1:3]: note.status for note in report().notes}
    assert status["已将"] == "Working translation, checked by Ines Falk, 13 Mar 2026"
    assert status["到今"] == "Working translation, machine-made, unchecked"
    assert status["港务"].endswith("Suggested by rule, not yet confirmed by a person")
    assert status["ab"] == ""


def test_a_ruling_names_who_and_when_and_an_open_matter_says_so() -> None:
    ruled, _, openly = report().matters
    assert (
        text_of(ruled.ruling)
        == "Wording issue, translationLena Brandt, 13 Mar 2026. Second reader Tomas Reyes. Certainty high"
    )
    assert (openly.ruled, text_of(openly.ruling)) == (False, "Open. Suggested by the rule on figures.")
    assert [m.ruled for m in report().matters] == [True, True, False]


def test_sides_stand_in_order_of_saying_with_their_values() -> None:
    ruled, _, shares = report().matters
    assert [text_of(side.who) for side in (ruled.a, ruled.b)] == ["Northbay memo", "Zhou Yining"]
    assert {text_of(side.who): side.value for side in (shares.a, shares.b)} == {
        "Coast Wire": "+1.4 %",
        "Northbay Exchange": "-1.4 %",
    }


def test_the_chronology_is_no_more_precise_than_its_sources() -> None:
    assert [moment.when for moment in report().chronology][:3] == [
        "Dec 2025 (day not stated)",
        "Jan 2026 (day not stated)",
        "Late Jan 2026 (day not stated)",
    ]


@pytest.mark.parametrize(
    "edtf, english, chinese",
    [
        ("2026", "2026 (month not stated)", "2026年（月份未载明）"),
        ("2026-04", "Apr 2026 (day not stated)", "2026年4月（日期未载明）"),
        ("2026-04-05", "5 Apr 2026", "2026年4月5日"),
        ("2026-04-05T01:26:00+08:00", "5 Apr 2026, 01:26 (source clock)", "2026年4月5日 01:26（来源所标时间）"),
        ("2026-04-21/2026-04-30", "late Apr 2026 (day not stated)", "2026年4月下旬（日期未载明）"),
        ("2026-04-11/2026-04-20", "mid Apr 2026 (day not stated)", "2026年4月中旬（日期未载明）"),
        ("2026-04-03/2026-05-02", "3 Apr 2026 to 2 May 2026", "2026年4月3日至2026年5月2日"),
        ("../2026-04-05", "up to 5 Apr 2026", "不晚于2026年4月5日"),
        ("2026-04-05/..", "from 5 Apr 2026", "2026年4月5日起"),
        ("2026-04~", "about Apr 2026 (day not stated)", "约2026年4月（日期未载明）"),
        ("199X", "1990s", "1990年代"),
        ("nonsense", "nonsense", "nonsense"),
        (None, "", ""),
    ],
)
def test_dates_as_each_language_writes_them(edtf: str | None, english: str, chinese: str) -> None:
    assert (partial(edtf, "en", precision=True), partial(edtf, "zh", precision=True)) == (english, chinese)


def test_the_lawyer_reads_the_problems_first_and_the_reader_as_what_is_unknown() -> None:
    def at(edition: str, words: str) -> int:
        return render(report(edition), "md").decode().find(words)

    assert 0 < at("lawyer", "## Before you rely on this") < at("lawyer", "> **Wording issue")
    assert 0 < at("editor", "> **Wording issue") < at("editor", "## Before you rely on this")
    assert at("reader", "## Before you rely on this") == -1 < at("reader", "## What we do not know")
    assert at("reader", "Pairs explained away") == -1 < at("editor", "Pairs explained away")


def test_problems_name_what_is_owed() -> None:
    told = [text_of(problem) for problem in report().problems]
    assert told == [
        "Suggested by rule and not yet confirmed by a person: note 5.",
        "Working translations not yet checked by a person: notes 2–3, 5.",
        "We hold a report of these words, not their origin: notes 1–4, 6, 8.",
        "“北湾港务局内部备忘录曝光：四百台起重机被调往南岸”, notes 1–3, 5: The page is stamped 10 March 2026 but lists "
        "items of 12 March, so the stamp is not the time of capture.",
        "No contact is on file with Zhou Yining, Northbay Port Authority and Northbay Exchange.",
    ]


def test_nothing_decided_is_said_first() -> None:
    told = story()
    decided = ("n-", "j-", "v-")
    told.all = {name: record for name, record in told.all.items() if not name.startswith(decided)}
    assert "No person has confirmed" in text_of(report(of=told).problems[0])
    assert all(not matter.ruled for matter in report(of=told).matters)


@pytest.mark.parametrize(
    "selection, notes, matters",
    [
        ({"k-shares"}, 2, 1),
        ({"c-some"}, 1, 0),
        ({"t-moved", "c-stayed"}, 2, 1),
        (set(), 8, 3),
    ],
)
def test_a_selection_prints_what_was_chosen(selection: set[str], notes: int, matters: int) -> None:
    told = compute(material(selection=frozenset(selection), questions=(), renditions=(), docket=()))
    assert (len(told.notes), len(told.matters)) == (notes, matters)


def test_what_a_person_rejected_is_not_printed() -> None:
    from claims.models import Acceptance
    from claims.vocabulary import Answer

    told = story()
    statement = told.all["t-down"]
    told.add("n-down", Acceptance.made(statement_id="t-down", statement_key=statement.key, answer=Answer.rejected))
    assert "Shares in the port fell" not in render(report(of=told), "md").decode()


def test_wordings_are_set_against_the_first_slot_by_slot() -> None:
    assert [text_of(differs) for _, differs in report().wordings[0].forms] == [
        "",
        "told as: not so (first: so); put as: fact (first: what would have been)",
    ]


def test_answers_are_told_and_the_silent_named() -> None:
    assert [(text_of(r.party), text_of(r.answer)) for r in report().replies] == [
        ("Zhou Yining", "Denied. the cranes were not moved, they were only put in the shed[2]"),
        ("Northbay Port Authority", "No answer found; still to be asked"),
    ]


def test_the_answer_begins_with_how_the_matter_stands() -> None:
    told = [text_of(paragraph) for paragraph in report().answer]
    assert told[0].startswith("Wording issue, translation. Northbay memo, Dec 2025: 400 cranes meant for Northbay")
    assert told[0].endswith(
        "Lena Brandt’s reason: The post explains why the cranes went; only the wire's rendering denies it."
    )
    assert told[-1] == "One more contradiction is listed below. We do not hold the originals behind notes 1–4."


def test_no_contradiction_still_says_how_much_was_compared() -> None:
    told = compute(material(selection=frozenset({"c-some"})))
    assert text_of(told.answer[0]).startswith("No contradictions found among 1 statement.")


def test_the_languages_have_the_same_words() -> None:
    """But for English plurals, and for what the rules say of themselves in English already."""
    english, chinese = catalogue("en").known(), catalogue("zh").known()
    told = ("asked.", "method.", "anomaly.")
    assert {k for k in english if not k.endswith(".one") and not k.startswith(told)} == {
        k for k in chinese if not k.startswith(told)
    } | {k for k in english & chinese if k == "asked"}


def slots(text: str) -> set[str]:
    """The names in braces."""
    return set(re.findall(r"{(\w+)}", text))


def test_both_languages_fill_the_same_slots() -> None:
    english, chinese = (
        yaml.load((ROOT / "claims" / "report" / "words" / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        for name in ("en", "zh")
    )
    differ = {k for k in english.keys() & chinese.keys() if slots(english[k]) != slots(chinese[k])}
    # Chinese writes months as figures; English by name.
    assert differ == {"date.month", "date.day"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_words_keep_house_style(language: str) -> None:
    raw = (ROOT / "claims" / "report" / "words" / f"{language}.yaml").read_text("utf-8")
    assert re.findall(r"\bAI\b|人工智能|%|[!！]", raw) == []


def test_an_unknown_wish_is_refused_in_words() -> None:
    with pytest.raises(ReportError, match="no report format 'doc'; choose one of html, pdf, md, csv"):
        render(report(), "doc")
    with pytest.raises(ReportError, match="no edition 'public'"):
        compute(replace(material(), edition="public"))
    with pytest.raises(ReportError, match="in en or zh, not in 'fr'"):
        compute(replace(material(), language="fr"))


def hostile() -> Story:
    """The story with a page that tries to be more than text."""
    told = story()
    page = told.all["d2"]
    page.title, page.url = HOSTILE, "javascript:alert(1)"  # type: ignore[attr-defined]
    return told


class Tags(HTMLParser):
    """The tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "srcset", "action", "data")]


def test_html_asks_nothing_of_the_network_and_runs_nothing() -> None:
    page = render(report(of=hostile()), "html").decode()
    seen = Tags()
    seen.feed(page)
    assert seen.tags & {"img", "script", "iframe", "link", "object", "svg", "form", "base"} == set()
    assert [a for a in seen.addresses if not a.startswith(("#", "https://wire.example/"))] == []
    assert re.findall(r"url\(|@import|@font-face", page) == []
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert {a[1:] for a in seen.addresses if a.startswith("#")} <= ids


def test_markdown_keeps_foreign_marks_as_text() -> None:
    text = render(report(of=hostile()), "md").decode()
    assert "\\=HYPERLINK(1)".replace("(1)", "\\(1\\)") in text
    assert "](javascript:" not in text
    assert "<img" not in text.replace("\\<img", "")


@pytest.mark.parametrize("form", [f.name for f in FORMATS if f.name != "pdf"])
def test_unseen_characters_are_shown_in_every_text_format(form: str) -> None:
    text = render(report(of=hostile()), form).decode()
    assert "202E〕" in text
    assert "\u202e" not in text
    assert "\u200b" not in text


def test_csv_is_a_table_no_spreadsheet_runs() -> None:
    data = render(report(of=hostile()), "csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [value for row in rows for value in row if value.startswith(("=", "+", "@", "\t", "＝"))] == []
    assert {row[0] for row in rows[1:]} >= {"answer", "problem", "contradiction", "chronology", "note", "open", "due"}


@pytest.mark.parametrize(
    "text, shown",
    [
        ("=1+1", "'=1+1"), ("＝1", "'＝1"), ("@a", "'@a"), ("-x", "'-x"), ("\tx", "'\tx"), (" =1", "' =1"),
        ("-5.2", "-5.2"), ("+1,200", "+1,200"), ("-1.4%", "-1.4%"), ("plain", "plain"), ("", ""),
    ],
)  # fmt: skip
def test_a_cell(text: str, shown: str) -> None:
    assert cell(text) == shown
