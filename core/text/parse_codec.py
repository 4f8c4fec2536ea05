"""A parsed text as bytes, so that what hangs on the calendar can be worked out anew without the language model."""

from __future__ import annotations

from spacy.tokens import Doc, DocBin

from core.text.pipeline import pipeline

_ATTRIBUTES = ("ORTH", "SPACY", "TAG", "POS", "DEP", "HEAD", "LEMMA", "ENT_IOB", "ENT_TYPE", "MORPH")


def packed(doc: Doc) -> bytes:
    """All that the rules read of a parse, about 17 bytes a token. Numbers and strings alone: nothing is pickled."""
    return DocBin(attrs=_ATTRIBUTES, docs=[doc]).to_bytes()


def unpacked(parse: bytes) -> Doc:
    """The parse that :func:`packed` wrote; the rules find in it what they found in the first one."""
    return next(DocBin().from_bytes(parse).get_docs(pipeline().vocab))
