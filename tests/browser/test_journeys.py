"""The journeys of a day: paste, decide, rule, open the source, share an address, come back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from claims.dossier import Dossier, open_dossier
from claims.models import Acceptance, Judgement
from claims.vocabulary import Answer, ConflictKind, Ruling, Separator
from tests.browser.desk import Desk
from tests.browser.server import ROOT, Server

HEADLINE = "码头新泵只用了三天，市长本人否认停机"
PAGE = f"""{HEADLINE}
发布时间：2025-03-04 09:10:00 来源：港口日报

港口日报记者3月4日获悉，新装的8台水泵在2月12日开机，三天后停机。市长何岩表示，8台水泵今年年底前将全部恢复运转。

{HEADLINE}

据港务局一份2月备忘录称，停机是因为备件改送了东岸船坞。何岩在3月3日回应称，备件没有送往别处，只是存放在仓库里。

{HEADLINE}

Port officials said on 3 March 2025 that the pumps cost $4.2 million. The harbour board said the pumps cost $5.1 million.

版权所有 港口日报 广告合作 联系我们 网站地图 关于我们
"""
SEED = ROOT.parent / "shared" / "corpus" / "seed" / "docs" / "d1.txt"


def dossier(server: Server) -> Dossier:
    """The dossier the server works on, opened a second time."""
    return open_dossier(server.url, user=server.user)


def first_run(desk: Desk, tmp_path: Path, page_text: str) -> list[str]:
    """Paste into an empty dossier; the quotes of what is proposed."""
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    with Server(url) as server:
        desk.go(server.address)
        desk.says("Nothing here yet")
        box = desk.find("textarea")
        expect(box).to_be_focused()  # nothing to click: the box waits for Ctrl+V
        box.fill(page_text)
        desk.page.keyboard.press("Control+Enter")
        expect(desk.find(".cc-suggestion")).to_be_visible(timeout=8_000)
        expect(desk.find(".st-key-accept button")).to_be_enabled()
        assert desk.page.evaluate("document.activeElement.tagName") != "TEXTAREA"  # so that Y decides
        assert desk.violations() == []
        opened = dossier(server)
        quotes = [s.said.quote for s in opened.suggestions(opened.sources()[0].label)]
        opened.close()
        return quotes


def test_1_from_an_empty_desk_to_the_first_claim(desk: Desk, tmp_path: Path) -> None:
    """Journey 1: suggestions appear, none from boilerplate, the repeated headline at most once."""
    quotes = first_run(desk, tmp_path, PAGE)
    assert len(quotes) >= 4
    assert [q for q in quotes if "版权所有" in q or "网站地图" in q] == []
    assert sum(q in HEADLINE for q in quotes) <= 1


@pytest.mark.skipif(not SEED.exists(), reason="the seed page lies beside the repository only where it is developed")
def test_1_on_the_seed_page(desk: Desk, tmp_path: Path) -> None:
    """Journey 1 on a real page with a sidebar of other stories."""
    quotes = first_run(desk, tmp_path, SEED.read_text(encoding="utf-8"))
    assert len(quotes) >= 10


def test_2_triage_by_keyboard(site: Server, desk: Desk) -> None:
    """Journey 2: Y, N, H on a source's suggestions, U twice; the records say the same, and a reload keeps it."""
    opened = dossier(site)
    card = max(opened.sources(), key=lambda c: c.total)
    names = [s.said.statement.label for s in opened.suggestions(card.label)]
    desk.go(f"{site.address}/?s={card.label}")
    for key, name in zip("YNHY", names, strict=False):
        expect(desk.find(".cc-suggestion code").first).to_have_text(name)
        desk.press(key)
    desk.press("U").press("U")
    expect(desk.find(".cc-suggestion code").first).to_have_text(names[2])
    answers = {s.said.statement.label: s.answer and s.answer.answer for s in opened.suggestions(card.label)}
    assert [answers[name] for name in names[:4]] == [Answer.accepted, Answer.rejected, None, None]
    assert len(opened.store.find(Acceptance, retracted=True)) + len(opened.store.find(Acceptance)) >= 4
    desk.page.reload()
    desk.rest()
    desk.says(f"2 of {card.total} decided")
    opened.close()


