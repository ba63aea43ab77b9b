"""What a reader sees when something goes wrong: one sentence, what is safe, what to do. Never a traceback."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from claims.errors import ClaimsError, Conflict, StoreError, UnknownRecord
from claims_ui.page import say
from claims_ui.side import begin
from claims_ui.text import Html, show, tag

LOG = logging.getLogger("counterclaim.ui")
P = ParamSpec("P")


def guarded(action: Callable[P, None]) -> Callable[P, None]:
    """A button's action whose failure becomes a notice on the page; nothing of it is half saved."""

    @wraps(action)
    def careful(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(*args, **kwargs)
        except ClaimsError as reason:
            notice("trouble" if isinstance(reason, StoreError) else "attention", words_of(reason))

    return careful


def words_of(reason: ClaimsError) -> str:
    """A mistake in the interface's language, with the reason as the dossier gives it."""
    if isinstance(reason, StoreError):
        return say()("error.store", reason=reason)
    if isinstance(reason, Conflict):
        return say()("error.conflict", reason=reason)
    if isinstance(reason, UnknownRecord):
        return say()("error.unknown", reason=reason)
    return say()("error.input", reason=reason)


def notice(kind: str, message: str) -> None:
    """Say this once, on the next drawing of the page: kind is done, attention or trouble."""
    st.session_state["notice"] = (kind, message)


def show_notice() -> None:
    """Draw the notice that waits, if one does."""
    kind, message = st.session_state.pop("notice", ("", ""))
    show(
        tag(
            "div",
            message and tag("p", message, class_=f"cc-notice cc-{kind}"),
            class_="cc-live",
            role="status",
            aria_live="polite",
        )
    )


def failure(reason: ClaimsError) -> None:
    """The whole page could not be drawn, for a reason we know."""
    show(begin("failure"), _panel(say()("error.page"), words_of(reason)))


def on_script_error(reason: Exception) -> bool:
    """The whole page could not be drawn, and we do not know why: a short number here, the matter in the log."""
    number = secrets.token_hex(3)
    # The message may hold words of a source, so only the kind and the place are kept.
    trail = reason.__traceback__
    while trail and trail.tb_next:
        trail = trail.tb_next
    place = f"{trail.tb_frame.f_code.co_filename}:{trail.tb_lineno}" if trail else "?"
    LOG.error("%s: %s at %s", number, type(reason).__name__, place)
    show(begin("failure"), _panel(say()("error.page"), say()("error.unexpected", number=number)))
    return True


def _panel(title: str, message: str) -> Html:
    return tag(
        "section",
        tag("h1", title),
        tag("p", message),
        tag("p", say()("error.safe"), class_="cc-muted"),
        class_="cc-failure",
        role="alert",
    )
