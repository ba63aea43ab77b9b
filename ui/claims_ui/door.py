"""The way from a page to the dossier: one per database, user and clearance, shared by every tab of this process."""

from __future__ import annotations

import os

import streamlit as st

from claims.dossier import Dossier, default_url, open_dossier
from claims.vocabulary import Level


def dossier() -> Dossier:
    """The dossier this server was started for. Raises StoreError in words when it cannot be opened."""
    level = Level(os.environ.get("CLAIMS_CLEARANCE", Level.sealed.value))
    return _opened(os.environ.get("CLAIMS_DB") or default_url(), os.environ.get("CLAIMS_USER") or "me", level)


# The clearance is part of the key: what one reader may see must never be served to another from the cache.
@st.cache_resource(show_spinner=False)
def _opened(url: str, user: str, clearance: Level) -> Dossier:
    return open_dossier(url, user=user, clearance=clearance)
