"""An invented story in two languages, built record by record, for the tests of the report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from claims.findings import Due, Origin, Position, Question, Rendition, Utterances
from claims.graph import ClaimGraph
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
from claims.report import Material, Translation
from claims.vocabulary import (
    Act,
    AgentKind,
    Answer,
    Certainty,
    ClaimRuling,
    ConflictKind,
    DocumentKind,
    Level,
    Relation,
    Ruling,
    Separator,
    Speech,
)

AS_OF = datetime(2026, 3, 14, 10, 40, tzinfo=UTC)
SEEN = datetime(2026, 3, 13, 9, 52, tzinfo=UTC)

WIRE = """港口新闻

北湾港务局内部备忘录曝光：四百台起重机被调往南岸

发布时间：2026-03-10 01:26 来源：海岸通讯社 作者：林若溪

海岸通讯社3月10日讯，据知情人士透露，北湾港务局去年12月的一份备忘录写道，已将原定用于北湾的400台起重机调往南岸码头。

港务局局长周以宁在社交媒体上回应，起重机没有调走，只是放在了仓库里。

在1月的说明会上，周以宁表示，到今年年底，北湾将拥有1200台起重机。

相关阅读

港务局股价周一收涨1.4%
"""

GAZETTE = """Harbour memo: cranes sent south

Harbour Gazette, 11 March 2026

The port's director wrote that Northbay had nowhere to put the cranes, so they would only have stood in a shed.

Shares in the port fell 1.4% at the close on Monday, the exchange said.

Maya Okafor, a procurement officer, told the Gazette that about 380 cranes had left the yard.

A letter of late January said the director's figures conflict with what had been ordered.
"""


@dataclass(frozen=True)
class Reply:
    """How a party answered, as the tracing room tells it."""

    allegation: str
    party: str
    answer: str
    reply: str | None


class Story:
    """Records under short names, so that a test can point at them."""

    def __init__(self) -> None:
        self.all: dict[str, Record] = {}

    def add(self, name: str, record: Record) -> Any:
        """The record, kept under its name and with ids that do not change from run to run."""
        record.id = name
        record.recorded_at = SEEN
        self.all[name] = record
        return record

    def capture(self, name: str, text: str, document: Document, **more: Any) -> Capture:
        """A document's text as captured."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        made: Capture = self.add(
            name,
            Capture.made(
                document_id=document.id, sha256=digest, media_type="text/plain", size=len(text.encode()), text=text,
                captured_at=SEEN, **more,
            ),
        )  # fmt: skip
        return made

    def said(
        self, name: str, capture: Capture, words: str, speaker: Agent, *, said_on: str | None = None, act: Act = Act.assertion,
        speech: Speech = Speech.paraphrase, chain: tuple[tuple[Agent, bool], ...] = (), **claim: Any,
    ) -> Statement:  # fmt: skip
        """A statement of exactly these words of the capture."""
        start = capture.text.index(words)
        language = "zh" if any("\u4e00" <= c <= "\u9fff" for c in words) else "en"
        passage = self.add(
            f"q-{name}",
            Passage.made(
                capture_id=capture.id, capture_key=capture.key, start=start, end=start + len(words), exact=words,
                prefix=capture.text[max(0, start - 12) : start], suffix=capture.text[start + len(words) :][:12],
            ),
        )  # fmt: skip
        claimed = self.add(f"c-{name}", Claim.made(text=claim.pop("text", words), language=language, **claim))
        made: Statement = self.add(
            f"t-{name}",
            Statement.made(
                passage_id=passage.id, passage_key=passage.key, claim_id=claimed.id, claim_key=claimed.key,
                speaker_id=speaker.id, speaker=speaker.name, said_on=said_on, speech=speech, act=act, language=language,
                chain=[{"agent": a.name, "agent_id": a.id, "held": held} for a, held in chain],
            ),
        )  # fmt: skip
        return made

    def link(self, name: str, a: str, b: str, kind: ConflictKind, why: str, **more: Any) -> Link:
        """A contradiction between two statements, suggested by rule."""
        first, second = self.all[f"c-{a}"], self.all[f"c-{b}"]
        made: Link = self.add(
            name,
            Link.made(
                a_id=first.id, b_id=second.id, a_key=first.key, b_key=second.key, a_statement_id=f"t-{a}",
                b_statement_id=f"t-{b}", relation=Relation.contradicts, kind=kind, origin=kind.value, explanation=why, **more,
            ),
        )  # fmt: skip
        return made

    def rule(self, name: str, link: str, ruling: Ruling, rationale: str, **more: Any) -> Judgement:
        """A person's ruling on a link."""
        judged: Judgement = self.add(
            name,
            Judgement.made(
                link_id=link,
                link_key=self.all[link].key,
                ruling=ruling,
                rationale=rationale,
                recorded_by="Lena Brandt",
                **more,
            ),
        )
        return judged

    def accept(self, *names: str) -> None:
        """A person confirms these statements."""
        for name in names:
            statement = self.all[f"t-{name}"]
            made = Acceptance.made(
                statement_id=statement.id,
                statement_key=statement.key,
                answer=Answer.accepted,
                recorded_by="Lena Brandt",
            )
            self.add(f"n-{name}", made)

    def graph(self) -> ClaimGraph:
        """The records joined."""
        return ClaimGraph.of(self.all.values())


