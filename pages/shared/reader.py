"""Who reads: the name that signs what they change. Asked for before the first change, never before reading.

The browser keeps it in a cookie, which Streamlit tells as it was when the page connected; what was given since stands
in the session.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import streamlit as st

from core.desk import AlreadyThere, DossierDeleted, DossierFull, NotAccepted, UnknownDocument, UnknownDossier
from core.desk.arrivals.owner import Owner
from core.desk.arrivals.owner import owner as owner_of
from core.wording.persons import MOST_PERSON, person_name
from pages.shared import browser_key, name_cookie, sign_in
from pages.shared.labels import literally
from pages.shared.safe import safe
from pages.shared.serving import asset_url, base_path

NAME = "reader-name"
_WAITS = "waits-for-a-name"
_REFUSED = "refused"
_BROWSER = "browser-key"
_NO_NAME = "A name has letters or digits."
_WHY = "It signs what you change, for everybody who works on the dossier. This browser keeps it; you can change it."
_SIGN_IN = "Whoever changes something signs it by signing in. You come back to this page."
_SIGNED = "You are signed in. Your name signs what you change."
Act = Callable[..., object]


def name() -> str:
    """The name that signs what this reader changes: the one they signed in by, or gave; empty before that."""
    if sign_in.configured():
        return sign_in.person().name
    given = st.session_state.get(NAME)
    return str(given) if given is not None else _kept()


def owner() -> Owner:
    """Whose the drafts of this reader are: who signed in, and else their browser; a page without cookies has its own.

    What a browser handed in before somebody signed in with it is theirs as well.
    """
    browser = browser_key.key_in(st.context.cookies.get(browser_key.COOKIE, ""))
    if not browser:
        browser = st.session_state.setdefault(_BROWSER, browser_key.new())
    person = sorted(one for one in sign_in.person().keys if one.startswith("person:"))
    return owner_of(*person, f"browser:{browser}")


def signed(act: Act, *arguments: Any) -> None:
    """Changes something in the reader's name: calls ``act(*arguments, by=name)``, after asking whoever has none.

    To be called in a callback of a widget, or with ``st.rerun()`` after it. A refusal of the desk is said over the
    page that comes next.
    """
    if name():
        _do(act, arguments)
    else:
        st.session_state[_WAITS] = act, arguments


def ask() -> None:
    """Over a page: the question for the name that a change waits for, and what the desk refused."""
    if _REFUSED in st.session_state:
        st.html(f'<p class="dl-remark" role="alert">{safe(st.session_state.pop(_REFUSED))}</p>')
    if _WAITS in st.session_state:
        (_ask_to_sign_in if sign_in.configured() else _ask)()


def show() -> None:
    """In the head of every page: the reader's name, with the way to change it."""
    with st.container(key="dl-reader"):
        _head()
    _keep()


@st.fragment
def _head() -> None:
    """What is folded is made when it is opened, for that alone."""
    nobody = "Sign in" if sign_in.configured() else "Your name"
    folded = st.popover(literally(name()) or nobody, type="tertiary", key="reader-head", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if sign_in.signed():
            st.caption(_SIGNED)
            st.button("Sign out", on_click=sign_in.leave)
        elif sign_in.configured():
            st.caption(_SIGN_IN)
            sign_in.buttons("head")
        else:
            st.caption(_WHY)
            _form("change", name(), "Keep", lambda: None)


def _drop() -> None:
    st.session_state.pop(_WAITS, None)


@st.dialog("Your name", on_dismiss=_drop)
def _ask() -> None:
    st.caption(_WHY)
    _form("ask", "", "Go on", _go_on)


@st.dialog("Sign in", on_dismiss=_drop)
def _ask_to_sign_in() -> None:
    st.caption(f"{_SIGN_IN} Nothing was changed yet.")
    sign_in.buttons("ask")


def _form(key: str, now: str, label: str, then: Callable[[], None]) -> None:
    """A field for the name; ``then`` follows when it is one."""
    with st.form(f"reader-{key}", border=False):
        given = st.text_input("Your name", now, key=f"reader-{key}-name", max_chars=MOST_PERSON)
        if not st.form_submit_button(label, type="primary"):
            return
    if not person_name(given):
        st.html(f'<p class="dl-remark" role="alert">{_NO_NAME}</p>')
        return
    st.session_state[NAME] = person_name(given)
    then()
    st.rerun()


def _go_on() -> None:
    """Does what waited for the name."""
    waiting = st.session_state.pop(_WAITS, None)
    if waiting is not None:
        _do(*waiting)


def _do(act: Act, arguments: tuple[Any, ...]) -> None:
    try:
        act(*arguments, by=name())
    except (NotAccepted, AlreadyThere, DossierDeleted, DossierFull, UnknownDocument, UnknownDossier) as refusal:
        st.session_state[_REFUSED] = str(refusal)


def _kept() -> str:
    """The name in the cookie that came when the page connected."""
    return name_cookie.name_in(st.context.cookies.get(name_cookie.COOKIE, ""))


def _keep() -> None:
    """Has the browser keep a name that was given since the page connected: the name as data, then our script alone."""
    given = st.session_state.get(NAME)
    if given is None or given == _kept() or sign_in.configured():
        return
    again = hashlib.sha256(given.encode()).hexdigest()[:12]  # another address for another name: the script runs anew
    with st.container(key="dl-script-reader"):
        target = f"{base_path()}{name_cookie.PATH}"
        st.html(f'<p class="dl-reader-name" data-name="{safe(given)}" data-to="{safe(target)}"></p>')
        script = f"{asset_url('theme', 'reader.js')}&for={again}"
        st.html(f'<script src="{script}"></script>', unsafe_allow_javascript=True)
