"""The frame of Dateline: the server that serves it, and the navigation every page sits in."""

from pathlib import Path

import streamlit as st

from pages.shared import serving, state

_THEME = Path(__file__).parent / "assets" / "theme"
PAGES = {
    "overview": ("Overview", "", "pages/overview.py"),
    "map": ("Map", "map", "pages/places.py"),
    "timeline": ("Timeline", "timeline", "pages/events.py"),
    "figures": ("Figures", "figures", "pages/numbers.py"),
    "document": ("Documents", "document", "pages/reader.py"),
    "add": ("Add", "add", "pages/upload.py"),
}


def frame() -> None:
    """Page settings, navigation, and the filter carried from page to page."""
    st.set_page_config(
        page_title="Dateline", page_icon=str(_THEME / "icon.png"), layout="wide"
    )
    st.logo(str(_THEME / "logo.svg"))
    pages = [st.Page(file, title=title, url_path=url or None, default=not url) for title, url, file in PAGES.values()]
    page = st.navigation(pages, position="top")
    state.carry_over(page.url_path)
    page.run()


# Streamlit imports this file once to find the server, and runs it as a script for each reader.
if __name__ == "__main__":
    frame()
else:
    serving.navigation_decides()
    app = st.App(__file__, routes=serving.routes(), middleware=serving.middleware(), lifespan=serving.lifespan)
