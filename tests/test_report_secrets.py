"""What an edition may not show is in none of its bytes: a canary in every field of a sealed record, every format."""

from __future__ import annotations

import io
import re
import zlib
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from claims.findings import Due, Origin, Position, Question, Rendition, Utterances
from claims.models import (
    Acceptance,
    Agent,
    Capture,
    Claim,
    Document,
    Judgement,
    Link,
    Passage,
    Record,
    Review,
    Statement,
)
from claims.report import EDITIONS, FORMATS, LANGUAGES, Material, Translation, compute, render
from claims.report.contents import Report
from claims.report.wording import catalogue, text_of
from claims.vocabulary import (
    Act,
    AgentKind,
    Answer,
    ClaimRuling,
    ConflictKind,
    DocumentKind,
    Level,
    Relation,
    Ruling,
    Speech,
)
from tests.report_story import SEEN, Story, material, story


def canary(n: int) -> str:
    """A word that occurs nowhere else."""
    return f"Kanarie{n:03d}Geel"


def with_secrets(level: Level = Level.sealed) -> Story:
    """The story, and beside it a sealed source, page, quote, claims, link and rulings, each text a canary."""
    s = story()
    word = (canary(n) for n in range(100))

    def sealed(name: str, record: Record) -> Any:
        record.level = level
        return s.add(name, record)

    agent = sealed("x-agent", Agent.made(
        name=next(word), kind=AgentKind.person, names=[next(word), next(word)], identifiers={"x": next(word)}, context=next(word),
    ))  # fmt: skip
    page = sealed("x-page", Document.made(
        title=next(word), url=f"https://{next(word)}.example/", publisher=next(word), publisher_id=agent.id, byline=next(word),
        kind=DocumentKind.memo, published_on="2026-01-05", language="en",
    ))  # fmt: skip
    quote, other = next(word), next(word)
    body = f"{next(word)} {quote} {next(word)}\n{other} {next(word)}"
    capture = sealed("x-capture", Capture.made(
        document_id=page.id, sha256="f" * 64, media_type="text/plain", size=len(body), text=body, captured_at=SEEN,
        notes=[{"code": "truncated", "message": next(word)}],
    ))  # fmt: skip
    for name, words in (("one", quote), ("two", other)):
        start = body.index(words)
        passage = sealed(f"x-q-{name}", Passage.made(
            capture_id=capture.id, capture_key=capture.key, start=start, end=start + len(words), exact=words,
            prefix=next(word), suffix=next(word),
        ))  # fmt: skip
        claim = sealed(f"x-c-{name}", Claim.made(
            text=f"{words} {next(word)}", subject=next(word), predicate=next(word), object=next(word), scope=next(word),
            occasion=next(word), unit=next(word), measure=next(word),
        ))  # fmt: skip
        sealed(f"x-t-{name}", Statement.made(
            passage_id=passage.id, passage_key=passage.key, claim_id=claim.id, claim_key=claim.key, speaker_id=agent.id,
            speaker=agent.name, said_on="2026-01-04", speech=Speech.direct, act=Act.assertion, reason=next(word), cue=next(word),
            hedges=[next(word)], chain=[{"agent": next(word), "agent_id": agent.id, "held": True}], language="en",
        ))  # fmt: skip
    for name, a, b in (("inside", "x-c-one", "x-c-two"), ("across", "x-c-one", "c-stayed")):
        first, second = s.all[a], s.all[b]
        link = sealed(f"x-k-{name}", Link.made(
            a_id=a, b_id=b, a_key=first.key, b_key=second.key, relation=Relation.contradicts, kind=ConflictKind.denial,
            origin="denials", question=next(word), explanation=next(word), value_a=next(word), value_b=next(word),
            check_wording=next(word),
        ))  # fmt: skip
        sealed(f"x-j-{name}", Judgement.made(
            link_id=link.id, link_key=link.key, ruling=Ruling.need_evidence, rationale=next(word), second_reader=next(word), recorded_by=next(word),
        ))  # fmt: skip
    sealed(
        "x-review",
        Review.made(
            claim_id="x-c-one", claim_key=s.all["x-c-one"].key, ruling=ClaimRuling.disputed, rationale=next(word)
        ),
    )
    sealed(
        "x-answer",
        Acceptance.made(
            statement_id="x-t-one",
            statement_key=s.all["x-t-one"].key,
            answer=Answer.accepted,
            note=next(word),
            recorded_by=next(word),
        ),
    )
    return s


