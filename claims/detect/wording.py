"""The words of a finding: its neutral question, its reason, the two values as they stand."""

from __future__ import annotations

from dataclasses import replace

from claims.detect.told import Told
from claims.findings import Finding
from claims.vocabulary import ConflictKind, Separator

LONGEST = 90  # characters of a quote inside an explanation


def finding(
    a: Told,
    b: Told,
    kind: ConflictKind,
    rule: str,
    because: str,
    values: tuple[str, str] | None = None,
    question: str | None = None,
) -> Finding:
    """The finding that a and b may not both hold; the one said first comes first."""
    value_a, value_b = values or (short(a.said.quote), short(b.said.quote))
    explanation = f"{_says(a)} “{short(a.said.quote)}”; {_says(b)} “{short(b.said.quote)}”. {because}"
    return Finding(
        a.id,
        b.id,
        kind,
        explanation,
        rule,
        value_a,
        value_b,
        question=question or _question(a, b, kind),
        question_zh=question_zh(a, b, kind),
    )


def explained(
    a: Told, b: Told, kind: ConflictKind, rule: str, by: Separator, why: str, values: tuple[str, str] | None = None
) -> Finding:
    """A pair that only looks at odds, with what tells the two apart."""
    return replace(finding(a, b, kind, rule, f"Explained: {why}", values), explained_by=by)


def short(text: str) -> str:
    """The text, cut at a length that can be read at a glance."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def _says(told: Told) -> str:
    when = told.said.statement.said_on
    day = f" ({when[:10]})" if when and when[0].isdigit() and "/" not in when else ""
    return f"{told.said.speaker.name}{day}:"


def _question(a: Told, b: Told, kind: ConflictKind) -> str:
    about = topic(a, b)
    match kind:
        case ConflictKind.numeric:
            return f"How much or how many{about}?"
        case ConflictKind.temporal:
            return f"When{about}?"
        case ConflictKind.attribution:
            return f"Who said or wrote it{about}?"
        case ConflictKind.entity:
            return f"Which party, place or product{about}?"
        case ConflictKind.drift:
            return f"What were the words of {a.said.speaker.name}{about}?"
        case ConflictKind.promise_outcome:
            return f"Was what was announced carried out{about}?"
        case ConflictKind.retraction:
            return f"Which version stands{about}?"
        case _:
            return f"{_ASKED.get(_line(a, b), ('Is it so', ''))[0]}{about}?"


# What is asked on each line of meaning, in English and in Chinese.
_ASKED: dict[str, tuple[str, str]] = {
    "transfer": ("Was it passed on", "是否转交或送出"),
    "arrival": ("Did it arrive", "是否已到达或交付"),
    "delay": ("Was there a delay", "是否推迟"),
    "running": ("Did it stop running", "是否停过"),
    "working": ("Does it work", "是否正常"),
    "layoff": ("Was anybody laid off", "是否裁员"),
    "payment": ("Was it paid", "是否付清"),
    "completion": ("Was it completed", "是否完成"),
    "start": ("Did it start", "是否开始"),
    "approval": ("Was it approved", "是否批准"),
    "telling": ("Was anybody told", "是否告知"),
    "destroy": ("Was anything destroyed", "是否销毁"),
    "fall": ("Did it fall", "是否坠落"),
    "publication": ("Was it published", "是否公布"),
    "discharge": ("Was anything discharged", "是否排放"),
    "cancel": ("Was it cancelled", "是否取消"),
    "meeting": ("Did they meet", "是否见面"),
    "signing": ("Was it signed", "是否签署"),
    "storage": ("Where was it", "存放在何处"),
}
_KINDS_ZH = {
    ConflictKind.numeric: "数量是多少",
    ConflictKind.temporal: "时间是何时",
    ConflictKind.attribution: "究竟出自谁",
    ConflictKind.entity: "究竟是哪一方",
    ConflictKind.drift: "原话是什么",
    ConflictKind.promise_outcome: "承诺是否兑现",
    ConflictKind.retraction: "以哪个说法为准",
}


def question_zh(a: Told, b: Told, kind: ConflictKind) -> str:
    """The neutral question in Chinese."""
    asked = _KINDS_ZH.get(kind) or _ASKED.get(_line(a, b), ("", "是否属实"))[1]
    about = [n for n in (a.said.claim.subject, b.said.claim.subject) if n][:1]
    return f"{asked}（{about[0]}）？" if about else f"{asked}？"


def _line(a: Told, b: Told) -> str:
    """The line of meaning on which they differ, else one they share."""
    mine, theirs = ({(e.line, e.holds) for e in told.happening} for told in (a, b))
    apart = sorted(line for line, holds in mine if (line, not holds) in theirs)
    return (apart or sorted(a.lines & b.lines) or [""])[0]


def topic(a: Told, b: Told) -> str:
    """ ", on …" with what both speak of; empty when they share no readable word."""
    names = [n for n in (a.said.claim.subject, b.said.claim.subject) if n]
    things = sorted(a.sense.things & b.sense.things)
    words = [*dict.fromkeys(names[:1]), *(t.replace("_", " ") for t in things[:2])]
    return f" ({', '.join(words)})" if words else ""
