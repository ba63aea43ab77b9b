"""Every page, both languages, both widths: nothing axe-core objects to, no sideways scroll, the right language."""

from __future__ import annotations

import pytest

from claims.dossier import open_dossier
from claims_ui.language import words
from claims_ui.settings import PAGES
from tests.browser.desk import Desk
from tests.browser.server import Server

SIZES = {"desk": (1440, 900), "phone": (390, 844)}
LANGUAGES = {"en": "en", "zh": "zh-Hans"}


def places(server: Server) -> dict[str, str]:
    """The five pages, each with something to show."""
    dossier = open_dossier(server.url)
    dispute = dossier.disputes()[0]
    said = dispute.b[0]
    dossier.close()
    return {
        "inbox": "/?lang={}",
        "contradictions": f"/contradictions?id={dispute.label}&lang={{}}",
        "claims": f"/claims?id={said.claim.label}&lang={{}}",
        "sources": f"/sources?id={said.capture.label}&q={said.passage.label}&lang={{}}",
        "reports": "/reports?lang={}",
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["inbox", *PAGES])
def test_a_page_is_for_everyone(shared: Server, desk: Desk, name: str, language: str, size: str) -> None:
    """Journeys 14 and 15, and the end state of every other: axe-core, the language, no sideways scroll."""
    width, height = SIZES[size]
    desk.page.set_viewport_size({"width": width, "height": height})
    desk.go(shared.address + places(shared)[name].format(language))
    say = words(language)
    assert desk.page.evaluate("document.documentElement.lang") == LANGUAGES[language]
    assert desk.page.title() == f"{say(f'nav.{name}')} · Counterclaim"
    assert desk.overflow() <= 0
    assert desk.violations() == []


@pytest.mark.parametrize("name", ["inbox", *PAGES])
def test_no_word_of_the_other_language(shared: Server, desk: Desk, name: str) -> None:
    """Journey 14: what our catalogue says in English stands nowhere on a Chinese page."""
    desk.go(shared.address + places(shared)[name].format("zh"))
    english, chinese = words("en").entries, words("zh").entries
    shown = {line.strip() for line in desk.page.inner_text("body").splitlines()}
    assert shown & {text for key, text in english.items() if text != chinese.get(key) and "{" not in text} == set()


@pytest.mark.parametrize("name", ["inbox", *PAGES])
def test_it_fits_the_narrowest_window(shared: Server, desk: Desk, name: str) -> None:
    """Journey 15 at 320 px."""
    desk.page.set_viewport_size({"width": 320, "height": 640})
    desk.go(shared.address + places(shared)[name].format("en"))
    assert desk.overflow() <= 0


@pytest.mark.parametrize("name", ["inbox", "contradictions", "claims"])
def test_the_bar_fits_a_thumb(shared: Server, desk: Desk, name: str) -> None:
    """Journey 15: every button of the bar is 44 px high, and the bar takes at most 15 % of the height."""
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.go(shared.address + places(shared)[name].format("en"))
    heights = [box["height"] for b in desk.find(".st-key-bar button:visible").all() if (box := b.bounding_box())]
    bar = desk.find('[data-testid="stBottom"]').bounding_box()
    assert min(heights) >= 44
    assert bar is not None
    assert bar["height"] <= 0.15 * 844


@pytest.mark.parametrize("name", ["inbox", *PAGES])
def test_a_page_stays_light(shared: Server, desk: Desk, name: str) -> None:
    """At most 60 widgets on a page and 300 elements of Streamlit."""
    desk.go(shared.address + places(shared)[name].format("en"))
    assert desk.find('[data-testid="stMain"] button, [data-testid="stSidebar"] button, input, textarea').count() <= 60
    assert desk.find('[data-testid="stElementContainer"]').count() <= 300


def test_a_phone_shows_both_sides_and_rules_by_touch(site: Server, desk: Desk) -> None:
    """Journeys 3 and 15: the sides stand one above the other, and a touch on the bar rules."""
    opened = open_dossier(site.url)
    name = opened.disputes()[-1].label
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.go(f"{site.address}/contradictions?id={name}")
    a, b = (desk.find(f".cc-side-{side}").bounding_box() for side in "ab")
    assert a is not None
    assert b is not None
    assert (a["x"], a["width"]) == (b["x"], b["width"])
    assert b["y"] >= a["y"] + a["height"]
    desk.find(".st-key-need_evidence button").click()
    desk.rest()
    assert [d.label for d in opened.disputes() if d.judgement] == [name]
    opened.close()