def secret_material(
    edition: str, language: str, clearance: Level = Level.sealed, level: Level = Level.sealed
) -> Material:
    """Material whose computed parts speak of the sealed records too."""
    word = (canary(n) for n in range(200, 300))
    ids = ("x-t-one", "x-t-two")
    return material(
        edition, language, with_secrets(level), clearance=clearance,
        questions=(Question(next(word), None, None, (Position(next(word), ids[:1], 1), Position(next(word), ids[1:], 1)), contested=True),),
        origins=(Origin(next(word), held=False, statements=ids, why=next(word)),),
        renditions=(Utterances(canary(0), (Rendition(ids[0], ()), Rendition(ids[1], ((next(word), next(word), next(word)),)))),),
        docket=(Due(ids[0], date(2026, 1, 1), next(word), next(word), overdue=True),),
        translations=tuple(Translation(i, next(word), language) for i in ids),
    )  # fmt: skip


def inflated(data: bytes) -> str:
    """The bytes as text, with every stream of a PDF inflated and its pages read."""
    parts = [data.decode("utf-8", "replace"), data.decode("utf-16-be", "replace")]
    if data.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
            try:
                inner = zlib.decompress(stream)
            except zlib.error:
                inner = stream
            parts += [inner.decode("latin-1"), inner.decode("utf-16-be", "replace")]
        parts += [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return "\n".join(parts).lower()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_no_canary_in_any_byte(edition: str, language: str, form) -> None:  # type: ignore[no-untyped-def]
    found = inflated(form.render(compute(secret_material(edition, language))))
    assert re.findall(r"kanarie\d+geel|f{12}", found) == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_the_test_would_see_a_canary(form) -> None:  # type: ignore[no-untyped-def]
    """The same records at the level everybody may read are printed."""
    found = inflated(form.render(compute(secret_material("editor", "en", level=Level.internal))))
    assert "kanarie" in found


@pytest.mark.parametrize("edition, level, withheld", [
    ("reader", Level.confidential, True), ("lawyer", Level.confidential, False), ("editor", Level.confidential, False),
    ("lawyer", Level.sealed, True), ("editor", Level.sealed, True), ("reader", Level.internal, False),
])  # fmt: skip
def test_what_each_edition_withholds(edition: str, level: Level, withheld: bool) -> None:
    assert ("Kanarie" not in render(compute(secret_material(edition, "en", level=level)), "md").decode()) is withheld


def test_a_reader_without_clearance_gets_no_more_than_their_level() -> None:
    told = compute(secret_material("lawyer", "en", clearance=Level.internal, level=Level.confidential))
    assert "Kanarie" not in render(told, "md").decode()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_is_the_same_whether_or_not_something_is_hidden(edition: str) -> None:
    """Numbers, counts and order must not tell that there is more."""
    plain = compute(material(edition, "en", questions=(), origins=(), renditions=(), docket=()))
    hidden = compute(material(edition, "en", with_secrets(), questions=(), origins=(), renditions=(), docket=()))
    across = [m for m in hidden.matters if m.label not in {p.label for p in plain.matters}]
    assert across == []
    assert without_labels(hidden) == without_labels(plain)


def without_labels(report: Report) -> tuple[object, ...]:
    """What is numbered and counted."""
    return (report.summary, report.notes, report.sources, report.chronology, report.open_questions, report.answer)


def public_words_of_a_sealed_source() -> Story:
    """A source whose words may be printed and whose name may not; her name also stands in others' words."""
    s = story()
    okafor = s.all["okafor"]
    okafor.level = Level.sealed
    s.rule(
        "j-late",
        "k-shares",
        Ruling.need_evidence,
        "Ask Maya Okafor, or see https://x.example/maya-okafor; Okafor has the list.",
    )
    return s


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_a_name_is_withheld_wherever_it_stands(edition: str, form) -> None:  # type: ignore[no-untyped-def]
    found = inflated(form.render(compute(material(edition, "en", public_words_of_a_sealed_source()))))
    assert "okafor" not in found
    assert "maya" not in found


def test_the_label_keeps_the_place_of_the_name_and_the_words_stay() -> None:
    told = compute(material("lawyer", "en", public_words_of_a_sealed_source()))
    label = catalogue("en")("withheld.name")
    note = next(n for n in told.notes if "380" in text_of(n.quote))
    assert text_of(note.chain).startswith(f"{label} (held)")
    assert re.findall(r"\bT-", note.ids) == []
    assert f"Ask {label}, or see https://x.example/{label}; {label} has the list." in {
        text_of(m.rationale) for m in told.matters
    }


def test_a_side_that_is_withheld_leaves_its_label() -> None:
    s = story()
    s.all["t-moved"].level = Level.sealed
    told = next(m for m in compute(material("lawyer", "en", s)).matters if not m.a.who or not m.b.who)
    label = "Withheld. Text removed from this file."
    assert (text_of(told.a.said), text_of(told.question), text_of(told.rationale)) == (label, label, label)
    assert (text_of(told.b.who), told.label) == ("Zhou Yining", "")


def test_files_say_nothing_of_the_machine() -> None:
    import getpass
    import os

    told = compute(material())
    for form in FORMATS:
        found = inflated(form.render(told))
        assert "/claims/report" not in found
        assert os.getcwd().lower() not in found
        assert f"/home/{getpass.getuser()}" not in found
