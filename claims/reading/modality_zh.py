"""What the words of a Chinese clause tell of its speaker's intent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.reading.phrases import found, listed
from claims.vocabulary import Factuality

_DEADLINE = re.compile(
    r"(?:日|月|底|末|年|节|季度|周|天|初|旬|内)之?(?:前|内)|年内|月内|(?:\d|[一二三四五六七八九十])(?:天|日|周|个月|小时|个工作日)之?内"
)
# 一天不…，一天不…: who says so binds himself
_AS_LONG = re.compile(r"一[天日刻][不没][^，。；]{1,10}[，,][^，。；]{0,8}?(?:就?一[天日刻]|[就绝])不")
_ONCE_BUILT = re.compile(r"(?:建成|投产|竣工|通车|完工|投用|达产|落成|开通)[以之]?后[^。；]{0,16}?[可能]")
_IN_FULL = re.compile(r"前[^，。；]{0,8}?(?:全部|全数|全面|一律|足额)[^，。；]{1,8}|前[^，。；]{1,10}?(?:完毕|到位)")
_MEANT = re.compile(r"^(?:[^，,。；]{0,12}?)(?:计划|力争|拟)(?:于|在|今|明|\d)")
_RECURRING = re.compile(r"每(?:月|周|年|季度|日|天)[^，。；]{0,6}前")
_SPAN_AHEAD = re.compile(
    r"(?:今年|明年|今后|未来|下月|下周|后年|本月|年内|下半年|全年|到\d{4}年)[^，。；]{0,12}(?:绝不|再不|不会|不(?=[^足变含少超低高久断会]))"
)
# 将 that marks the object, as 把 does: 已将…, 将旧船卖给了…, 将全部船桨送给…
_OBJECT = re.compile(
    r"已经?将|将[^，。；]{2,30}?(?:给|至|到|为|入|成|在)了|将[^于在向对为会被从由，。；]{3,20}[\u4e00-\u9fff]{2}给"
)
_LACK = re.compile(
    r"(?:至今[^，。；]{0,10}?|(?:仍|尚|还)有[^，。；]{1,24}?)[没未不]有?|没有?[\u4e00-\u9fff]{1,3}(?:齐|完|到位|够|足|全|清|成|上)(?![\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Chinese:
    """A Chinese clause and what its words tell."""

    clause: str

    def has(self, key: str) -> bool:
        """True when a word of this list stands in the clause."""
        return bool(found(self.clause, "modality_zh", key))

    def hedges(self) -> tuple[str, ...]:
        """The words that soften the clause."""
        return found(self.clause, "modality_zh", "hedges")

    def negated(self) -> bool:
        """True when something in the clause is negated."""
        return bool(found(_without(self.clause, "not_negation"), "modality_zh", "negation"))

    def factuality(self, hedged: bool, reported: bool) -> Factuality:
        """Whether it is put as fact, as what would have been, as what follows if, or with a hedge."""
        if self.has("counterfactual"):
            return Factuality.counterfactual
        if self.has("conditional"):
            return Factuality.conditional
        return Factuality.hedged if hedged else Factuality.factual

    def foreseen(self, reported: bool) -> bool:
        """True when it speaks of what is to come."""
        bare = _OBJECT.sub("〇", _without(self.clause, "not_future"))
        return bool(
            found(bare, "modality_zh", "future")
            or found(bare, "modality_zh", "possible")
            or _SPAN_AHEAD.search(self.clause)
            or _ONCE_BUILT.search(self.clause)
        )

    def promised(self, own: bool, foreseen: bool) -> bool:
        """True when whoever speaks binds themselves; `own`: they speak for the one who acts."""
        if _AS_LONG.search(self.clause):
            return True
        if self.has("promise") or _SPAN_AHEAD.search(self.clause) or _RECURRING.search(self.clause):
            return True
        if own and foreseen and _MEANT.search(self.clause) and _DEADLINE.search(self.clause):
            return True
        if not foreseen or self.has("planned") or self.has("possible"):
            return False
        bound = _DEADLINE.search(self.clause)
        return self.has("own") or bool(bound and (own or _IN_FULL.search(self.clause)))

    def judged(self) -> bool:
        """True when it judges."""
        return bool(found(_without(self.clause, "not_opinion"), "modality_zh", "opinion"))

    def denied(self) -> bool:
        """A negation in the first part, or a flat 并非 anywhere, denies; 渡轮停航，一直没有复航 states."""
        first = re.split("[，,；;]", self.clause, maxsplit=1)
        told = found(_bare(self.clause), "modality_zh", "denial")
        if not told:
            return False
        flat = any(
            word[0] in "并绝从纯根压" or word in ("否认", "无一", "不实", "不属实", "子虚乌有", "未发现", "不存在")
            for word in told
        )
        opening = found(_bare(first[0]), "modality_zh", "denial")
        return flat or bool(opening) or len(first) == 1 or len(first[0]) <= 12


def _without(clause: str, key: str) -> str:
    return listed("modality_zh", key).sub("〇", clause)


def _bare(clause: str) -> str:
    """The clause without wordings that hold a negating word and deny nothing."""
    return _without(_without(_LACK.sub("〇", clause), "mismatch"), "not_negation")
