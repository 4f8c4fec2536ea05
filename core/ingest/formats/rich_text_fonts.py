"""Characters of Rich Text in the encoding of their font: WordPad writes Cyrillic so, whatever the head declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_FONT = re.compile(rb"\\f(\d{1,5})(?:\\[a-z]{1,12}-?\d{0,5} ?){0,9}?\\fcharset(\d{1,3})(?!\d)")
_CODE_PAGES = {
    0: "cp1252",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Character sets of Windows of one byte a character (RTF 1.9.1, \\fcharset)."""

_STEP = re.compile(
    rb"\\[\\{}]|[{}]|\\f(?P<font>\d{1,5})(?![a-z0-9])|\\plain(?![a-z])|(?P<bytes>(?:\\'[0-9a-fA-F]{2}){1,999})"
)
_DEFAULT = re.compile(rb"\\deff(\d{1,5})")
_HEAD = 200_000


def in_own_encoding(markup: bytes, encoding: str) -> bytes:
    """The markup with characters of fonts in another encoding than the head declares written by their numbers."""
    fonts = {int(font[1]): _CODE_PAGES.get(int(font[2]), encoding) for font in _FONT.finditer(markup[:_HEAD])}
    if all(other in (encoding, "cp1252") for other in fonts.values()):
        return markup
    return b"".join(_pieces(markup, fonts, encoding))


def _pieces(markup: bytes, fonts: Mapping[int, str], encoding: str) -> Iterator[bytes]:
    default = _DEFAULT.search(markup[:_HEAD])
    usual = int(default[1]) if default else 0
    now, around = usual, []
    at = 0
    for step in _STEP.finditer(markup):
        if step["font"]:
            now = int(step["font"])
        elif step["bytes"]:
            own = fonts.get(now, encoding)
            if own not in (encoding, "cp1252"):
                yield markup[at : step.start()]
                yield _numbered(bytes.fromhex(step["bytes"].replace(b"\\'", b"").decode()), own)
                at = step.end()
        elif step[0] == b"{":
            around.append(now)
        elif step[0] == b"}":
            now = around.pop() if around else usual
        elif step[0] == b"\\plain":
            now = usual
    yield markup[at:]


def _numbered(characters: bytes, encoding: str) -> bytes:
    """Characters as escapes that name them; what stands in for them is a byte of no meaning."""
    return b"".join(b"\\u%d\\'3f" % ord(character) for character in characters.decode(encoding, "replace"))
