"""Compressed Rich Text of Outlook gives its markup, and broken one does no harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.ingest.formats.compressed_rtf import unpacked

WORDS = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The first example of MS-OXRTFCP (3.1.1)."""

CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
"""The second (3.1.2): what is copied goes on into what is being written."""


def test_the_examples_of_the_specification() -> None:
    """Both, to the letter."""
    assert unpacked(WORDS, 1_000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked(CROSSING, 1_000) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked(CROSSING, 9) == b"{\\rtf1 WX"


@given(st.binary(max_size=200))
def test_any_bytes_give_no_more_than_is_asked_for(data: bytes) -> None:
    """Without an error."""
    assert len(unpacked(WORDS[:16] + data, 50)) <= 50
    assert unpacked(data[:16], 50) == b"" or data[8:12] in (b"LZFu", b"MELA")
