"""What the server adds around Streamlit: the security headers, our fonts and styles, short links, our own 404.

The page's language is decided here too, so that `<html lang>` is right in the first byte.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from claims_ui.language import COOKIE, TAGS, choose, words
from claims_ui.settings import PAGES

ASSETS = Path(__file__).resolve().parents[1] / "assets"

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
OURS = ("_stcore", "media", "component", "static", "assets", "c", "k", "s", "r")
SHORT = {"c": "claims", "k": "contradictions", "s": "sources", "r": "reports"}
_LABEL = re.compile(r"[\w.@-]{1,80}")
_INLINE = re.compile(rb"<script>[^<]*</script>")
_PRELOAD = re.compile(rb'<link\s+rel="preload"[^>]*>')
_NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.S)
_SERVICE = re.compile(rb'<link rel="service-desc"[^>]*>')

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


def middleware(hosts: Sequence[str]) -> Sequence[Middleware]:
    """Around every answer: first the door and the headers, then the page as we want it."""
    return (Middleware(Guard, hosts=frozenset(hosts)), Middleware(Shell))


def routes() -> Sequence[BaseRoute]:
    """Our assets, and the short addresses used in mails and footnotes."""
    return (
        Mount("/assets", StaticFiles(directory=ASSETS), name="assets"),
        *(Route(f"/{kind}/{{label}}", _short) for kind in SHORT),
    )


async def _short(request: Request) -> Response:
    kind, label = request.url.path.split("/")[1], request.path_params["label"]
    if not _LABEL.fullmatch(label):
        return _missing(request.scope)
    query = [("id", label), *request.query_params.multi_items()]
    return RedirectResponse(f"/{SHORT[kind]}?{urlencode(query, quote_via=quote)}", status_code=307)


class Guard:
    """Refuses names that are not ours, and adds the security headers; pages and media are never kept by the browser.

    A foreign page can point its own name at this machine; then the Host header still bears that name.
    """

    def __init__(self, app: Asgi, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and _host(scope) not in self.hosts:
            await PlainTextResponse("This address is not served here.", status_code=403)(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                for name, value in HEADERS.items():
                    headers[name] = value
                first = scope["path"].split("/")[1]
                if first == "assets":
                    headers["cache-control"] = "public, max-age=86400"
                elif first not in ("static", "_stcore"):
                    headers["cache-control"] = "no-store"
                message["headers"] = headers.raw
            await send(message)

        await self.app(scope, receive, guarded)


class Shell:
    """Serves the page with our language, styles and script; an address that is no page gets our own 404."""

    def __init__(self, app: Asgi) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_page(scope):
            await self.app(scope, receive, send)
            return
        if scope["path"].strip("/") not in ("", *PAGES):
            await _missing(scope)(scope, receive, send)
            return
        # The page is rewritten on its way out, so it must not arrive compressed.
        scope["headers"] = [(n, v) for n, v in scope["headers"] if n not in (b"accept-encoding", b"if-none-match")]
        await self.app(scope, receive, _Rewriter(send, language_of(scope)))


class _Rewriter:
    def __init__(self, send: Send, language: str) -> None:
        self.send, self.language = send, language
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        headers = MutableHeaders(raw=list(self.start["headers"]))
        if headers.get("content-type", "").startswith("text/html"):
            self.body = dressed(self.body, self.language)
            headers["content-length"] = str(len(self.body))
            for name in ("etag", "last-modified"):
                if name in headers:
                    del headers[name]
        self.start["headers"] = headers.raw
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": self.body})


def dressed(page: bytes, language: str) -> bytes:
    """Streamlit's empty page with our language, title, icon, styles and script, and no script inside the page."""
    say = words(language)
    head = (
        '<link rel="stylesheet" href="/assets/fonts/fonts.css"><link rel="stylesheet" href="/assets/look.css">'
        '<script src="/assets/frame.js"></script>'
    )
    for pattern in (_INLINE, _PRELOAD, _SERVICE):
        page = pattern.sub(b"", page)
    page = _NOSCRIPT.sub(f"<noscript><p>{escape(say('frame.noscript'))}</p></noscript>".encode(), page)
    page = page.replace(b'<html lang="en">', f'<html lang="{TAGS[language]}">'.encode())
    page = page.replace(b"<title>Streamlit</title>", b"<title>Counterclaim</title>")
    page = page.replace(b"./favicon.png", b"/assets/icon.svg")
    return page.replace(b"</head>", head.encode() + b"</head>")


def language_of(scope: Scope) -> str:
    """The interface language of a request: its address, then its cookie, then the browser's wish."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [None])[0]
    headers = Headers(scope=scope)
    return choose(asked, Request(scope).cookies.get(COOKIE), headers.get("accept-language"))


def _host(scope: Scope) -> str:
    """The name the request was made to, without its port."""
    named = Headers(scope=scope).get("host", "")
    return named[1:].partition("]")[0] if named.startswith("[") else named.partition(":")[0].lower()


def _is_page(scope: Scope) -> bool:
    path = scope["path"]
    first, _, last = path.strip("/").partition("/")
    return first not in OURS and "." not in (last or first).rpartition("/")[2]


def _missing(scope: Scope) -> HTMLResponse:
    language = language_of(scope)
    say = words(language)
    body = (
        f'<!DOCTYPE html><html lang="{TAGS[language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(say("lost.title"))} · Counterclaim</title><link rel="icon" href="/assets/icon.svg">'
        '<link rel="stylesheet" href="/assets/fonts/fonts.css"><link rel="stylesheet" href="/assets/look.css"></head>'
        f'<body class="cc-lost"><main><p class="cc-brand">Counterclaim</p><h1>{escape(say("lost.title"))}</h1>'
        f'<p>{escape(say("lost.page"))}</p><p><a href="/">{escape(say("lost.home"))}</a></p></main></body></html>'
    )
    return HTMLResponse(body, status_code=404)
