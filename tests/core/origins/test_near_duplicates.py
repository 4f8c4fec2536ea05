"""A text that is in the dossier already, word for word or almost."""

from __future__ import annotations

from core.ingest import from_text
from core.origins.near_duplicates import most_alike

ARTICLE = (
    "The bridge over the river fell on Monday morning after three days of rain, and two people were hurt. "
    "The mayor said that the town had asked for money to mend it twice in the last four years. "
    "Engineers will look at the two other bridges before the end of the week, she told reporters."
)
OTHER = (
    "Prices of bread rose by eight per cent in a year while milk became cheaper, the statistics office reports. "
    "Farmers say that a dry summer is to blame and that they expect no change before the autumn harvest is in."
)


def test_copies_and_rewrites_are_known() -> None:
    """The nearest one and its share; another layout is the same text, another article is none."""
    held = [from_text(OTHER, "other"), from_text(ARTICLE.replace("two people", "four men"), "rewrite")]
    found = most_alike(from_text(ARTICLE, "a"), held)
    assert found is not None
    assert found[0].name == "rewrite"
    assert 0.8 <= found[1] < 1
    same = most_alike(from_text(ARTICLE.replace(". ", ".\n\n").upper(), "b"), [from_text(ARTICLE, "a")])
    assert same is not None
    assert same[1] == 1
    assert most_alike(from_text(OTHER, "other"), [from_text(ARTICLE, "a")]) is None


def test_short_texts_and_the_document_itself_are_nobodys_copies() -> None:
    """A line says too little, and a document is not its own copy."""
    line = from_text("Two people were hurt on Monday, the mayor said.", "a")
    assert most_alike(line, [from_text("Two people were hurt on Monday, the mayor said. ", "b")]) is None
    assert most_alike(from_text(ARTICLE, "a"), [from_text(ARTICLE, "a")]) is None
    assert most_alike(line, []) is None
