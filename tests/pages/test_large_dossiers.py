"""Of more than a page can bear the first are shown, and how many there are is said; what counts them counts all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.models import Extraction
from pages.shared import view
from tests.core.records import record
from tests.pages.apps import page, text_of


def several(count: int) -> list[Extraction]:
    """Documents that all tell the same."""
    return [
        replace(record(), id=f"doc{number}", name=f"{number}.txt", title=f"Story {number}") for number in range(count)
    ]


def test_the_timeline_says_how_many_events_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The most prominent are there; nothing is said where all are."""
    app = page(monkeypatch, "pages/timeline.py", *several(3)).run()
    assert "most prominent of" not in text_of(app)
    monkeypatch.setattr(view, "MOST", 2)
    app = page(monkeypatch, "pages/timeline.py", *several(3)).run()
    assert not app.exception
    mentions = 3 * len(record().events)
    assert f"The 2 most prominent of {mentions} mentions of events are shown" in text_of(app)


def test_the_table_of_figures_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """In its heading, with what to do to see the others."""
    monkeypatch.setattr(view, "MOST", 1)
    app = page(monkeypatch, "pages/figures.py", *several(2)).run()
    assert not app.exception
    valued = 2 * sum(figure.low is not None or figure.high is not None for figure in record().figures)
    assert f"Figures (1 of {valued})" in text_of(app)
    assert "narrow the filter to see the others" in text_of(app)


def test_documents_of_the_overview_come_by_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty at once; the filter decides of which."""
    app = page(monkeypatch, "pages/overview.py", *several(52)).run()
    assert not app.exception
    assert text_of(app).count('class="dl-document"') == 50
    app.session_state["overview-documents"] = 2
    assert text_of(app.run()).count('class="dl-document"') == 2
    fewer = page(monkeypatch, "pages/overview.py", *several(52), docs="doc1~doc5").run()
    assert text_of(fewer).count('class="dl-document"') == 2
