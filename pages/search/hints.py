"""How to look for something, told with what is in the dossier."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from core.desk.search.facets import named
from core.desk.search.query import part_to_text
from pages.shared import state
from pages.shared.labels import literally
from pages.shared.view import DossierView

_HOW = (
    "Passages that hold all the words are found, whatever their case and accents. “Several words” in quotation marks "
    "stand together; a star stands for any end of a word. Fields narrow it down:"
)


def show(view: DossierView) -> None:
    """What can be typed, and an example of each field that finds something here."""
    st.html(
        f'<div class="dl-empty"><p class="dl-empty-what">Look for words, places, people, numbers or days.</p>'
        f"<p>{_HOW}</p></div>"
    )
    with st.container(key="dl-search-examples", horizontal=True, gap="small"):
        for example in _examples(view.whole):
            st.button(literally(example), key=f"example-{example}", on_click=state.look_for, args=(example,))


def _examples(view: DossierView) -> Iterator[str]:
    if view.places:
        yield part_to_text(named("place", view.places[0].name))
    if view.speakers:
        yield part_to_text(named("who", view.speakers[0].value))
    if any((row.value or 0) > 100 for row in view.figures):
        yield "figure:>100"
    if view.last_day:
        yield f"published:{view.last_day:%Y-%m}"
    outlets = [row.outlet for row in view.first if row.outlet]
    if outlets:
        yield part_to_text(named("outlet", outlets[0]))
