"""Bytes to characters.

In this order: byte order mark, strict UTF-8, what the file declares, wide characters without a mark, UTF-8 with a few
broken bytes, Latin letters with few others, the detector.
"""

from __future__ import annotations

import codecs
import re

import chardet

from core.ingest.arabic import arabic
from core.ingest.cyrillic import cyrillic
from core.ingest.latin import latin
from core.ingest.outcome import Unreadable
from core.ingest.wide import wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPECTED = (
    "ascii utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 koi8-r koi8-u iso8859-2 iso8859-5 iso8859-7 "
    "cp866 cp1125 mac-cyrillic cp932 euc_jis_2004 iso2022_jp_2 gb18030 hz big5hkscs cp949 cp874"
).split()
"""What newsrooms meet. The detector knows twice as many; on a line or two the others are only ways to be wrong."""

_WIDER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "big5": "big5hkscs",
}
"""Declared encodings and the wider ones that programs mean by them, as browsers know (WHATWG Encoding Standard)."""

_UNHEEDED = frozenset(
    "idna punycode undefined unicode_escape raw_unicode_escape "
    "utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be".split()
)
"""Codecs of Python that no program declares, the first two of which take hours for a megabyte; and wide characters,
which the bytes show by themselves: any plain text is some Chinese one two bytes a character."""

_DECLARED = re.compile(rb"""(?i:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
_TAG = re.compile(
    rb"<(?:(?:style|script)\b[^>]{0,2000}>[^<]{0,100000}</(?:style|script)|[A-Za-z/!?][^<>]{0,2000})>", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_ESCAPES = re.compile(rb"\x1b\$[@AB]|\x1b\(J|~\{[!-~]{2}")
"""How Japanese and Chinese in seven bits begin: valid UTF-8, and unreadable as such."""

_WHOLE_TO_BROKEN = 8
_FEW_ACCENTS = 5
_FEW_CONTROLS = 2
_MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text: none stand in prose, 10 % in random bytes."""

_LOOK_AT = 100_000


def decode(data: bytes, markup: bool = False) -> str:
    """The characters of a file; where ``markup``, the encoding that an HTML or XML head declares is heeded.

    UTF-8 comes before what a page declares: bytes that are valid UTF-8 by accident hardly occur in prose.

    Raises:
        Unreadable: the bytes are no text in any encoding.
    """
    text = _marked(data)
    if text is None and not _ESCAPES.search(data[:_LOOK_AT]):
        text = _strict(data, ("utf-8",))
    if text is None and markup:
        text = next(filter(None, (decode_as(data, name) for name in _declared(data))), None)
    if text is None:
        data = data.removeprefix(codecs.BOM_UTF8)
        words = _TAG.sub(b" ", data) if markup else data  # the names of tags are English and hide the language
        encoding = wide(data) or _broken_utf8(data) or latin(words) or cyrillic(words) or _detected(words)
        encoding = arabic(words, encoding)
        text = data.decode(encoding, errors="replace") if encoding else None
    if text is None or not _is_prose(text):
        raise Unreadable("unsupported", "This file holds no text that can be read; it looks like program data.")
    return tidy(text)


def decode_as(data: bytes, encoding: str) -> str | None:
    """The characters in the encoding that was declared; null where it is unknown or does not fit.

    One byte a character fits anything: Latin letters most of which carry accents are another alphabet.
    """
    if not _is_text_codec(encoding):
        return None
    text = _strict(data, (_WIDER.get(encoding.lower(), encoding),))
    return None if text is not None and _is_accents(text) else text


def tidy(text: str) -> str:
    """The text as it is stored: line ends are single newlines, and what no store takes stands as U+FFFD."""
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"))


def storable(text: str) -> str:
    """NUL and lone surrogates as U+FFFD, one for one, so that offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)


def _marked(data: bytes) -> str | None:
    """The characters behind a byte order mark; null where there is none, or it is not true of what follows it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            if encoding == "utf-8" and _strict(rest, ("utf-8",)) is None and not _broken_utf8(rest):
                return None
            other = None if encoding == "utf-8" else wide(rest)
            return rest.decode(other or encoding, errors="replace")
    return None


def _strict(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The first of the encodings that fits without control characters: UTF-16 is valid UTF-8 full of NUL."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_prose(text):
            return text
    return None


def _broken_utf8(data: bytes) -> str | None:
    """UTF-8 where all but a few characters are valid: a file that was cut or patched."""
    text = data[:_LOOK_AT].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(ord(character) > 127 for character in text) - broken
    return "utf-8" if whole >= _WHOLE_TO_BROKEN * broken > 0 and _is_prose(text) else None


def _detected(data: bytes) -> str | None:
    return chardet.detect(data, include_encodings=_EXPECTED, compat_names=False)["encoding"]


def _is_accents(text: str) -> bool:
    latin_letters = [c for c in text[:_LOOK_AT] if c.isalpha() and c < "\u0250"]
    accented = sum(c > "\x7f" for c in latin_letters)
    return accented > len(latin_letters) / 2 and accented > _FEW_ACCENTS


def _declared(data: bytes) -> tuple[str, ...]:
    """Codecs that turn bytes into text and that the head of the file names."""
    names = [name.decode("ascii") for name in _DECLARED.findall(data[:4096])]
    return tuple(name for name in names if _is_text_codec(name))


def _is_text_codec(name: str) -> bool:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):  # a name with a NUL in it
        return False
    return codec._is_text_encoding and codec.name.replace("-", "_") not in _UNHEEDED


def _is_prose(text: str) -> bool:
    sample = text[:_LOOK_AT]
    return len(_CONTROL.findall(sample)) <= _FEW_CONTROLS + _MOST_CONTROLS * len(sample)
