"""Text of the world made safe to print: what cannot be seen is shown by its code point, in every format alike."""

from __future__ import annotations

import re

# Controls that turn the reading order, characters of no width, C0 and C1 controls, lone surrogates and
# noncharacters: invisible or refused by XML, and the first tool of whoever forges a quotation.
# The two joiners U+200C and U+200D stay: names and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with each unseen character written as 〔U+202E〕."""
    return _UNSEEN.sub(lambda found: f"〔U+{ord(found[0]):04X}〕", text) if _UNSEEN.search(text) else text
