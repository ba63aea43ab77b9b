"""English periods of the year: the third quarter, H1 2024, FY2026, summer 2025, the 1990s."""

from __future__ import annotations

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import Stretch
from claims.reading.dates_en_piece import Found, Piece, plain, resolve, two_digit_year
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, Sense, sense
from claims.vocabulary import Grain

JOINERS = ("of", "in", "for")


def _season(first: int, way: int, scene: Scene) -> Stretch:
    """This summer, last winter: the season of this year, or the one that is over, or to come."""
    now = scene.now
    years = [cal.season(year, first) for year in (now.year - 2, now.year - 1, now.year, now.year + 1, now.year + 2)]
    if way < 0:
        return [season for season in years if season.end <= now][-1]
    if way > 0:
        return next(season for season in years if season.start > now)
    return min(years, key=lambda season: (not season.start <= now < season.end, abs(season.start - now)))


def quarter_piece(letter: str, number: int, year: int) -> Piece:
    """A quarter (letter q) or a half of a year, as a piece of a date."""
    return Piece(sense((cal.quarter if letter == "q" else cal.half)(year, number), relative=False), year, written=True)


def quarter(t: Tokens, index: int, scene: Scene, year: int | None = None) -> Found | None:
    """the third quarter of 2016, first-half, Q3, H1 2024, last year's fourth quarter."""
    word = t.word(index)
    if word in ("q", "h") and t.glued(index + 1) and t.word(index + 1) in ("1", "2", "3", "4"):
        letter, number, stop = word, int(t.words[index + 1]), index + 2
        if t.text[t.at[index]] != word.upper() and not scene.alone:
            return None
    else:
        word = t.word(t.skip(index, "fiscal"))
        index = t.skip(index, "fiscal")
        count = t.lex.ordinals.get(word)
        at = index + 1
        if count is None and word in ("1", "2", "3", "4") and t.word(index + 1) in ("st", "nd", "rd", "th"):
            count, at = int(word), index + 2
        at = t.skip(at, "-")
        at = t.skip(at, "fiscal")
        unit = t.word(at).removesuffix("'s")
        if count is None or unit not in ("quarter", "half") or (unit == "half" and count not in (1, 2, -1)):
            return None
        letter, stop = unit[0], at + 1
        number = count if count > 0 else 2 if letter == "h" else 4
        if word == "last" and letter == "q":
            return None
    if year is None:
        found = year_spec(t, stop, scene)
        if found is not None:
            stop, year = found
        else:
            year = scene.year if scene.year and letter == "q" else None
    if year is not None:
        return stop, quarter_piece(letter, number, year)
    make = cal.quarter if letter == "q" else cal.half
    options = [make(y, number) for y in (scene.now.year - 1, scene.now.year, scene.now.year + 1)]
    if scene.lean > 0:
        return stop, plain(next((o for o in options if o.end > scene.now), options[-1]))
    return stop, plain(next(o for o in reversed(options) if o.start <= scene.now))


def year_spec(t: Tokens, index: int, scene: Scene) -> tuple[int, int] | None:
    """of 2016, in fiscal 2025, of this year, of the year; gives the year."""
    stop = t.skip(index, ",", "-")
    stop = t.skip(stop, *JOINERS)
    stop = t.skip(stop, "the")
    stop = t.skip(stop, "fiscal", "financial", "calendar", "fy")
    stop = t.skip(stop, "year") if t.year(stop + 1) else stop
    if found := t.year(stop):
        return found
    if (
        t.word(stop) in ("this", "last", "next", "current", "previous", "same", "prior")
        and t.word(stop + 1) in ("year", "fiscal")
        and scene.anchor
    ):
        return stop + 2 + (t.words[stop + 1] == "fiscal"), scene.now.year + t.lex.which[t.words[stop]]
    if t.words[index : index + 3] == ["of", "the", "year"] and scene.anchor:
        return index + 3, scene.year or scene.now.year
    return None


def season(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the autumn of 2026, summer 2025, winter."""
    first = t.lex.seasons.get(t.word(index))
    if first is None:
        return None
    stop = t.skip(index + 1, "of", ",")
    year = t.year(stop)
    if year is not None:
        return year[0], Piece(sense(cal.season(year[1], first), relative=False), year[1], written=True)
    if t.word(stop) in ("this", "last", "next") and t.word(stop + 1) == "year":
        return stop + 2, plain(cal.season(scene.now.year + t.lex.which[t.words[stop]], first))
    return (index + 1, plain(_season(first, 0, scene))) if scene.alone else None


def fiscal(t: Tokens, index: int, scene: Scene) -> Found | None:
    """FY2026, fiscal 2025, fiscal year 2025, calendar year 2008, cy18."""
    word = t.word(index)
    stop = index + 1
    if word in ("fiscal", "financial", "calendar"):
        stop = t.skip(stop, "year")
    elif word not in ("fy", "cy"):
        return None
    year = t.year(stop)
    if year is None and word in ("fy", "cy") and len(t.word(stop)) == 2 and t.words[stop].isdecimal():
        year = stop + 1, two_digit_year(int(t.words[stop]))
    if year is None:
        return None
    if word in ("calendar", "cy"):
        return year[0], resolve(scene, year[1], None, None)
    return year[0], Piece(fiscal_year(year[1], scene), year[1], written=True)


def fiscal_year(year: int, scene: Scene) -> Sense:
    """The financial year that ends in the given year, when the text tells the month it ends in."""
    if scene.fiscal_end in (None, 12):
        return sense(cal.year(year), approximate=scene.fiscal_end is None, relative=False, background=True)
    end = cal.month(year, scene.fiscal_end or 12).end
    return Sense(cal.step(end, -12, "month"), end, Grain.year, relative=False, background=True)


def decade(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the 1990s, the '80s, the nineties, the 21st century."""
    word = t.word(index)
    if word.isdecimal() and len(word) == 4 and word.endswith("0") and t.glued(index + 1) and t.word(index + 1) == "s":
        return index + 2, Piece(sense(cal.decade(int(word)), relative=False))
    quote = word == "'"
    two = t.word(index + 1) if quote else word
    at = index + quote
    if (
        two.isdecimal()
        and len(two) == 2
        and two.endswith("0")
        and t.word(at + 1) == "s"
        and (
            quote
            or scene.alone
            or (
                t.glued(at + 1)
                and int(two) >= 20
                and t.word(index - (2 if t.word(index - 1) == "-" else 1)) in ("the", "early", "late", "mid")
            )
        )
    ):
        return at + 2, Piece(sense(cal.decade(_old(int(two)))))
    if word in t.lex.decades and (
        t.word(index - 1) in ("the", "early", "late", "mid", "-", "nineteen", "of") or scene.alone
    ):
        return index + 1, Piece(sense(cal.decade(_old(t.lex.decades[word]))))
    if word in ("twenty", "nineteen", "eighteen") and (t.word(t.skip(index + 1, "-")) in ("tens", *t.lex.decades)):
        at = t.skip(index + 1, "-")
        base = {"twenty": 2000, "nineteen": 1900, "eighteen": 1800}[word]
        return at + 1, Piece(
            sense(cal.decade(base + (10 if t.words[at] == "tens" else t.lex.decades[t.words[at]])), relative=False)
        )
    ordinal = t.ordinal(index)
    if ordinal is not None and t.word(t.skip(ordinal[0], "-")) == "century" and 1 <= ordinal[1] <= 30:
        return t.skip(ordinal[0], "-") + 1, Piece(sense(cal.century((ordinal[1] - 1) * 100), relative=False))
    return None


def _old(number: int) -> int:
    return number + (1900 if number >= 20 else 2000)
