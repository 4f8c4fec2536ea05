"""Parsed documents without a parse: the words are given, the grammar of the sentence is drawn by lot."""

from __future__ import annotations

import random

from spacy.tokens import Doc

from core.text.pipeline import tokenised

_ENTITIES = ("", "", "", "PERSON", "ORG", "GPE", "DATE", "MONEY", "NORP")
_TAGS = (
    ("NN", "NOUN"), ("NNS", "NOUN"), ("NNP", "PROPN"), ("NNPS", "PROPN"), ("CD", "NUM"), ("JJ", "ADJ"), ("VBD", "VERB"),
    ("VBZ", "VERB"), ("VBN", "VERB"), ("VBG", "VERB"), ("MD", "AUX"), ("IN", "ADP"), ("TO", "PART"), ("DT", "DET"),
    ("PRP", "PRON"), ("PRP$", "PRON"), ("CC", "CCONJ"), ("RB", "ADV"), ("POS", "PART"), (",", "PUNCT"), ("WP", "PRON"),
)  # fmt: skip
_RELATIONS = (
    "nsubj nsubjpass dobj pobj prep pcomp amod nummod compound conj cc appos acl relcl advcl ccomp xcomp aux auxpass "
    "neg poss det mark punct npadvmod advmod attr dep quantmod agent dative parataxis"
).split()


def plain(text: str) -> Doc:
    """The text cut into words and sentences, with nothing known of its grammar."""
    return tokenised(text)


def drawn(text: str, lot: random.Random) -> Doc:
    """The text with some tree over each sentence, tags, relations and names: worse than any parser would make it."""
    cut = plain(text)
    count = len(cut)
    starts = [i == 0 or lot.random() < 0.1 for i in range(count)]
    tags = [lot.choice(_TAGS) for _ in range(count)]
    heads, relations = list(range(count)), ["ROOT"] * count
    for first, end in _sentences(starts):
        root = lot.randrange(first, end)
        for i in range(first, end):
            if i != root:
                heads[i] = lot.choice((i + 1, root) if i < root else _open_to(i, heads))
                relations[i] = lot.choice(_RELATIONS)
    names = [lot.choice(_ENTITIES) for _ in range(count)]
    return Doc(
        cut.vocab,
        words=[token.text for token in cut],
        spaces=[bool(token.whitespace_) for token in cut],
        tags=[tag for tag, _ in tags],
        pos=[pos for _, pos in tags],
        lemmas=[token.lower_ for token in cut],
        heads=heads,
        deps=relations,
        ents=[f"B-{name}" if name else "O" for name in names],
    )


def _open_to(word: int, heads: list[int]) -> list[int]:
    """What a word behind the root may hang on so that no two relations cross: the word before it, or what is above."""
    above = [word - 1]
    while heads[above[-1]] != above[-1]:
        above.append(heads[above[-1]])
    return above


def _sentences(starts: list[bool]) -> list[tuple[int, int]]:
    firsts = [i for i, begins in enumerate(starts) if begins]
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))
