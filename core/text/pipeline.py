"""The spaCy pipeline."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from core.text.model import DEFAULT_MODEL, MODEL_VARIABLE

LONGEST_PIECE = 50_000
"""Characters a single run of the pipeline takes: memory grows with the longest text in a batch."""

BATCH = 4
LONGEST_SENTENCE = 1_000
"""Tokens. Whoever looks at a sentence as a whole must not pay for a text that is a single one."""

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
_BULLETS = frozenset("-*•–—·▪")
_ENDS = frozenset({".", "!", "?", "…"})
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNBROKEN = re.compile(r"\S{1000}")


@Language.component("paragraph_starts")
def _paragraph_starts(doc: Doc) -> Doc:
    """No sentence runs across an empty line, into the next item of a list, or without end.

    The parser keeps what is set here.
    """
    after_lines = [token.i + 1 for token in doc[:-1] if token.is_space and _is_break(token)]
    start = 0
    for end in [*after_lines, len(doc)]:
        while end - start > LONGEST_SENTENCE:
            start = _pause(doc, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
            doc[start].is_sent_start = True
        if end < len(doc):
            doc[end].is_sent_start = True
        start = end
    return doc


def _is_break(token: Token) -> bool:
    """Whether white space ends a sentence: an empty line, or a line before an item of a list."""
    lines = token.text.count("\n")
    return lines > 1 or (lines == 1 and token.nbor().text in _BULLETS)


def _pause(doc: Doc, first: int, last: int) -> int:
    """The token to begin a sentence with, ``first`` to ``last``: after a full stop, else a comma, else the last."""
    choices = range(last, first - 1, -1)
    ended = (i for i in choices if doc[i - 1].text in {".", "!", "?", "…"} and doc[i].text[0].isupper())
    return next(ended, next((i for i in choices if doc[i - 1].text in {",", ";", ":", "\n"}), last))


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline named by ``DATELINE_MODEL`` (by default the one in the lock file), loaded once, never changed.

    Raises:
        OSError: the named model is not installed.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with 3.7, checked under 3.8
        nlp = spacy.load(os.environ.get(MODEL_VARIABLE, DEFAULT_MODEL))
    nlp.add_pipe("paragraph_starts", before="parser")
    return nlp


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text as one ``Doc`` with ``doc.text == text``, in order; lone surrogates stand as U+FFFD.

    Long texts are cut at ends of paragraphs or sentences, run through the pipeline and joined again.
    """
    pieces: list[int] = []

    def cut() -> Iterator[str]:
        for text in texts:
            parts = split_long(_SURROGATE.sub("\ufffd", text))
            pieces.append(len(parts))
            yield from parts

    done = 0
    waiting: list[Doc] = []
    for doc in pipeline().pipe(cut(), batch_size=BATCH):
        waiting.append(doc)
        if len(waiting) == pieces[done]:
            yield waiting[0] if len(waiting) == 1 else Doc.from_docs(waiting, ensure_whitespace=False)
            waiting, done = [], done + 1


def tokenised(text: str) -> Doc:
    """The words and sentences of a text in any language, without the model: for what needs no grammar."""
    pieces = [pipeline().make_doc(piece) for piece in split_long(_SURROGATE.sub("\ufffd", text))]
    tokens = [token for piece in pieces for token in piece]
    words = [token.text for token in tokens]
    spaces = [bool(token.whitespace_) for token in tokens]
    # given at once: setting them one by one takes time in the square of the length
    return Doc(pipeline().vocab, words=words, spaces=spaces, sent_starts=list(_starts(tokens)))


def _starts(tokens: Iterable[Token]) -> Iterator[bool]:
    """Whether a sentence begins with each token: after a full stop or an empty line, and not with white space."""
    ended = True
    for token in tokens:
        blank = token.is_space
        yield ended and not blank and not token.is_punct
        ended = (ended and (blank or token.is_punct)) or token.text in _ENDS or (blank and token.text.count("\n") > 1)


def split_long(text: str, limit: int = LONGEST_PIECE) -> list[str]:
    """Pieces of at most ``limit`` characters that join to ``text``, cut where a reader would pause.

    A run without white space is cut hard: the tokenizer's time grows with the square of a token's length.
    """
    pieces, start = [], 0
    for end in [*(match.end() for match in _UNBROKEN.finditer(text)), len(text)]:
        while end - start > limit:
            cut = start + _last_pause(text[start : start + limit])
            pieces.append(text[start:cut])
            start = cut
        pieces.append(text[start:end])
        start = end
    return [piece for piece in pieces if piece] or [""]


def _last_pause(piece: str) -> int:
    """Where to cut: after the last paragraph in the second half, else sentence, else word, else the end."""
    half = len(piece) // 2
    for pattern in (_PARAGRAPH_END, _SENTENCE_END):
        ends = [m.end() for m in pattern.finditer(piece, half)]
        if ends:
            return ends[-1]
    space = piece.rfind(" ", half)
    return space + 1 if space >= 0 else len(piece)
