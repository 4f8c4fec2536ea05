"""The frame of Dateline: the server that serves it, and the navigation every page sits in."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from core.desk import StoreUnavailable
from pages.shared import imports, serving, state

_THEME = Path(__file__).parent / "assets" / "theme"
LIST = "dossiers"
PAGES = (
    ("Dossiers", LIST, "pages/dossiers.py"),
    ("Overview", "", "pages/overview.py"),
    ("Map", "map", "pages/map.py"),
    ("Timeline", "timeline", "pages/timeline.py"),
    ("Figures", "figures", "pages/figures.py"),
    ("Documents", "document", "pages/documents.py"),
    ("Search", "search", "pages/search.py"),
    ("Add", "add", "pages/add.py"),
)


def frame() -> None:
    """Page settings, navigation, and the address carried from page to page.

    The address goes first: a browser that hears of the page before it notes two steps for one click, the first of them
    without a dossier.
    """
    state.carry_over()
    st.set_page_config(page_title="Dateline", page_icon=str(_THEME / "icon.png"), layout="wide")
    st.logo(str(_THEME / "logo.svg"))
    chosen = state.known_dossier() is not None
    page = st.navigation([_page(*one, shown=chosen) for one in PAGES], position="top")
    imports.wait()
    try:
        _run(page, chosen)
    except StoreUnavailable as refusal:
        st.error(str(refusal))


def _page(title: str, url: str, file: str, shown: bool) -> StreamlitPage:
    """A page; without a dossier to look at none stands in the navigation."""
    return st.Page(
        file, title=title, url_path=url or None, default=not url, visibility="visible" if shown else "hidden"
    )


def _run(page: StreamlitPage, chosen: bool) -> None:
    """The page under what every page has; in the place of one without a dossier the list of them."""
    from core.desk import access
    from pages.dossiers import front
    from pages.shared import gate, reader

    reader.show()
    reader.ask()
    if not chosen:
        front.show()
        return
    with access.one_answer_each():
        if page.url_path == LIST or gate.is_open():
            page.run()


# Streamlit imports this file once to find the server, and runs it as a script for each reader.
if __name__ == "__main__":
    frame()
else:
    serving.navigation_decides()
    serving.ask_nobody()
    imports.begin()
    app = st.App(__file__, routes=serving.routes(), middleware=serving.middleware(), lifespan=serving.lifespan)
