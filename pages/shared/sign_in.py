"""Sign-in by the newsroom's own identity provider, where it is configured: Streamlit's OIDC, in its secrets.

Who signed in is who acts: no other name can be typed, and the desk opens limited dossiers to them. Without it, and in
threads that no reader has, nobody is vouched for.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section
from streamlit.runtime.scriptrunner import get_script_run_ctx

from core.desk import access
from core.desk.people import NOBODY, Person, person_of
from pages.shared.labels import literally

_SIGNED = "is_logged_in"


def configured() -> bool:
    """Whether this server has people sign in."""
    return _SIGNED in claims()


def person() -> Person:
    """Who signed in; nobody where nobody did."""
    if get_script_run_ctx() is None:
        return NOBODY
    told = claims()
    return person_of(told) if told.get(_SIGNED) is True else NOBODY


def signed() -> bool:
    """Whether this reader signed in."""
    return claims().get(_SIGNED) is True


def claims() -> Mapping[str, object]:
    """What the provider vouches for; the only place that asks Streamlit."""
    return st.user.to_dict()


def buttons(where: str) -> None:
    """The way to each provider; the page's address is there again afterwards."""
    for provider, label in _providers():
        st.button(label, key=f"sign-in-{where}-{provider}", type="primary", on_click=_go, args=(provider,))


def leave() -> None:
    """Ends the sign-in, here and at the provider."""
    st.logout()


def _go(provider: str) -> None:
    st.login(provider or None)


def _providers() -> list[tuple[str, str]]:
    """Names and labels of the providers in the settings; the unnamed one is empty."""
    section = get_secrets_auth_section()
    named = [name for name in section if isinstance(section[name], Mapping) and "client_id" in section[name]]
    if "client_id" in section or not named:
        return [("", "Sign in")]
    return [(name, f"Sign in with {literally(name)}") for name in named]


access.answer_to(person)
