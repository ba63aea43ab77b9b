"""Pictures of every page in both languages at both widths, written to `pictures/`: `python tests/pictures.py [DB URL]`.

Without an address the sample dossier is drawn from a database of its own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "ui")]

from claims.dossier import open_dossier  # noqa: E402
from tests.browser.server import Server, sample, settled  # noqa: E402

OUT = ROOT / "pictures"
SIZES = {"1440x900": (1440, 900), "390x844": (390, 844)}
LANGUAGES = ("en", "zh")
CHROMIUM = "/usr/bin/chromium"


def places(url: str) -> dict[str, str]:
    """The pages to draw, by name, with the address of something telling on each."""
    dossier = open_dossier(url)
    disputes = dossier.disputes()
    dispute = next((d for d in disputes if dossier.desk().contradiction(d).b.renderings), disputes[0])
    said = dispute.b[0]
    dossier.close()
    return {
        "inbox": f"/?s={said.capture.label}",
        "board": f"/contradictions?id={dispute.label}",
        "table": "/contradictions?view=table",
        "claim": f"/claims?id={said.claim.label}",
        "claims": "/claims",
        "source": f"/sources?id={said.capture.label}&q={said.passage.label}",
        "report": "/reports",
    }


def draw(page: Page, address: str, target: Path) -> None:
    """One picture of one page, once it has come to rest."""
    page.goto(address)
    settled(page)
    page.wait_for_timeout(700)
    page.screenshot(path=target)


def main() -> None:
    """Draw them all."""
    only = set(sys.argv[2:])
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] != "-" else sample(Path(folder))
        OUT.mkdir(exist_ok=True)
        with Server(url) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for size, (width, height) in SIZES.items():
                context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1)
                page = context.new_page()
                for name, path in places(url).items():
                    for language in LANGUAGES:
                        if not only or name in only:
                            mark = "&" if "?" in path else "?"
                            draw(
                                page,
                                f"{server.address}{path}{mark}lang={language}",
                                OUT / f"{name}_{language}_{size}.png",
                            )
                context.close()
            browser.close()


if __name__ == "__main__":
    main()
