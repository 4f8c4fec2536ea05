"""One lens on a parsed text: where its tokens, sentences, paragraphs and datelines stand, and what hangs on what.

Built once a document and handed to every finder, so that all of them measure with one ruler. spaCy answers for a token
at a time; plain lists, each made when it is first asked for, are ten times cheaper to read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.attrs import DEP, HEAD, IDX, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

from core.models import Span
from core.text.datelines import datelines
from core.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Entity:
    """What the model took for a name: tokens ``start`` to ``end`` (exclusive) and its label."""

    start: int
    end: int
    label: str


class TextView:
    """Parallel lists, one item a token, and the way from characters to tokens and back.

    Offsets count characters of ``text``; a stretch of tokens is given by its first and its end (exclusive). A text
    that was never parsed has empty tags, and one that was never cut into sentences counts as one sentence.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text  # spaCy joins it anew each time it is asked
        self.starts: list[int] = doc.to_array(IDX).tolist()

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as they are written."""
        return [token.text for token in self.doc]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def tag(self) -> list[str]:
        """Penn Treebank tags."""
        return self._strings(TAG)

    @cached_property
    def pos(self) -> list[str]:
        """Universal parts of speech."""
        return self._strings(POS)

    @cached_property
    def dep(self) -> list[str]:
        """Dependency relations to the head."""
        return self._strings(DEP)

    @cached_property
    def lemma(self) -> list[str]:
        """Lemmas in lower case."""
        return [lemma.lower() for lemma in self._strings(LEMMA)]

    @cached_property
    def head(self) -> list[int]:
        """Index of the token that each token hangs on; its own where it hangs on nothing."""
        steps = self.doc.to_array(HEAD).astype("int64").tolist()
        return [i + step for i, step in enumerate(steps)]

    @cached_property
    def children(self) -> list[list[int]]:
        """The tokens that hang on each token, in order."""
        found: list[list[int]] = [[] for _ in self.starts]
        for i, head in enumerate(self.head):
            if head != i:
                found[head].append(i)
        return found

    @cached_property
    def entities(self) -> list[Entity]:
        """The names that the model found, in order."""
        return [Entity(span.start, span.end, span.label_) for span in self.doc.ents]

    @cached_property
    def entity_of(self) -> list[int]:
        """Index into ``entities`` for each token, -1 where it belongs to no name."""
        member = [-1] * len(self)
        for number, entity in enumerate(self.entities):
            member[entity.start : entity.end] = [number] * (entity.end - entity.start)
        return member

    @cached_property
    def opens(self) -> list[bool]:
        """Whether a sentence begins at each token."""
        return [opening == 1 for opening in self.doc.to_array(SENT_START).tolist()]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """First token of each sentence."""
        opens = self.doc.to_array(SENT_START).tolist()
        return [i for i, opening in enumerate(opens) if opening == 1 or i == 0]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Number of the sentence of each token."""
        return self._numbered(self.sentence_starts)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences in characters, without the white space around them; those of white space alone are left out."""
        stretches = (self.characters(*span) for span in pairwise([*self.sentence_starts, len(self)]))
        return [(start, end) for start, end in stretches if start < end]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Paragraphs of the text, in characters, without the white space around them."""
        return paragraphs(self.text)

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Number of the paragraph of each token; white space before the first counts to it."""
        return self._numbered([0, *(self.first_token_from(paragraph.start) for paragraph in self.paragraphs[1:])])

    @cached_property
    def datelines(self) -> list[tuple[int, int]]:
        """Where datelines stand, in characters, with the dash that ends them."""
        return datelines(self.text)

    def token_at(self, offset: int) -> int:
        """The token that covers a character, or the one before it where white space does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def first_token_from(self, offset: int) -> int:
        """The first token that starts at a character or later; the number of tokens if there is none."""
        return bisect_left(self.starts, offset)

    def end_of(self, token: int) -> int:
        """The character after a token."""
        return self.starts[token] + len(self.words[token])

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First token and end of the tokens that touch the characters ``start`` to ``end``."""
        return self.token_at(start), self.token_at(max(start, end - 1)) + 1

    def sentence(self, token: int) -> tuple[int, int]:
        """First token and end of the sentence that a token stands in."""
        number = max(0, bisect_right(self.sentence_starts, token) - 1)
        later = number + 1 < len(self.sentence_starts)
        return self.sentence_starts[number], self.sentence_starts[number + 1] if later else len(self)

    def characters(self, first: int, end: int) -> tuple[int, int]:
        """Characters of the tokens ``first`` to ``end`` without the white space around them."""
        start, last = self.starts[first], self.end_of(end - 1)
        inner = self.text[start:last]
        return start + len(inner) - len(inner.lstrip()), last - (len(inner) - len(inner.rstrip()))

    def words_of(self, first: int, end: int) -> str:
        """The tokens ``first`` to ``end`` as they stand in the text."""
        return self.text[self.starts[first] : self.end_of(end - 1)]

    def span_head(self, first: int, end: int) -> int:
        """The token of a stretch that the others hang on: climbed to from its last one."""
        token = end - 1
        for _ in range(end - first):
            up = self.head[token]
            if not first <= up < end or up == token:
                break
            token = up
        return token

    def verb_above(self, token: int, limit: int = 12) -> int:
        """The nearest verb at or above a token, up to ``limit`` steps; where there is none, the last token reached."""
        for _ in range(limit):
            if (self.pos[token] in ("VERB", "AUX") and self.dep[token] != "prep") or self.head[token] == token:
                break
            token = self.head[token]
        return token

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that a character belongs to; -1 before the first."""
        return bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1

    def paragraph_tokens(self, paragraph: int) -> tuple[int, int]:
        """First token and end of a paragraph."""
        span = self.paragraphs[paragraph]
        return self.first_token_from(span.start), self.first_token_from(span.end)

    def in_dateline(self, token: int) -> bool:
        """Whether a token is part of a dateline."""
        return token in self._dateline_tokens

    def label(self, token: int) -> str:
        """The model's label of the name that a token belongs to; empty where there is none or no such token."""
        number = self.entity_of[token] if 0 <= token < len(self) else -1
        return self.entities[number].label if number >= 0 else ""

    def lower_at(self, token: int) -> str:
        """A token in lower case; empty outside the text."""
        return self.lower[token] if 0 <= token < len(self) else ""

    @cached_property
    def _dateline_tokens(self) -> frozenset[int]:
        spans = ((self.first_token_from(start), self.first_token_from(end)) for start, end in self.datelines)
        return frozenset(token for first, end in spans for token in range(first, end))

    def _numbered(self, firsts: list[int]) -> list[int]:
        """For each token the number of the part that it lies in; ``firsts`` are the first tokens of the parts."""
        parts = enumerate(pairwise([*firsts, len(self)]))
        return [number for number, (first, end) in parts for _ in range(first, end)]

    def _strings(self, attribute: int) -> list[str]:
        """An attribute by name; each name is looked up once."""
        keys = self.doc.to_array(attribute).tolist()
        names = {key: self.doc.vocab.strings[key] if key else "" for key in set(keys)}
        return [names[key] for key in keys]