def story() -> Story:
    """The cranes of Northbay: a memo, a reply that two outlets word differently, a promise, a share price."""
    s = Story()
    port = s.add("port", Agent.made(name="北湾港务局", kind=AgentKind.organisation, names=["Northbay Port Authority"]))
    memo = s.add("memo", Agent.made(name="Northbay memo", kind=AgentKind.document, names=["北湾港务局备忘录"]))
    zhou = s.add("zhou", Agent.made(name="周以宁", kind=AgentKind.person, names=["Zhou Yining"]))
    people = s.add("people", Agent.made(name="unnamed: people familiar", kind=AgentKind.unnamed, context="wire"))
    wire = s.add("wire", Agent.made(name="海岸通讯社", kind=AgentKind.outlet, names=["Coast Wire"]))
    gazette = s.add("gazette", Agent.made(name="Harbour Gazette", kind=AgentKind.outlet))
    exchange = s.add(
        "exchange", Agent.made(name="Northbay Exchange", kind=AgentKind.organisation, names=["北湾交易所"])
    )
    okafor = s.add("okafor", Agent.made(name="Maya Okafor", kind=AgentKind.person))

    d1 = s.add("d1", Document.made(
        title="北湾港务局内部备忘录曝光：四百台起重机被调往南岸", url="https://wire.example/port/310.html", publisher="海岸通讯社",
        publisher_id=wire.id, byline="林若溪", published_on="2026-03-10T01:26", kind=DocumentKind.wire, language="zh",
    ))  # fmt: skip
    d2 = s.add("d2", Document.made(
        title="Harbour memo: cranes sent south", url="https://gazette.example/cranes", publisher="Harbour Gazette",
        publisher_id=gazette.id, published_on="2026-03-11", kind=DocumentKind.article, language="en",
    ))  # fmt: skip
    head = WIRE.index("北湾港务局内部")
    body = WIRE.index("海岸通讯社3月")
    item = WIRE.index("港务局股价")
    c1 = s.capture("s1", WIRE, d1, regions=[
        {"kind": "headline", "start": head, "end": WIRE.index("\n", head)},
        {"kind": "body", "start": body, "end": WIRE.index("相关阅读")},
        {"kind": "item", "start": item, "end": len(WIRE)},
    ], notes=[{"code": "stamp-before-latest", "message": "The page is stamped 10 March 2026 but lists items of 12 March, so the stamp is not the time of capture."}])  # fmt: skip
    c2 = s.capture("s2", GAZETTE, d2)

    s.said(
        "moved",
        c1,
        "已将原定用于北湾的400台起重机调往南岸码头",
        memo,
        said_on="2025-12",
        chain=((memo, False), (people, False), (wire, True)),
        valid_on="2025-12",
    )
    s.said(
        "stayed",
        c1,
        "起重机没有调走，只是放在了仓库里",
        zhou,
        said_on="2026-03-09",
        act=Act.denial,
        chain=((zhou, False), (wire, True)),
        negated=True,
    )
    s.said(
        "promise",
        c1,
        "到今年年底，北湾将拥有1200台起重机",
        zhou,
        said_on="2026-01",
        act=Act.promise,
        chain=((zhou, False), (wire, True)),
        due_on="2026-12-31",
    )
    s.said("up", c1, "港务局股价周一收涨1.4%", wire, said_on="2026-03-09", chain=((wire, True),))
    s.said(
        "nowhere",
        c2,
        "Northbay had nowhere to put the cranes, so they would only have stood in a shed",
        zhou,
        said_on="2026-03-09",
        chain=((zhou, False), (gazette, True)),
    )
    s.said(
        "down",
        c2,
        "Shares in the port fell 1.4% at the close on Monday",
        exchange,
        said_on="2026-03-09",
        chain=((exchange, False), (gazette, True)),
    )
    s.said(
        "some",
        c2,
        "about 380 cranes had left the yard",
        okafor,
        said_on="2026-03-11",
        chain=((okafor, True), (gazette, True)),
    )
    s.said(
        "orders",
        c2,
        "the director's figures conflict with what had been ordered",
        port,
        said_on="2026-01-21/2026-01-31",
        chain=((port, False), (gazette, True)),
    )

    s.link(
        "k-moved",
        "moved",
        "stayed",
        ConflictKind.denial,
        "One says the cranes were moved, the other that they were not.",
        question="Were the 400 cranes moved?",
        check_wording="The reply is worded differently in another source.",
    )
    s.link(
        "k-shares",
        "up",
        "down",
        ConflictKind.numeric,
        "The same figure in opposite directions for the same close.",
        question="How did the shares close on Monday?",
        value_a="+1.4 %",
        value_b="-1.4 %",
    )
    s.link(
        "k-orders",
        "promise",
        "orders",
        ConflictKind.denial,
        "The letter says the promised figure conflicts with the orders.",
        question="Can Northbay have 1,200 cranes by the end of 2026?",
    )
    s.link(
        "k-count",
        "moved",
        "some",
        ConflictKind.numeric,
        "About 380 is 400 in round figures.",
        value_a="400",
        value_b="380",
        explained_by=Separator.rounding,
    )
    s.rule(
        "j-moved",
        "k-moved",
        Ruling.wording,
        "The post explains why the cranes went; only the wire's rendering denies it.",
        second_reader="Tomas Reyes",
        certainty=Certainty.high,
        explained_by=Separator.translation,
    )
    s.rule(
        "j-orders",
        "k-orders",
        Ruling.contradict,
        "The order book for January is the test; it shows 700 cranes.",
        certainty=Certainty.medium,
    )
    s.add(
        "v-down",
        Review.made(
            claim_id="c-down",
            claim_key=s.all["c-down"].key,
            ruling=ClaimRuling.supported,
            rationale="The exchange's closing list shows the fall.",
            recorded_by="Lena Brandt",
        ),
    )
    s.accept("moved", "stayed", "promise", "nowhere", "down", "orders", "some")
    return s