def test_2_edit_keeps_the_quote(site: Server, desk: Desk) -> None:
    """E opens the words above the bar; Ctrl+Enter saves them; the quote is untouched."""
    opened = dossier(site)
    card = opened.sources()[0]
    before = opened.suggestions(card.label)[0].said.quote
    desk.go(f"{site.address}/?s={card.label}").press("E")
    field = desk.find(".st-key-strip textarea")
    field.fill("In my own words")
    desk.page.keyboard.press("Control+Enter")
    desk.rest()
    first = opened.suggestions(card.label)[0]
    assert (first.said.claim.text, first.said.quote) == ("In my own words", before)
    assert first.answer is not None
    opened.close()


def test_3_rule_by_keyboard(site: Server, desk: Desk) -> None:
    """Journey 3: 3 rules and moves on, J and K walk, U takes it back and returns; each is announced."""
    opened = dossier(site)
    order = [d.label for d in opened.disputes()]
    desk.go(f"{site.address}/contradictions?id={order[0]}").press("3")
    expect(desk.find("[role=status]").first).to_contain_text("Saved")
    ruled = {d.label: d.judgement.ruling for d in opened.disputes() if d.judgement}
    assert list(ruled.values()) == [Ruling.wording]
    assert desk.mark() != f"contradictions {order[0]}"
    here = desk.mark()
    desk.press("J")
    assert desk.mark() != here
    desk.press("K")
    assert desk.mark() == here
    desk.press("U")
    assert (desk.mark(), [d.label for d in opened.disputes() if d.judgement]) == (f"contradictions {order[0]}", [])
    opened.close()


def doubtful(opened: Dossier) -> str:
    """A dispute whose wording must be settled first."""
    return next(d.label for d in opened.disputes() if d.check_wording)


def test_4_the_wording_comes_first(site: Server, desk: Desk) -> None:
    """Journey 4: 1 asks for a reason and saves nothing without it; 3 is saved at once; the renderings are in sight."""
    opened = dossier(site)
    name = doubtful(opened)
    desk.go(f"{site.address}/contradictions?id={name}")
    shown = desk.find(".cc-rendering .cc-quote").last.bounding_box()
    bar = desk.find('[data-testid="stBottom"]').bounding_box()
    assert shown is not None
    assert bar is not None
    assert shown["y"] + shown["height"] <= bar["y"]
    desk.press("1")
    reason = desk.find(".st-key-strip input")
    expect(reason).to_be_focused()
    desk.page.keyboard.press("Control+Enter")
    desk.rest()
    desk.says("needs a reason")
    assert not opened.contradiction(name).dispute.judgement
    assert desk.violations() == []
    reason.fill("the post itself is on record")
    desk.page.keyboard.press("Control+Enter")
    desk.rest()
    judgement = opened.contradiction(name).dispute.judgement
    assert judgement is not None
    assert (judgement.ruling, judgement.rationale) == (Ruling.contradict, "the post itself is on record")
    desk.press("U").press("3")
    assert opened.contradiction(name).dispute.judgement.ruling is Ruling.wording  # type: ignore[union-attr]
    opened.close()


def test_4_escape_leaves_everything_as_it_was(site: Server, desk: Desk) -> None:
    """Esc in the reason closes the strip; nothing is saved."""
    opened = dossier(site)
    name = doubtful(opened)
    desk.go(f"{site.address}/contradictions?id={name}").press("1")
    desk.find(".st-key-strip input").type("half a th")
    desk.press("Escape")
    expect(desk.find(".st-key-strip")).to_have_count(0)
    assert opened.store.find(Judgement) == []
    opened.close()


