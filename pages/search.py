"""Search: the passages that hold what a reader looks for, in the sources' own words."""

from __future__ import annotations

import streamlit as st

from core.desk import desk
from core.desk.search.parsing import BadQuery, parse
from core.desk.search.query import Query, to_text
from core.frames.filter import Filter
from pages.search import hints, hits, narrowing, plain_fields
from pages.shared import frame, panel, state
from pages.shared.safe import safe
from pages.shared.view import DossierView, kept

_WHOLE = "A search looks through the whole dossier: the filter of the other pages takes nothing away here."


def page() -> None:
    """The passages, the latest published first; at the right what they have in common, to look for less."""
    view = frame.opening("Search", "In the sources’ own words", filtered=False)
    asked = state.query()
    try:
        query = parse(asked)
    except BadQuery as bad:
        st.html(f'<p class="dl-remark" role="alert">{safe(str(bad))}</p>')
        hints.show(view)
        return
    narrowing.parts(query)
    plain_fields.show(query)
    if query.parts:
        _found(view, query)
    else:
        hints.show(view)


def _found(view: DossierView, query: Query) -> None:
    if view.chosen != Filter():
        st.html(f'<p class="dl-quiet">{_WHOLE}</p>')
    main, side = frame.two_columns()
    with main:
        total = hits.show(view, query)
    with side:
        if total:
            common = kept(f"in common: {to_text(query)}", view.stamp, lambda: desk().in_common(view.dossier, query))
            narrowing.show(common, total)
        else:
            panel.waiting("What the passages have in common stands here, to look for less.")


page()
