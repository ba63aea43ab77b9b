"""The pages in the browser: `serve` runs them until it is stopped."""

from __future__ import annotations

import os
import socket
import threading
import time
import webbrowser
from pathlib import Path

from claims.errors import InputError

PORT = 8501
TRIES = 20  # ports looked at above the usual one
LOCAL = ("127.0.0.1", "localhost", "::1")
START = 30.0  # seconds the server is given before the browser is opened all the same


def serve(url: str, user: str, port: int = PORT, *, address: str = "127.0.0.1", open_browser: bool = True) -> None:
    """Serve the dossier at this database address; prints the address of the pages and blocks until stopped.

    Names under which a newsroom reaches the server stand in CLAIMS_HOSTS, with commas between them.
    The usual port gives way to the next free one when it is taken, and 0 takes any. Raises InputError when
    another port is named and taken.
    """
    import streamlit as st

    from claims_ui.errors import on_script_error
    from claims_ui.settings import configuration
    from claims_ui.web import middleware, routes

    chosen = _free(address, port)
    hosts = tuple(host for host in os.environ.get("CLAIMS_HOSTS", "").split(",") if host)
    settings = configuration(address, chosen, hosts)
    os.environ["CLAIMS_DB"], os.environ["CLAIMS_USER"] = url, user
    app = st.App(
        Path(__file__).resolve().parents[1] / "app.py",
        routes=routes(),
        middleware=middleware(settings["server.allowedHosts"]),
        on_script_error=on_script_error,
    )
    shown = f"http://{'127.0.0.1' if address in (*LOCAL, '0.0.0.0') else address}:{chosen}"  # noqa: S104
    print(f"Counterclaim is at {shown}  (stop with Ctrl+C)", flush=True)
    if open_browser:
        threading.Thread(target=_open_when_up, args=(address, chosen, shown), daemon=True).start()
    app.run(config=settings)


def _free(address: str, port: int) -> int:
    candidates = range(PORT, PORT + TRIES) if port == PORT else [port]
    reason = ""
    for candidate in candidates:
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, candidate))
            except OSError as wrong:
                reason = wrong.strerror or str(wrong)
                continue
            return int(probe.getsockname()[1])
    raise InputError(f"cannot listen on {address}:{port} ({reason}); choose another --port")


def _open_when_up(address: str, port: int, shown: str) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        try:
            socket.create_connection((address, port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    webbrowser.open(shown)
