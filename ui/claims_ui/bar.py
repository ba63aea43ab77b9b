"""The bar at the foot of a page: one button and one key for each decision, then undo and the way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from claims_ui.keys import shortcut
from claims_ui.page import say
from claims_ui.text import label, show, tag


@dataclass(frozen=True, slots=True)
class Action:
    """A button: the name it has in the registry of keys, and what it does."""

    name: str
    do: Callable[..., None]
    args: tuple[object, ...] = field(default=())
    enabled: bool = True
    words: str | None = None  # another word than the registry's
    key: str | None = None  # another key than the registry's
    chosen: bool = False  # this is the decision that stands


def bar(title: str, decisions: Sequence[Action], ways: Sequence[Action]) -> None:
    """Draw the bar. It is drawn before the page's content, so that its keys exist whatever the content does."""
    with st.bottom, st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        show(tag("p", title, class_="cc-bar-title"))
        for action in decisions:
            _button(action, "primary" if action.chosen else "secondary")
        show(tag("span", class_="cc-spring"))
        for action in ways:
            _button(action, "tertiary")


def _button(action: Action, kind: str) -> None:
    st.button(
        label(action.words or say()(f"key.{action.name}")),
        key=action.name,
        type=kind,  # type: ignore[arg-type]
        shortcut=(action.key or shortcut(action.name)) if action.enabled else None,
        disabled=not action.enabled,
        on_click=action.do,
        args=action.args,
    )
