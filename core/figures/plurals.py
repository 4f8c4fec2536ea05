"""Plurals that the lemmatizer traces back to a rarer noun of the same plural: "graves" to "graf", "corpses" to "corps".

Its nouns (WordNet 3) were all put into the plural and read back; these are the commoner ones that came back amiss. The
others here are the same in singular and plural, and lose an ending in it.
"""

from __future__ import annotations

_SINGULARS = {
    f"{noun}s": noun
    for noun in (
        "annexe axe base cartouche cookie corpse die dose ease ellipse grave graze guilder hippie junkie lure "
        "motive muse pickaxe poleaxe quickie rave reeve reverse ruse sense serve smoothie sole synapse "
        "syringe use uighur vase wahhabi"
    ).split()
} | {"taxes": "tax", "biases": "bias", "leaves": "leaf", "oases": "oasis", "lenses": "lens"}
_SAME = frozenset("aircraft barracks crossroads gallows headquarters means species series shambles works".split())


def singular(word: str, lemma: str) -> str:
    """The singular of a noun in small letters, where the lemmatizer's ``lemma`` is that of another word; else that."""
    return word if word in _SAME else _SINGULARS.get(word, lemma)