def test_5_compatible_takes_two_keys(site: Server, desk: Desk) -> None:
    """Journey 5: 2 asks why, 1 answers: different time."""
    opened = dossier(site)
    name = opened.disputes()[0].label
    desk.go(f"{site.address}/contradictions?id={name}").press("2").press("1")
    judgement = opened.contradiction(name).dispute.judgement
    assert judgement is not None
    assert (judgement.ruling, judgement.explained_by) == (Ruling.compatible, Separator.time)
    opened.close()


def test_6_click_then_key(site: Server, desk: Desk) -> None:
    """Journey 6: the ruling lands on the item that was clicked, and the click does not cost the keys."""
    opened = dossier(site)
    third = opened.disputes()[2].label
    desk.go(f"{site.address}/contradictions")
    desk.find(".cc-queue li a").nth(2).click()
    expect(desk.find("[data-page]").first).to_have_attribute("data-page", f"contradictions {third}")
    desk.rest().press("4")
    assert {d.label: d.judgement.ruling for d in opened.disputes() if d.judgement} == {third: Ruling.need_evidence}
    opened.close()


def test_7_keys_are_letters_while_typing(site: Server, desk: Desk) -> None:
    """Journey 7: letters and a Chinese composition stay in the field; behind a dialog no key decides."""
    opened = dossier(site)
    name = doubtful(opened)
    desk.go(f"{site.address}/contradictions?id={name}").press("1")
    field = desk.find(".st-key-strip input")
    field.type("y1nju")
    session = desk.page.context.new_cdp_session(desk.page)
    session.send("Input.imeSetComposition", {"text": "措", "selectionStart": 1, "selectionEnd": 1})
    session.send("Input.insertText", {"text": "措辞"})
    desk.rest()
    assert (field.input_value(), desk.mark()) == ("y1nju措辞", f"contradictions {name}")
    desk.press("Escape").press("F1")
    expect(desk.find('[data-testid="stDialog"]')).to_be_visible()
    desk.press("3").press("J")
    assert (desk.mark(), opened.store.find(Judgement)) == (f"contradictions {name}", [])
    assert desk.violations() == []
    desk.press("Escape").press("3")
    assert len(opened.store.find(Judgement)) > 0
    opened.close()


def test_7_in_the_paste_box(site: Server, desk: Desk) -> None:
    """Y in the paste box is a letter."""
    desk.go(site.address)
    desk.find("textarea").click()
    desk.page.keyboard.type("yes, no, hold")
    desk.rest()
    opened = dossier(site)
    assert opened.store.find(Acceptance) == []
    opened.close()


def test_9_from_the_claim_to_its_words(shared: Server, desk: Desk) -> None:
    """Journey 9: O opens the source at the quote, marked and in sight; the marked words are the stored ones."""
    opened = dossier(shared)
    said = opened.disputes()[0].a[0]
    desk.go(f"{shared.address}/claims?id={said.claim.label}").press("O")
    expect(desk.find(".cc-meant").first).to_be_in_viewport()
    first = opened.claim(said.claim.label).statements[0].said
    assert desk.find(".cc-meant").all_inner_texts() == [first.capture.text[first.passage.start : first.passage.end]]
    assert re.search(rf"q={first.passage.label}", desk.page.url)
    opened.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_10_addresses_lead_to_their_item(shared: Server, desk: Desk, language: str) -> None:
    """Journey 10: short and long addresses, in the right language on first paint, navigation included."""
    opened = dossier(shared)
    dispute = opened.disputes()[0]
    said = dispute.b[0]
    words = {"en": "Contradictions", "zh": "矛盾"}
    desk.go(f"{shared.address}/k/{dispute.label}?lang={language}")
    assert desk.mark() == f"contradictions {dispute.label}"
    nav = desk.find('[data-testid="stTopNavLink"]').all_inner_texts()
    assert words[language] in nav
    desk.go(f"{shared.address}/c/{said.claim.label}?lang={language}")
    assert desk.mark() == f"claims {said.claim.label}"
    desk.go(f"{shared.address}/s/{said.capture.label}?lang={language}#{said.passage.label}")
    assert desk.mark() == f"sources {said.capture.label}"
    expect(desk.find(".cc-meant").first).to_be_in_viewport()
    opened.close()