ENGLISH = {
    "moved": "400 cranes meant for Northbay have been moved to the South Shore terminal",
    "stayed": "the cranes were not moved, they were only put in the shed",
    "promise": "by the end of this year Northbay will have 1,200 cranes",
    "up": "Port shares closed up 1.4% on Monday",
}
CHINESE = {
    "nowhere": "北湾没有地方放这些起重机，它们只会闲置在棚里",
    "down": "港务局股价周一收盘下跌1.4%",
    "some": "约380台起重机已离开堆场",
    "orders": "局长的数字与已下订单不符",
}


def translations() -> tuple[Translation, ...]:
    """Working translations, one of them checked."""
    checked = {"moved": {"checked_by": "Ines Falk", "checked_on": date(2026, 3, 13)}}
    into = (("en", ENGLISH), ("zh", CHINESE))
    return tuple(
        Translation(f"t-{name}", text, language, **checked.get(name, {}))
        for language, texts in into
        for name, text in texts.items()  # type: ignore[arg-type]
    )


def material(edition: str = "lawyer", language: str = "en", of: Story | None = None, **more: Any) -> Material:
    """The story as material for one report."""
    told = of or story()
    title = {"en": "Were Northbay’s cranes sent south?", "zh": "北湾的起重机被调往南岸了吗？"}[language]
    fields: dict[str, Any] = {
        "title": title, "edition": edition, "language": language, "as_of": AS_OF, "graph": told.graph(),
        "questions": (Question("How many cranes were moved?", "cranes", "crane", (
            Position("400", ("t-moved",), 1), Position("about 380", ("t-some",), 1)), contested=True),),
        "origins": (Origin("Northbay memo", held=False, statements=("t-moved",), why="one memo"),
                    Origin("Zhou Yining’s post", held=False, statements=("t-stayed", "t-nowhere"), why="one post")),
        "renditions": (Utterances("周以宁", (Rendition("t-nowhere", ()), Rendition("t-stayed", (
            ("polarity", "denied", "affirmed"), ("factuality", "factual", "counterfactual"))))),),
        "docket": (Due("t-promise", date(2026, 12, 31), "“the end of this year”, said in January 2026", "The port’s inventory at the end of the year", overdue=False),),
        "replies": (
            Reply("t-moved", "周以宁", "denied", "t-stayed"),
            Reply("t-orders", "北湾港务局", "silent", None),
        ),
        "translations": translations(),
        "method": (("denials", "Two statements, of which one says what the other denies."),
                   ("figures", "Two figures for the same thing, measure and time differ by more than rounding explains.")),
        "checkpoint": "counterclaim 214 5f0c1be2", "version": "R-0007 v3", "software": "Counterclaim 0.1.0",
        "clearance": Level.sealed,
    }  # fmt: skip
    return Material(**(fields | more))
