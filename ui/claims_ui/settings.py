"""How the server and its looks are set: nothing leaves this machine, nothing is shown of an error, paper and ink."""

from __future__ import annotations

from typing import Any

PAGES = ("contradictions", "claims", "sources", "reports")  # addresses below "/", which is the inbox

MAX_UPLOAD_MB = 50

PAPER, SHADE, INK, LINE = "#FBFAF7", "#F1EEE7", "#1D1B18", "#D8D3C8"
BLUE, OCHRE, OCHRE_TINT = "#1F4E8C", "#7A4B00", "#FBF0DC"
SANS = "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
MONO = "'JetBrains Mono', ui-monospace, monospace"

THEME: dict[str, Any] = {
    "theme.base": "light",
    "theme.primaryColor": BLUE,
    "theme.backgroundColor": PAPER,
    "theme.secondaryBackgroundColor": SHADE,
    "theme.textColor": INK,
    "theme.linkColor": BLUE,
    "theme.borderColor": LINE,
    "theme.font": SANS,
    "theme.headingFont": SANS,
    "theme.codeFont": MONO,
    "theme.baseFontSize": 15,
    "theme.headingFontSizes": ["26px", "20px", "17px", "15px", "14px", "13px"],
    "theme.headingFontWeights": [650, 650, 600, 600, 600, 600],
    "theme.baseRadius": "6px",
    "theme.buttonRadius": "6px",
    "theme.showWidgetBorder": True,
    "theme.showSidebarBorder": True,
    "theme.orangeTextColor": OCHRE,
    "theme.orangeBackgroundColor": OCHRE_TINT,
}


def configuration(address: str, port: int, hosts: tuple[str, ...] = ()) -> dict[str, Any]:
    """Every setting of a run: this machine only unless `hosts` names others, no statistics, no error details."""
    return {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        # An empty list would accept any Host header, and with it a page that rebinds its name to this machine.
        "server.allowedHosts": list(dict.fromkeys(("127.0.0.1", "localhost", address, *hosts))),
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.maxUploadSize": MAX_UPLOAD_MB,
        "server.enableStaticServing": False,
        "server.enableAgentApi": False,
        "server.fileWatcherType": "none",
        "server.disconnectedSessionTTL": 3600,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "client.showSidebarNavigation": True,
        "runner.magicEnabled": False,
        "logger.hideWelcomeMessage": True,
        **THEME,
    }