def test_10_the_first_byte_is_in_the_language_asked_for(shared: Server, desk: Desk) -> None:
    """The page says its language before any script runs; a browser that asks for Chinese gets Chinese."""
    asked = desk.page.request.get(f"{shared.address}/?lang=zh").text()
    wished = desk.page.request.get(f"{shared.address}/", headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text()
    assert ['<html lang="zh-Hans">' in page for page in (asked, wished)] == [True, True]


def test_10_a_wrong_address_gets_our_own_page(shared: Server, desk: Desk) -> None:
    """A label that names nothing and a page that does not exist are told in our words."""
    desk.expected = ["404"]
    desk.go(f"{shared.address}/contradictions?id=K-999&lang=en")
    desk.says("K-999 does not exist")
    desk.page.goto(f"{shared.address}/nowhere?lang=zh")
    desk.says("没有这个页面")
    assert desk.find('[role="dialog"]').count() == 0
    assert desk.violations() == []


def test_11_back_forward_reload(shared: Server, desk: Desk) -> None:
    """Journey 11: what stands on the page always matches the address."""
    opened = dossier(shared)
    names = [claim.label for claim in opened.claims()[:3]]
    opened.close()
    desk.go(f"{shared.address}/claims")
    for name in names:
        desk.find(f'[data-testid="stMain"] a[href*="{name}"], .cc-queue a[href*="{name}"]').first.click() if (
            desk.find(f'a[href*="{name}"]').count()
        ) else desk.go(f"{shared.address}/claims?id={name}")
        expect(desk.find("[data-page]").first).to_have_attribute("data-page", f"claims {name}")
        desk.rest()
    for step, name in (("go_back", names[1]), ("go_back", names[0]), ("go_forward", names[1]), ("reload", names[1])):
        getattr(desk.page, step)()
        expect(desk.find("[data-page]").first).to_have_attribute("data-page", f"claims {name}")
        assert name in desk.page.url


def test_14_the_language_changes_in_place(shared: Server, desk: Desk) -> None:
    """Journey 14: the toggle keeps the item, changes navigation and html lang, and is remembered."""
    opened = dossier(shared)
    name = opened.disputes()[0].label
    opened.close()
    desk.go(f"{shared.address}/contradictions?id={name}")
    desk.find(".cc-languages a").nth(1).click()
    expect(desk.find('[data-testid="stTopNavLink"]').first).to_have_text("收件箱")
    desk.rest()
    assert (desk.mark(), desk.page.evaluate("document.documentElement.lang")) == (f"contradictions {name}", "zh-Hans")
    desk.find('[data-testid="stTopNavLink"]').nth(3).click()
    desk.rest()
    desk.go(f"{shared.address}/claims")
    assert desk.find('[data-testid="stTopNavLink"]').first.inner_text() == "收件箱"


def test_the_report_leaves_in_every_format(site: Server, desk: Desk, tmp_path: Path) -> None:
    """From the reports page each format is two clicks away and is what it says."""
    from claims.report import FORMATS

    desk.go(f"{site.address}/reports")
    starts = {"pdf": b"%PDF", "html": b"<!"}
    for form in FORMATS:
        with desk.page.expect_download(timeout=30_000) as coming:
            desk.find(f".st-key-export_{form.name} button").click()
        target = tmp_path / f"report{form.suffix}"
        coming.value.save_as(target)
        assert target.stat().st_size > 500
        assert target.read_bytes().lstrip().lower().startswith(starts.get(form.name, b"").lower())


def test_everything_ruled_says_so(site: Server, desk: Desk) -> None:
    """The last ruling leads to a page that says how much was compared."""
    opened = dossier(site)
    for dispute in opened.disputes():
        opened.judge(dispute.label, Ruling.need_evidence)
    desk.go(f"{site.address}/contradictions")
    desk.says("claims were compared")
    assert desk.violations() == []
    assert [d for d in opened.disputes() if d.kind is ConflictKind.drift and d.judgement is None] == []
    opened.close()
