"""The matter between two statements as a neutral question, in the words of the sources and either language.

A rule's own question names what it compared; this one is what a person rules on and a reader reads. It
repeats no verdict and takes no side: figures and dates are offered as "this or that", an event is asked of.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.graph import Said
from claims.vocabulary import Act, ConflictKind

LONGEST = 64  # characters of a quote inside a question: two lines of a heading on a desk

QUESTIONS: Mapping[str, Mapping[ConflictKind | str, str]] = {
    "en": {
        ConflictKind.denial: "Is it so that “{claim}”?",
        "record": "Do the records bear out “{claim}”?",
        ConflictKind.numeric: "Which figure holds: {a} or {b}?",
        ConflictKind.temporal: "Which time holds: {a} or {b}?",
        ConflictKind.attribution: "Who is behind it: “{claim}”?",
        ConflictKind.entity: "Which one is it: “{claim}”?",
        ConflictKind.drift: "What exactly did {who} say: {a} or {b}?",
        ConflictKind.promise_outcome: "Was it carried out: “{claim}”?",
        ConflictKind.self_: "Which words of {who} stand: {a} or {b}?",
        ConflictKind.retraction: "What stands after the correction of “{claim}”?",
    },
    "zh": {
        ConflictKind.denial: "“{claim}”，是否属实？",
        "record": "“{claim}”，与记录是否相符？",
        ConflictKind.numeric: "究竟是{a}，还是{b}？",
        ConflictKind.temporal: "时间究竟是{a}，还是{b}？",
        ConflictKind.attribution: "“{claim}”，究竟出自谁？",
        ConflictKind.entity: "“{claim}”，究竟是哪一个？",
        ConflictKind.drift: "{who}究竟怎么说：{a}，还是{b}？",
        ConflictKind.promise_outcome: "“{claim}”，兑现了吗？",
        ConflictKind.self_: "{who}的哪一句为准：{a}，还是{b}？",
        ConflictKind.retraction: "更正“{claim}”之后，以什么为准？",
    },
}


def question(
    kind: ConflictKind,
    a: Said,
    b: Said,
    language: str = "en",
    *,
    values: tuple[str | None, str | None] = (None, None),
    record: bool = False,
) -> str:
    """The question in "en" or "zh"; `values` are what was compared, a's first; `record` when one side cites a record."""
    words = QUESTIONS["zh" if language.startswith("zh") else "en"]
    affirmed = a if _affirms(a) or not _affirms(b) else b
    first, second = (
        _short(value) if value else f"“{_short(said.quote)}”" for value, said in zip(values, (a, b), strict=True)
    )
    if kind not in (ConflictKind.numeric, ConflictKind.temporal):
        first, second = f"“{_short(a.quote)}”", f"“{_short(b.quote)}”"
    return words["record" if record else kind].format(
        claim=_short(affirmed.quote), who=affirmed.speaker.name, a=first, b=second
    )


def _affirms(said: Said) -> bool:
    return not said.claim.negated and said.statement.act is not Act.denial


def _short(text: str) -> str:
    """One line of a quote, without the marks around it, cut where it grows long."""
    flat = " ".join(text.split()).rstrip("。.,，;；!！?？")
    if flat[:1] + flat[-1:] in ("“”", '""', "「」", "『』", "【】"):
        flat = flat[1:-1]
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
