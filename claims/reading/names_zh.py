"""Names in a Chinese text: foreign names with a dot, people beside their titles, organisations by how their names end.

Chinese has no capital letters, so where a name begins and ends is told by what repeats: of the forms
that fit a place, the longest that is as frequent as the shortest is the name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from claims.reading.wordlists import word_list, words
from claims.vocabulary import AgentKind

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
DOT = "·•・‧"
LONGEST_NAME = 12  # characters of an organisation's name left of what tells it is one
# Letters that hardly ever stand inside a name: where one of them stands, a name has ended or not begun.
FUNCTION = frozenset(
    "的了在是和与及或也还又就都而但则把被将对向从以为于由到所之其这那此该各每某另已曾正未不没很更最却并且若如因据按等着过吗呢吧啊，。、；："
    "说称讲问答表认指透宣承否回强坦补介写提要请让使给跟同您你我他她它们名位个份家只再仍均才便即上下里内外中前后时间月日年当有做作出去来会能可应须需至"
)
# Letters of grammar that stand in names of organisations hardly ever, though the others do: 中, 上, 外, 和.
OUTSIDE = FUNCTION - frozenset("中上下外内前后时日月年家个名位份和同会能应当可以向至如若明需其间里只")
# Of these, the ones that given names use as well.
BREAKS = FUNCTION - frozenset("以之可如若应来至和向明名当时间月日年能会同更") | frozenset("昨")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[{DOT}][{HAN}]{{1,6}}){{1,3}}")
_LATIN_GLOSS = re.compile(
    rf"([{HAN}]{{2,6}}(?:[{DOT}][{HAN}]{{1,6}}){{0,3}})\s?[（(]([A-Z][A-Za-z.'’&-]*(?: [A-Z][A-Za-z.'’&-]*){{0,4}})"
)
_SHORT_FOR = re.compile(rf"[（(](?:以下|下文|后文)?(?:简称|下称)[：:为]?[“\"「]?([{HAN}A-Za-z]{{2,12}})[”\"」]?")
_BEFORE_SHORT = re.compile(rf"[{HAN}（）()]{{2,30}}$")
_QUOTED_NAME = re.compile(
    rf"(?:机构|组织|团体|平台|企业|公司|网友|用户|账号|博主)[“「\"]([{HAN}A-Za-z0-9]{{2,8}})[”」\"]"
)
_ORG_TAIL_LONGEST = 4
_OPENING = re.compile(
    "^(?:尽管|虽然|虽说|即使|即便|哪怕|就连|除了|除去|由于|因为|如果|假如|不过|然而|此外|其中|随后|同时|随着|自从|鉴于|根据|按照|关于|至于)"
)
_NOT_A_NAME = re.compile(
    "[一二三四]季度|[上下]半年|[上下本]月|[今去明]年|社交|研究|其他|有关|相关|多家|部分|国内|国外|全国|全球|当地|境内|境外"
)


def gather(text: str) -> dict[str, AgentKind]:
    """Every name this text shows, with its kind."""
    counts = _Counts(text)
    found: dict[str, AgentKind] = {}
    for name in _dotted(text, counts):
        found[name] = AgentKind.person
        last = re.split(f"[{DOT}]", name)[-1]
        if len(last) >= 2:
            found.setdefault(last, AgentKind.person)
    for name in _titled(text, counts):
        found.setdefault(name, AgentKind.person)
    for name in _organisations(text, counts):
        found.setdefault(name, kind_of_organisation(name))
    for long, short in short_forms(text):
        kind = found.get(long) or kind_of_organisation(long)
        found.setdefault(long, kind)
        found.setdefault(short, kind)
    for quoted in _QUOTED_NAME.finditer(text):
        found.setdefault(quoted[1], AgentKind.organisation)
    return found


def short_forms(text: str) -> list[tuple[str, str]]:
    """(full name, short form) where the text itself says 下称 or 简称."""
    pairs = []
    for found in _SHORT_FOR.finditer(text):
        before = _BEFORE_SHORT.search(text[max(0, found.start() - 30) : found.start()])
        if before:
            pairs.append((_without_leading(before[0]), found[1]))
    return pairs


def glosses(text: str) -> list[tuple[str, str]]:
    """(Chinese name, Latin name) where one stands in brackets behind the other."""
    return [(found[1], found[2].strip(" .")) for found in _LATIN_GLOSS.finditer(text)]


def kind_of_organisation(name: str) -> AgentKind:
    """outlet where the name ends as those of papers and agencies do, else organisation."""
    outlets = words("names_zh", "outlets")
    return AgentKind.outlet if any(name.endswith(tail) for tail in outlets) else AgentKind.organisation


def looks_like_person(name: str) -> bool:
    """True for a family name and one or two letters, or a foreign name with its dot."""
    if any(dot in name for dot in DOT):
        return True
    if not re.fullmatch(rf"[{HAN}]{{2,4}}", name) or any(
        name.endswith(tail) for tail in words("names_zh", "organisations")
    ):
        return False
    if name[:2] in words("names_zh", "compound"):
        return len(name) >= 3
    return name[0] in surnames() and len(name) <= 3


@cache
def surnames() -> frozenset[str]:
    """Every Chinese family name of one letter in the list."""
    return frozenset("".join(word_list("names_zh", "surnames")))


@cache
def titles() -> re.Pattern[str]:
    """The titles, longest first."""
    return re.compile("|".join(map(re.escape, sorted(words("names_zh", "titles"), key=len, reverse=True))))


class _Counts:
    """How often a string of two to six letters stands in the text, counted once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.of: Counter[str] = Counter()
        for run in re.finditer(rf"[{HAN}]{{2,}}", text):
            letters = run[0]
            for size in range(2, 7):
                self.of.update(letters[at : at + size] for at in range(len(letters) - size + 1))

    def times(self, string: str) -> int:
        return self.of[string] if len(string) <= 6 else self.of[string[-6:]]


