"""Chinese attributions settled: whom 他, 该局 and 公司 mean, and through whom the words come."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from claims.reading import speech_zh, voices_zh
from claims.reading.aliases import simplified
from claims.reading.annotations import Span, TimeMention, Utterance, Voice
from claims.reading.language import in_simplified
from claims.reading.names import Names
from claims.reading.speech_reader import MOST, Reader, Stretch
from claims.times import Interval
from claims.vocabulary import AgentKind

PAPERS = ("公告", "通报", "通告", "声明", "报告", "答复", "公报")


class ChineseReader(Reader):
    """Settles the attributions of a Chinese text."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Span, ...],
        names: Names,
        times: tuple[TimeMention, ...],
        publisher: str | None,
        language: str,
    ) -> None:
        super().__init__(text, sentences, names, times, publisher, language)
        self.papers: dict[str, Voice] = {}  # whose 公告, 通报 … it was
        self.flat = text if text.isascii() or in_simplified(text, language) else simplified(text)

    def _full(self, words_: str, at: int) -> str:
        """The fullest form of a name, in the letters of the text."""
        written = self.names.written.get(words_)
        if written is not None:
            return self.names.full.get(written, written)
        place = self.flat.find(words_, at)
        return words_ if place < 0 else self.text[place : place + len(words_)]

    def settle(self, stretch: Stretch, outer: Voice | None) -> None:
        """Add the utterances of one stretch, held by `outer` when it is a turn."""
        first, last = (bisect_left(self.sentence_starts, at) for at in (stretch.start, stretch.end))
        previous: Utterance | None = None
        found = speech_zh.attributions(self.flat, self.sentences[first:last], self.names.known)
        for item in islice(found, max(0, MOST - len(self.utterances))):
            content = tuple(s for s in item.content if stretch.start <= s.start < s.end <= stretch.end)
            voice = self._voice_zh(item.phrase, item, outer, previous) if content else None
            if voice is None:
                continue
            begins = item.source.start if item.source else item.cue.start
            chain = self._chain(begins, outer, voice, item.phrase.owner if item.phrase else None)
            via = item.phrase.via if item.phrase else None
            if via and (reporter := self._voice_zh(via, item, outer, previous)):
                chain = (*chain[:-1], reporter, voice)
            said = self._said(item.lead, content) or self._carried(item, voice, previous)
            speech = self._speech(stretch, content, item.quoted)
            previous = Utterance(item.source, item.cue, content, voice, chain, speech, item.act, said, all(item.quoted))
            self._add(previous, begins)
            self._keep_paper(self.text[begins : item.cue.end], voice)

    def _voice_zh(
        self, who: voices_zh.Phrase | None, item: speech_zh.Found, outer: Voice | None, previous: Utterance | None
    ) -> Voice | None:
        """Whom the phrase in front of the verb means here; None when it is the narrator."""
        at = item.source.start if item.source else item.cue.start
        if who is None:
            return previous.speaker if previous else None
        if who.kind == "unnamed":
            return voices_zh.unnamed(who.text)
        if who.kind == "document":
            if not who.owner:
                return self.papers.get(who.text) or Voice(self._full(who.text, at), AgentKind.document)
            return Voice(self._full(who.owner, at) + who.text[len(who.owner) :], AgentKind.document)
        if who.kind in ("he", "group"):
            return self.scene.person_before(at) or self.scene.last()
        if who.kind == "first":
            return outer or (Voice(self.scene.publisher, AgentKind.organisation) if self.scene.publisher else None)
        if who.kind == "you":
            return self._addressed(at, outer)
        if who.kind == "outlet":
            return None
        if who.kind == "company":
            if outer is not None and who.text.startswith(("公司", "本公司")):
                return None
            main = self.names.main
            spoke = self.scene.last((AgentKind.organisation,))
            return self.scene.institution_before(at) or (Voice(main, AgentKind.organisation) if main else spoke)
        if who.kind == "that":
            return self._that(who, at)
        if who.kind == "weak" and outer is not None:
            return None  # somebody on the floor says "坦率讲" of himself more often than he names a stranger
        name = self._full(who.text, at)
        return voices_zh.voice_of_name(name, self.names.kinds)

    def _addressed(self, at: int, outer: Voice | None) -> Voice | None:
        """Whom the one on the floor calls 您: who spoke before, else the other person named first from here on."""
        if outer is None:
            return None
        people = (voice for _, voice in reversed(self.scene.spoken) if voice.kind is AgentKind.person)
        spoke = next((voice for voice in people if voice.name != outer.name), None)
        others = (m for m in self.names.mentions if m.kind is AgentKind.person and m.agent != outer.name)
        named = next(others, None)
        return spoke or (Voice(named.agent, AgentKind.person) if named else None)

    def _keep_paper(self, lead: str, voice: Voice) -> None:
        """某局发布的公告称 …: 公告 alone is that body's from here on."""
        if voice.kind not in (AgentKind.organisation, AgentKind.document):
            return
        for word in PAPERS:
            if word in lead and voice.name != word:
                self.papers[word] = voice

    def _that(self, who: voices_zh.Phrase, at: int) -> Voice | None:
        """该局, 该团体, 这名人士: the last one that can be called so."""
        if any(
            who.text.endswith(w) for w in ("人士", "人", "员工", "分析师", "负责人", "官员", "专家", "村民", "网友")
        ):
            return self.scene.last((AgentKind.unnamed,)) or voices_zh.unnamed(who.text)
        if any(who.text.endswith(w) for w in ("邮件", "备忘录", "文件", "报告", "信", "公告", "通报")):
            return self.scene.last((AgentKind.document,)) or Voice(who.text, AgentKind.document)
        if who.text.endswith(("媒体", "报道", "网站", "账号")):
            return self.scene.last((AgentKind.outlet, AgentKind.unnamed)) or voices_zh.unnamed(who.text)
        general = who.text.endswith(("团体", "机构", "组织", "公司", "企业", "集团", "单位", "方面"))
        same = None if general else self.scene.institution_before(at, ending=who.text[-1:])
        return same or self.scene.last((AgentKind.organisation, AgentKind.outlet)) or self.scene.institution_before(at)

    def _carried(self, item: speech_zh.Found, voice: Voice, previous: Utterance | None) -> Interval | None:
        """他还说: in the same breath as the sentence before; 当时: when the one before spoke."""
        if previous is None:
            return None
        lead = self.text[item.lead.start : item.cue.start]
        near = (
            item.cue.start - previous.content[-1].end < 60
            and "\n" not in self.text[previous.content[-1].end : item.cue.start]
        )
        if "当时" in lead:
            return previous.said
        follows = (
            any(word in lead for word in ("还", "也", "并"))
            or item.source is None
            or (item.phrase and item.phrase.kind in ("he", "that"))
        )
        return previous.said if near and voice == previous.speaker and follows else None
