"""Where two texts, sentences or quotations begin to have one origin: a row just inside and one just outside."""

from __future__ import annotations

import pytest

from core.ingest import from_text
from core.origins import credited_for_all, origins, text_reuses, wording_of
from core.origins.near_duplicates import most_alike
from tests.core.origins.test_origins import telling, text


def words(count: int, shared: int = 0, of: str = "a") -> str:
    """So many different words, the first of which are in every such text and the rest in those ``of`` one sort."""
    letters = [f"{number:03}".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(count)]
    return " ".join(f"word{own}" if at < shared else f"{of}{own}" for at, own in enumerate(letters))


@pytest.mark.parametrize(("letters", "credited"), [(400, True), (401, False)])
def test_a_credit_for_a_whole_text(letters: int, credited: bool) -> None:
    """The dateline ends within its first 400 letters, the line at the foot begins within its last."""
    dateline, line, far = "(Reuters) –", "by Reuters", "x" * 900
    head = f"{'x' * (letters - len(dateline) - 1)} {dateline} {far}"
    foot = f"{far} {line} {'x' * (letters - len(line) - 1)}"
    assert [credited_for_all(whole) == {"Reuters"} for whole in (head, foot)] == [credited, credited]


@pytest.mark.parametrize(("tellings", "seen"), [(120, True), (121, False)])
def test_many_passages_are_compared_by_their_first(tellings: int, seen: bool) -> None:
    """Up to 120 each with each; of more one a document, so that what only a second one shows is not seen."""
    alike = words(9)
    one = [telling("a"), telling("a", alike), telling("b", alike)]
    found = origins([*one, *(telling(f"c{number}") for number in range(tellings - len(one)))], ())
    assert (found.most < found.documents) == seen


@pytest.mark.parametrize(("shared", "almost"), [(84, True), (83, False)])
def test_almost_the_same_text(shared: int, almost: bool) -> None:
    """80 of its 100 rows of five words are in the other."""
    one, other = (from_text(words(104, shared, of), of) for of in "ab")
    assert (most_alike(one, [other]) is not None) == almost


@pytest.mark.parametrize(("count", "told"), [(19, True), (18, False)])
def test_a_short_text_is_nobodys_copy(count: int, told: bool) -> None:
    """Below fifteen rows of five words, as a line that many texts have."""
    one, other = (from_text(words(count) + end, "") for end in (".", "!"))
    assert (most_alike(one, [other]) is not None) == told


SENTENCES = [
    ("60 of 100 rows of three words", {"sentence": (102, 62)}, True),
    ("59 of 100 rows", {"sentence": (102, 61)}, False),
    ("four rows", {"sentence": (6, 6)}, True),
    ("three rows", {"sentence": (5, 5)}, False),
    ("70 of 100 rows of a quotation", {"quotation": (102, 72)}, True),
    ("69 of 100 rows of a quotation", {"quotation": (102, 71)}, False),
]


@pytest.mark.parametrize(("told", "joined"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_nearly_the_same_words(told: dict[str, tuple[int, int]], joined: bool) -> None:
    """Of a sentence or a quotation, that is long enough to tell."""
    passages = [telling(of, **{part: words(*size, of) for part, size in told.items()}) for of in "ab"]  # type: ignore[arg-type]
    assert (origins(passages, ()).most == 1) == joined


REUSES = [
    ("40 of 100 rows of five words", 104, 44, "copy"),
    ("39 of 100 rows", 104, 43, "passages"),
    ("12 of 100 rows", 104, 16, "passages"),
    ("11 of 100 rows", 104, 15, None),
    ("25 rows, all the same", 29, 29, "copy"),
    ("24 rows, all the same", 28, 28, None),
]


@pytest.mark.parametrize(("count", "shared", "reuse"), [row[1:] for row in REUSES], ids=[row[0] for row in REUSES])
def test_what_two_documents_share(count: int, shared: int, reuse: str | None) -> None:
    """A copy or rewrite, passages in common, or nothing that counts."""
    found = text_reuses(wording_of(text(of, words(count, shared, of))) for of in "ab")
    assert [("copy" if kin.copy else "passages") for kin in found] == ([reuse] if reuse else [])


@pytest.mark.parametrize(("documents", "kin"), [(30, True), (31, False)])
def test_what_very_many_documents_share(documents: int, kin: bool) -> None:
    """Is a notice, and ties none of them to another."""
    found = text_reuses(wording_of(text(f"{number:02}", words(40))) for number in range(documents))
    assert len(found) == (documents * (documents - 1) / 2 if kin else 0)
