"""The frame of Dateline: the server that serves it, and the navigation every page sits in."""

from pathlib import Path

import streamlit as st

from core.desk import StoreUnavailable
from pages.shared import imports, serving, state

_THEME = Path(__file__).parent / "assets" / "theme"
PAGES = (
    ("Dossiers", "dossiers", "pages/dossiers.py"),
    ("Overview", "", "pages/overview.py"),
    ("Map", "map", "pages/map.py"),
    ("Timeline", "timeline", "pages/timeline.py"),
    ("Figures", "figures", "pages/figures.py"),
    ("Documents", "document", "pages/documents.py"),
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
    pages = [st.Page(file, title=title, url_path=url or None, default=not url) for title, url, file in PAGES]
    page = st.navigation(pages, position="top")
    imports.wait()
    try:
        page.run()
    except StoreUnavailable as refusal:
        st.error(str(refusal))


# Streamlit imports this file once to find the server, and runs it as a script for each reader.
if __name__ == "__main__":
    frame()
else:
    serving.navigation_decides()
    serving.ask_nobody()
    imports.begin()
    app = st.App(__file__, routes=serving.routes(), middleware=serving.middleware(), lifespan=serving.lifespan)
