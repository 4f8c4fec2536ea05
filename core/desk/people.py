"""Who acts on the desk: a name that signs, and by which keys a dossier may be open to them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from core.wording.persons import person_name

PERSON_CLAIM, GROUPS_CLAIM = "DATELINE_PERSON_CLAIM", "DATELINE_GROUPS_CLAIM"
"""Settings: in which claim of a sign-in a person's address stands, and in which their groups."""

_USUAL = {PERSON_CLAIM: "email", GROUPS_CLAIM: "groups"}
_NAMES = ("name", "preferred_username", "nickname", "email", "sub")
Kind = Literal["person", "group"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who asks; without keys somebody whom nobody vouches for."""

    name: str = ""
    keys: frozenset[str] = frozenset()


NOBODY = Person()


def key(kind: Kind, words: str) -> str:
    """What an address or the name of a group is compared by: its case and outer spaces tell nothing."""
    return f"{kind}:{unicodedata.normalize('NFKC', words).strip().casefold()}"


def person_of(claims: Mapping[str, object]) -> Person:
    """The person whom a sign-in vouches for by its claims. An address that it says is not verified is nobody's."""
    names = (person_name(str(claims[claim])) for claim in _NAMES if claims.get(claim))
    person, groups = claims.get(_claim(PERSON_CLAIM)), claims.get(_claim(GROUPS_CLAIM))
    unverified = _claim(PERSON_CLAIM) == "email" and claims.get("email_verified") in (False, "false")
    keys = {key("person", person)} if isinstance(person, str) and person.strip() and not unverified else set()
    several = [groups] if isinstance(groups, str) else groups if isinstance(groups, list | tuple) else []
    keys |= {key("group", group) for group in several if isinstance(group, str) and group.strip()}
    return Person(next((name for name in names if name), ""), frozenset(keys))


def _claim(setting: str) -> str:
    return os.environ.get(setting) or _USUAL[setting]
