"""Utterances of a text: who says what, through whom, when; both languages, all layouts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from claims.reading import speech_en, speech_zh, voices_en, voices_zh
from claims.reading.annotations import Name, Region, Span, TimeMention, Utterance, Voice
from claims.reading.language import is_chinese
from claims.reading.names import Names
from claims.reading.scene import Scene
from claims.reading.transcripts import Turn
from claims.times import Interval
from claims.vocabulary import Act, AgentKind, Grain, RegionKind, Speech, TimeRelation

AUTHOR_WITHIN = 600  # characters behind a document's words in which its author may be told
_CAME_FROM: dict[str, re.Pattern[str]] = {}
SAID_GRAINS = frozenset((Grain.day, Grain.month, Grain.part_of_day, Grain.hour, Grain.minute, Grain.third, Grain.week, Grain.year, Grain.quarter))


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """A part of the text with one narrator: a region of prose, or one turn."""

    region: RegionKind
    turn: Turn | None
    publisher: str | None


def utterances(
    text: str,
    stretches: tuple[Stretch, ...],
    sentences: tuple[Span, ...],
    names: Names,
    times: tuple[TimeMention, ...],
    language: str,
    publisher: str | None,
) -> tuple[tuple[Utterance, ...], tuple[Utterance, ...]]:
    """(utterances, attitudes): the second are what people are said to want or judge, without words of theirs."""
    reader = _Reader(text, names, times, language, publisher)
    for stretch in stretches:
        reader.read(stretch, sentences)
    return tuple(reader.utterances), tuple(reader.attitudes)


class _Reader:
    def __init__(self, text: str, names: Names, times: tuple[TimeMention, ...], language: str, publisher: str | None) -> None:
        self.text, self.names, self.times, self.chinese = text, names, times, is_chinese(language)
        self.time_starts = [time.start for time in times]
        oblique = frozenset(m.start for m in names.raw if m.oblique)
        self.scene = Scene(
            names.mentions, publisher, names.main, genders=dict(names.genders), titles=dict(names.titles), oblique=oblique
        )
        self.utterances: list[Utterance] = []
        self.attitudes: list[Utterance] = []
        self.sentence_starts: list[int] = []

    def read(self, stretch: Stretch, sentences: tuple[Span, ...]) -> None:
        if not self.sentence_starts:
            self.sentence_starts = [s.start for s in sentences]
        outer = self._turn(stretch)
        if stretch.turn is not None and stretch.turn.lines:
            stretch = replace(stretch, start=max(stretch.start, stretch.turn.lines[0].start))
        if self.chinese:
            inside = sentences[bisect_left(self.sentence_starts, stretch.start) : bisect_left(self.sentence_starts, stretch.end)]
            self._settle_zh(speech_zh.attributions(self.text, inside, self.names.known), stretch, outer)
        else:
            self._settle_en(speech_en.attributions(self.text, stretch.start, stretch.end, self.names.raw), stretch, outer)

    # ── turns ──

    def _turn(self, stretch: Stretch) -> Voice | None:
        turn = stretch.turn
        if turn is None or turn.voice is None or not turn.lines:
            return None
        voice = self._settled(turn.voice)
        self.utterances.append(Utterance(turn.header, self._colon(turn), turn.lines, voice, (voice,), Speech.direct, None, turn.when, True))
        self.scene.note(turn.start, voice, turn.when)
        return voice

    def _colon(self, turn: Turn) -> Span | None:
        """The colon behind a label, which says as much as "said"."""
        if turn.header is None or turn.layout != "transcript":
            return None
        end = turn.header.end
        while end > turn.header.start and self.text[end - 1] not in ":：":
            end -= 1
        return Span(end - 1, end) if end > turn.header.start else None

    def _settled(self, voice: Voice) -> Voice:
        if voice.kind is AgentKind.unnamed:
            return voice
        name = self.names.full.get(voice.name, voice.name)
        return Voice(name, self.names.kinds.get(name) or voice.kind) if voice.kind is not AgentKind.account else voice

    # ── Chinese ──

    def _settle_zh(self, found: list[speech_zh.Found], stretch: Stretch, outer: Voice | None) -> None:
        open_: list[tuple[Span, tuple[Voice, ...]]] = []
        previous: Utterance | None = None
        for item in found:
            content = tuple(s for s in item.content if s.start >= stretch.start and s.end <= stretch.end and s.end > s.start)
            if not content or self._excluded(item.cue.start):
                continue
            voice = self._voice_zh(item, stretch, outer, previous)
            if voice is None:
                continue
            begins = item.source.start if item.source else item.cue.start
            owner = item.phrase.owner if item.phrase else None
            chain = self._chain(open_, begins, outer, voice, owner)
            if item.phrase and item.phrase.via and (via := self._voice_zh(replace(item, phrase=item.phrase.via), stretch, outer, previous)):
                chain = (*chain[:-1], via, voice)
            said = self._said(item.lead, content) or self._carried(item, voice, previous)
            speech = Speech.headline if stretch.region is RegionKind.headline else self._speech(content, item.quoted)
            got = Utterance(item.source, item.cue, content, voice, chain, speech, item.act, said, all(item.quoted))
            self.utterances.append(got)
            open_.append((Span(content[0].start, content[-1].end), chain))
            self.scene.note(begins, voice, said)
            previous = got

    def _voice_zh(
        self, item: speech_zh.Found, stretch: Stretch, outer: Voice | None, previous: Utterance | None
    ) -> Voice | None:
        who = item.phrase
        at = item.source.start if item.source else item.cue.start
        if who is None:
            return previous.speaker if previous else None
        if who.kind == "unnamed":
            return voices_zh.unnamed(who.text)
        if who.kind == "document":
            owner = self.names.full.get(who.owner, who.owner) if who.owner else None
            return Voice(owner + who.text[len(who.owner) :] if owner and who.owner else who.text, AgentKind.document)
        if who.kind in ("he", "group"):
            return self.scene.person_before(at) or self.scene.last()
        if who.kind == "first":
            return outer or (Voice(self.scene.publisher, AgentKind.organisation) if self.scene.publisher else None)
        if who.kind == "outlet":
            return None
        if who.kind == "company":
            if outer is not None and who.text.startswith(("公司", "本公司")):
                return None
            main = self.names.main
            return self.scene.institution_before(at) or (Voice(main, AgentKind.organisation) if main else None)
        if who.kind == "that":
            return self._that(who, at)
        if who.kind == "weak" and outer is not None:
            return None  # somebody on the floor says "坦率讲" of himself more often than he names a stranger
        name = self.names.full.get(who.text, who.text)
        return voices_zh.voice_of_name(name, self.names.kinds)

    def _that(self, who: voices_zh.Phrase, at: int) -> Voice | None:
        """该局, 该团体, 这名人士: the last one that can be called so."""
        if any(who.text.endswith(w) for w in ("人士", "人", "员工", "分析师", "负责人", "官员", "专家", "村民", "网友")):
            return self.scene.last((AgentKind.unnamed,)) or voices_zh.unnamed(who.text)
        if any(who.text.endswith(w) for w in ("邮件", "备忘录", "文件", "报告", "信", "公告", "通报")):
            return self.scene.last((AgentKind.document,)) or Voice(who.text, AgentKind.document)
        general = who.text.endswith(("团体", "机构", "组织", "公司", "企业", "集团", "单位", "方面"))
        same = None if general else self.scene.institution_before(at, ending=who.text[-1:])
        return same or self.scene.last((AgentKind.organisation, AgentKind.outlet)) or self.scene.institution_before(at)

    def _carried(self, item: speech_zh.Found, voice: Voice, previous: Utterance | None) -> Interval | None:
        """他还说: in the same breath as the sentence before; 当时: when the one before spoke."""
        if previous is None:
            return None
        lead = self.text[item.lead.start : item.cue.start]
        near = item.cue.start - previous.content[-1].end < 60 and "\n" not in self.text[previous.content[-1].end : item.cue.start]
        if "当时" in lead:
            return previous.said
        follows = any(word in lead for word in ("还", "也", "并")) or item.source is None or (item.phrase and item.phrase.kind in ("he", "that"))
        return previous.said if near and voice == previous.speaker and follows else None

    # ── English ──

    def _settle_en(self, found: list[speech_en.Found], stretch: Stretch, outer: Voice | None) -> None:
        open_: list[tuple[Span, tuple[Voice, ...]]] = []
        previous: Utterance | None = None
        for item in found:
            content = tuple(s for s in item.content if s.start >= stretch.start and s.end > s.start)
            if not content:
                continue
            voice = self._voice_en(item, stretch, outer, previous)
            at = (item.source or item.cue or content[0]).start
            if voice is None:
                voice = Voice("unnamed: narrator", AgentKind.unnamed)
                item = replace(item, attitude=True)
            chain = self._chain(open_, at, outer, voice, item.phrase.owner if item.phrase else None)
            said = self._said(item.lead, content) or self._carried_en(item, voice, previous)
            speech = Speech.headline if stretch.region is RegionKind.headline else self._speech(content, item.quoted)
            got = Utterance(item.source, item.cue, content, voice, chain, speech, item.act, said, all(item.quoted))
            if item.attitude:
                self.attitudes.append(got)
                continue
            self.utterances.append(got)
            open_.append((Span(content[0].start, content[-1].end), chain))
            self.scene.note(at, voice, said)
            previous = got

    def _voice_en(
        self, item: speech_en.Found, stretch: Stretch, outer: Voice | None, previous: Utterance | None
    ) -> Voice | None:
        who = item.phrase
        at = (item.source or item.cue or item.content[0]).start
        if who is None:
            near = previous is not None and item.content[0].start - previous.content[-1].end < 400
            return previous.speaker if near and previous else None
        if who.kind == "unnamed":
            return self._author(who.text, at) or Voice("unnamed: " + who.text, AgentKind.unnamed)
        if who.kind in ("he", "she"):
            return self.scene.person_before(at, who.kind)
        if who.kind == "they":
            return self.scene.last((AgentKind.unnamed, AgentKind.organisation)) or self.scene.last()
        if who.kind == "it":
            return self.scene.last((AgentKind.document, AgentKind.organisation, AgentKind.outlet)) or self.scene.institution_before(at)
        if who.kind == "who":
            return self._antecedent(at)
        if who.kind == "first":
            return None
        if who.kind == "you":
            return self._addressed(stretch, outer)
        if who.kind == "document":
            return self._author(who.text, at) or Voice(who.text, AgentKind.document)
        if who.kind == "organisation":
            same = self.scene.institution_before(at, holding=who.text)
            return same or self.scene.institution_before(at) or Voice(who.text, AgentKind.organisation)
        if who.kind == "title":
            named = self.scene.titles.get(who.text)
            return Voice(named, AgentKind.person) if named else self.scene.person_before(at)
        name = self.names.full.get(who.text, who.text)
        return Voice(name, self.names.kinds.get(name) or who.agent or AgentKind.organisation)

    def _author(self, document: str, at: int) -> Voice | None:
        """Whose letter it is, when a following sentence says so: The letter came from X."""
        noun = document.split()[-1].lower()
        form = _CAME_FROM.get(noun)
        if form is None:
            form = _CAME_FROM[noun] = re.compile(
                rf"[Tt]he {re.escape(noun)} (?:came|was (?:written|sent|signed|issued|drafted|published)|is|originated) (?:from|by) (?:the )?"
            )
        told = form.search(self.text, at, min(len(self.text), at + AUTHOR_WITHIN))
        named = next((n for n in self.names.mentions if told and abs(n.start - told.end()) <= 4), None)
        return Voice(named.agent, named.kind or AgentKind.organisation) if named else None

    def _addressed(self, stretch: Stretch, outer: Voice | None) -> Voice | None:
        """Whom a questioner means by "you": the one called by name, else the one who spoke before."""
        if outer is None:
            return None
        called = next((n for n in self.names.mentions if stretch.start <= n.start < stretch.end and n.kind is AgentKind.person), None)
        if called and called.agent != outer.name and self.text[called.end : called.end + 1] == ",":
            return Voice(called.agent, AgentKind.person)
        return next((v for _, v in reversed(self.scene.spoken) if v != outer and v.kind is AgentKind.person), None)

    def _antecedent(self, at: int) -> Voice | None:
        name = next((n for n in reversed(self.names.mentions[: bisect_left(self.scene.begins, at)]) if at - n.end < 40), None)
        return Voice(name.agent, name.kind) if name and name.kind else None

    def _carried_en(self, item: speech_en.Found, voice: Voice, previous: Utterance | None) -> Interval | None:
        if previous is None or voice != previous.speaker or item.attitude:
            return None
        return previous.said if item.content[0].start - previous.content[-1].end < 120 else None

    # ── both ──

    def _chain(
        self, open_: list[tuple[Span, tuple[Voice, ...]]], at: int, outer: Voice | None, voice: Voice, owner: str | None
    ) -> tuple[Voice, ...]:
        """Those in whose words this stands, outermost first, and the speaker."""
        around: tuple[Voice, ...] = (outer,) if outer else ()
        for span, chain in open_:
            if span.start <= at < span.end:
                around = chain
        if voice.kind is AgentKind.document:
            around = self._handed_on(owner or voice.name, around, outer)
        return (*around, voice) if not around or around[-1] != voice else around

    def _handed_on(self, owner: str, around: tuple[Voice, ...], outer: Voice | None) -> tuple[Voice, ...]:
        """A document first shown through a reporter is known through that reporter in the rest of the text."""
        own = around[1:] if outer and around[:1] == (outer,) else around
        if own:
            self.scene.reporter.setdefault(owner, own)
            return around
        same = (key for key in self.scene.reporter if key.startswith(owner) or owner.startswith(key))
        return (*around, *self.scene.reporter.get(next(same, ""), ()))

    def _said(self, lead: Span, content: tuple[Span, ...]) -> Interval | None:
        """The first date around the verb that is not part of what is said."""
        for time in self.times[bisect_left(self.time_starts, lead.start) :]:
            if time.start >= lead.end:
                return None
            if any(span.start <= time.start < span.end for span in content):
                continue
            if time.grain in SAID_GRAINS and time.relation in (TimeRelation.at, TimeRelation.by, TimeRelation.before):
                return time.when
        return None

    def _speech(self, content: tuple[Span, ...], quoted: tuple[bool, ...]) -> Speech:
        if all(quoted):
            return Speech.direct
        words_ = "".join(self.text[span.start : span.end] for span in content)
        return Speech.partial if any(quoted) or re.search("[“\"「]", words_) else Speech.paraphrase

    def _excluded(self, at: int) -> bool:
        return False


def narrows(outer: Utterance, inner: Utterance) -> bool:
    """True when the second stands wholly inside what the first says: the narrower one tells who speaks."""
    return any(
        a.start <= b.start and b.end <= a.end and a.end - a.start > b.end - b.start for a in outer.content for b in inner.content
    )


def stretches_of(regions: tuple[Region, ...], turns: tuple[Turn, ...], publisher: str | None) -> tuple[Stretch, ...]:
    """The readable regions cut by the turns they hold, in order."""
    out: list[Stretch] = []
    for region in regions:
        if region.kind not in (RegionKind.headline, RegionKind.body, RegionKind.item):
            continue
        own = region.publisher or publisher
        at = region.start
        for turn in turns:
            if turn.start >= region.end or turn.end <= region.start:
                continue
            start, end = max(turn.start, region.start), min(turn.end, region.end)
            if start > at:
                out.append(Stretch(at, start, region.kind, None, own))
            out.append(Stretch(start, end, region.kind, turn, own))
            at = end
        if at < region.end:
            if region.kind is RegionKind.item and region.headline_end and at < region.headline_end <= region.end:
                out.append(Stretch(at, region.headline_end, RegionKind.headline, None, own))
                at = region.headline_end
            out.append(Stretch(at, region.end, region.kind, None, own))
    return tuple(stretch for stretch in out if stretch.end > stretch.start)


__all__ = ["Act", "Name", "Stretch", "narrows", "stretches_of", "utterances"]
