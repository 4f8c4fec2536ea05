"""What all tests of pages take for granted: a reader whose browser keeps the name that they gave."""

from __future__ import annotations

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.context import ContextProxy

from pages.shared.name_cookie import COOKIE

READER = "A. Reader"


@pytest.fixture(autouse=True)
def no_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """We have none, and Streamlit would look through every installed package for them at the first run of each app."""
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)


@pytest.fixture(autouse=True)
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies of the browser that a page is shown to; a test may take them away, or put others in."""
    kept = {COOKIE: "A.%20Reader"}
    monkeypatch.setattr(ContextProxy, "cookies", kept)
    return kept
