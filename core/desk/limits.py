"""The people and groups that a dossier is limited to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from core.desk.database.schema import ADMITTED
from core.desk.dossier import NotAccepted
from core.desk.people import key

MOST_MEMBERS, MOST_CHARACTERS = 200, 200
"""Members of one dossier, and characters of one of them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Addresses of people and names of groups; none of either stands for no limit."""

    people: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()

    @property
    def members(self) -> frozenset[str]:
        """The keys of all of them."""
        return frozenset(key("person", one) for one in self.people) | frozenset(
            key("group", one) for one in self.groups
        )


def limits_of(people: str, groups: str) -> Limits:
    """Limits as somebody wrote them, one a line or with commas between them.

    Raises:
        NotAccepted: there are too many, or one is too long.
    """
    parted = [frozenset(_parted(words)) for words in (people, groups)]
    if sum(map(len, parted)) > MOST_MEMBERS:
        raise NotAccepted(f"A dossier is limited to at most {MOST_MEMBERS} people and groups. Make a group of them.")
    if any(len(one) > MOST_CHARACTERS for words in parted for one in words):
        raise NotAccepted(f"An address or the name of a group has at most {MOST_CHARACTERS} characters.")
    return Limits(*parted)


def limits(connection: Connection, dossier: str) -> Limits:
    """Those of a dossier."""
    members = connection.execute(select(ADMITTED.c.member).where(ADMITTED.c.dossier == dossier)).scalars()
    parted = [member.partition(":") for member in members]
    people, groups = (frozenset(name for kind, _, name in parted if kind == one) for one in ("person", "group"))
    return Limits(people, groups)


def set_limits(connection: Connection, dossier: str, to: Limits) -> bool:
    """Put limits in the place of those before; whether they are other ones."""
    if limits(connection, dossier).members == to.members:
        return False
    connection.execute(delete(ADMITTED).where(ADMITTED.c.dossier == dossier))
    for member in sorted(to.members):
        connection.execute(insert(ADMITTED).values(dossier=dossier, member=member))
    return True


def _parted(words: str) -> list[str]:
    return [one for one in ("".join(filter(str.isprintable, part)).strip() for part in _lines(words)) if one]


def _lines(words: str) -> list[str]:
    return words.replace(",", "\n").replace(";", "\n").splitlines()