def _dotted(text: str, counts: _Counts) -> list[str]:
    names = []
    for found in _DOTTED.finditer(text):
        parts = re.split(f"([{DOT}])", found[0])
        parts[0] = _right_part(parts[0], counts)
        parts[-1] = _left_part(parts[-1], counts)
        if parts[0] and parts[-1]:
            names.append("".join(parts))
    return names


def _left_part(run: str, counts: _Counts, least: int = 2, most: int = 6) -> str:
    """The beginning of `run` that is a name: up to a letter of grammar, as long as it stays as frequent."""
    end = next((i for i, letter in enumerate(run) if letter in FUNCTION and i >= 1), len(run))
    run = run[: min(end, most)]
    size = min(least, len(run))
    if counts.times(run[:size]) > 1:
        while size < len(run) and counts.times(run[: size + 1]) == counts.times(run[:size]):
            size += 1
        return run[:size]
    return run


def _right_part(run: str, counts: _Counts) -> str:
    """The end of `run` that is a name: behind a title, a word that opens a clause, or a letter of grammar."""
    run = _OPENING.sub("", run)
    for found in titles().finditer(run):
        if found.end() < len(run):
            return run[found.end() :]
    begin = next((i + 1 for i in range(len(run) - 2, -1, -1) if run[i] in FUNCTION), 0)
    return run[begin:][-4:]


def _titled(text: str, counts: _Counts) -> list[str]:
    names = []
    for found in titles().finditer(text):
        after = re.match(rf"[{HAN}]{{2,5}}", text[found.end() : found.end() + 5])
        if after:
            name = _person_at(after[0], counts)
            if name:
                names.append(name)
        if found[0] in words("names_zh", "after_name"):
            before = re.search(rf"[{HAN}]{{2,4}}$", text[max(0, found.start() - 4) : found.start()])
            for size in (3, 2):
                if (
                    before
                    and len(before[0]) >= size
                    and looks_like_person(before[0][-size:])
                    and counts.times(before[0][-size:]) > 1
                ):
                    names.append(before[0][-size:])
                    break
    return names


def _person_at(run: str, counts: _Counts) -> str | None:
    """The person's name at the beginning of `run`, when a family name stands there."""
    compound = run[:2] in words("names_zh", "compound")
    if not compound and run[0] not in surnames():
        return None
    longest = 4 if compound else 3
    sizes = [size for size in range(longest, 1, -1) if len(run) >= size and not (BREAKS & set(run[1:size]))]
    for size in sizes:
        if size == 2 or counts.times(run[:size]) > 1 or len(run) == size or run[size] in FUNCTION | BREAKS:
            return run[:size]
    return run[: sizes[0]] if sizes else None


def _organisations(text: str, counts: _Counts) -> list[str]:
    names: set[str] = set()
    met: dict[tuple[str, str], str | None] = {}  # the same letters before the same tail give the same answer
    for run in re.finditer(rf"[{HAN}A-Za-z]{{3,}}", text):
        letters = run[0]
        for end in range(3, len(letters) + 1):
            tail = _tail_at(letters, end)
            if tail is None:
                continue
            before = letters[max(0, end - len(tail) - LONGEST_NAME) : end - len(tail)]
            if (before, tail) not in met:
                met[before, tail] = _leftwards(before, tail, counts)
            if name := met[before, tail]:
                names.add(name)
    return sorted(names | _of_same_house(text, names))


def _of_same_house(text: str, names: set[str]) -> set[str]:
    """Affiliates: what a known name begins with, before another ending."""
    tails = [tail for tail in words("names_zh", "organisations") if len(tail) > 1]
    houses = {name[: -len(tail)] for name in names for tail in tails if name.endswith(tail)}
    houses = {house for house in houses if 2 <= len(house) <= 4}
    if not houses:
        return set()
    pattern = f"(?:{'|'.join(map(re.escape, sorted(houses)))})(?:{'|'.join(map(re.escape, sorted(tails, key=len, reverse=True)))})"
    return set(re.findall(pattern, text))


def _tail_at(letters: str, end: int) -> str | None:
    """The longest ending of an organisation's name that ends at `end`."""
    tails = words("names_zh", "organisations")
    for size in range(_ORG_TAIL_LONGEST, 0, -1):
        tail = letters[max(0, end - size) : end]
        if tail in tails:
            # A single letter such as 局 or 站 counts only where the name stops with it.
            return tail if size > 1 or end == len(letters) or letters[end] in FUNCTION else None
    return None


def _leftwards(run: str, tail: str, counts: _Counts) -> str | None:
    """The organisation that ends in `tail`: as far left as letters of grammar allow, or as repetition asks."""
    size = 0
    while size < len(run) and run[len(run) - size - 1] not in OUTSIDE:
        size += 1
    best: str | None = None
    for take in range(2, size + 1):
        candidate = run[len(run) - take :] + tail
        if counts.times(candidate) < 2:
            break
        best = candidate
    if best:
        return None if _NOT_A_NAME.match(best) else best
    # Met once, it is a name only with an ending that nothing but a name has.
    whole = run[len(run) - size :] + tail
    return (
        whole if 2 <= size <= 8 and tail in words("names_zh", "institutions") and not _NOT_A_NAME.match(whole) else None
    )


def _without_leading(name: str) -> str:
    cut = max((i for i, letter in enumerate(name) if letter in OUTSIDE and i < len(name) - 4), default=-1)
    return name[cut + 1 :]
