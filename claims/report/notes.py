"""Numbered notes in their fixed order, and the sources they rest on."""

from __future__ import annotations

from claims.graph import Said
from claims.models import Capture
from claims.report.contents import Note, Run, Source, Words
from claims.report.context import Context
from claims.report.dates import day, instant, partial
from claims.report.places import Places
from claims.report.wording import language_of

# Notes of a page that bear on trust; a headline repeated in captions does not.
SILENT = ("repeated-headline",)


def notes(context: Context) -> tuple[Note, ...]:
    """One note for each cited passage and chain, in the order of its number."""
    places = Places(context.words)
    first_of: dict[str, int] = {}
    out = []
    for number, group in enumerate(context.numbers.cited.values(), start=1):
        said = group[0]
        earlier = first_of.setdefault(said.capture.id, number)
        out.append(_note(context, places, number, group, earlier if earlier != number else None))
    return tuple(out)


def _note(context: Context, places: Places, number: int, group: list[Said], as_note: int | None) -> Note:
    said = group[0]
    lang = language_of(said.quote, said.statement.language)
    quote = context.words.quoted(Run(" ".join(said.quote.split()), "quote", "" if lang == context.language else lang))
    place = places.of(said.passage, said.capture)
    translation = context.translations.get(said.statement.id) if context.foreign(said) else None
    return Note(
        number=number,
        quote=quote,
        translation=Run(translation.text, "translated") if translation else None,
        status=_status(context, group),
        chain=chain(context, said),
        place=place if as_note else context.words.capital(place),
        address=said.document.url or "",
        times=_times(context, said),
        warnings=warnings(context, said.capture),
        sha256=said.capture.sha256,
        ids=_ids(context, group),
        as_note=as_note,
        source=said.capture.label,
    )


def _status(context: Context, group: list[Said]) -> str:
    """What is owed: a check of the translation, a person's word on a suggestion."""
    said, words = group[0], context.words
    told = []
    if context.foreign(said):
        translation = context.translations.get(said.statement.id)
        if translation is None:
            told.append(words("translation.none"))
        elif translation.checked_by:
            when = day(translation.checked_on, context.language) if translation.checked_on else ""
            told.append(words("translation.checked", who=translation.checked_by, when=when).strip(" ,，"))
        else:
            told.append(words("translation.unchecked" if translation.by else "translation.machine"))
    if not any(one.statement.id in context.scope.accepted for one in group):
        told.append(words("statement.suggested"))
    return words("next").join(told)


def chain(context: Context, said: Said) -> Words:
    """From the origin to us, each link held or not held."""
    links = list(said.statement.chain) or [
        {"agent": said.statement.speaker, "agent_id": said.speaker.id, "held": False}
    ]
    words = context.words
    out: list[Run] = []
    for i, link in enumerate(links):
        run = context.name(str(link.get("agent_id") or ""), str(link.get("agent") or ""))
        held = words("held" if link.get("held") else "not_held")
        key = "chain.origin" if i == 0 else "chain.by"
        out += words.phrase(key, who=run, held=held)
    names = {str(link.get("agent") or "") for link in links}
    document = said.document
    if document.publisher and document.publisher not in names:
        publisher = context.name(document.publisher_id, document.publisher)
        out += words.phrase("chain.in", who=publisher)
    if document.byline:
        out += words.phrase("chain.byline", who=context.of_others(document.byline))
    return (*out, Run(words("stop").strip()))


def _times(context: Context, said: Said) -> str:
    words = context.words
    told = []
    if said.document.published_on:
        told.append(
            words("times.published", when=partial(said.document.published_on, context.language, precision=True))
        )
    told.append(words(f"times.{_how(said.capture)}", when=instant(said.capture.captured_at)))
    return words("next").join(told)


def _how(capture: Capture) -> str:
    return capture.how if capture.how in ("file", "paste", "mail") else "captured"


def warnings(context: Context, capture: Capture) -> tuple[str, ...]:
    """What a reader must know of the page, in the report's language where we have words for it."""
    out = []
    for note in capture.notes:
        code, message = str(note.get("code", "")), str(note.get("message", ""))
        if code in SILENT:
            continue
        key = f"anomaly.{code}"
        out.append(context.words(key) if context.language != "en" and key in context.words else message)
    return tuple(dict.fromkeys(filter(None, out)))


def _ids(context: Context, group: list[Said]) -> str:
    """Labels of capture, passage and statements. A statement's label is a hash over its speaker's name, so it is
    left out where the name is withheld: whoever guesses the name could otherwise confirm it."""
    said = group[0]
    labels = [said.capture.label, said.passage.label]
    if not context.veil.hides_agent(said.speaker.id, said.statement.speaker):
        labels += [one.statement.label for one in group]
    return " ".join(labels)


def sources(context: Context) -> tuple[Source, ...]:
    """The captures that notes rest on, in the order of their first note."""
    cited: dict[str, list[int]] = {}
    captures: dict[str, Said] = {}
    for number, group in enumerate(context.numbers.cited.values(), start=1):
        captures.setdefault(group[0].capture.id, group[0])
        cited.setdefault(group[0].capture.id, []).append(number)
    return tuple(_source(context, said, tuple(cited[i])) for i, said in captures.items())


def _source(context: Context, said: Said, numbers: tuple[int, ...]) -> Source:
    document, words = said.document, context.words
    publisher = context.name(document.publisher_id, document.publisher).text if document.publisher else ""
    return Source(
        label=said.capture.label,
        title=context.of_others(document.title or words("untitled"), "strong"),
        by=words("next_name").join(filter(None, (publisher, document.byline or ""))),
        published=partial(document.published_on, context.language, precision=True),
        address=document.url or "",
        captured=words(f"times.{_how(said.capture)}", when=instant(said.capture.captured_at)),
        sha256=said.capture.sha256,
        notes=numbers,
        warnings=warnings(context, said.capture),
    )
