"""Whom a sign-in vouches for."""

from __future__ import annotations

import pytest

from core.desk import NotAccepted
from core.desk.limits import MOST_MEMBERS, limits_of
from core.desk.people import GROUPS_CLAIM, PERSON_CLAIM, Person, person_of

ANA = "person:ana@desk.example"


@pytest.mark.parametrize(
    ("claims", "person"),
    [
        ({}, Person()),
        ({"name": "Ana\u202e", "email": "Ana@Desk.example "}, Person("Ana", frozenset({ANA}))),
        ({"email": "ana@desk.example"}, Person("ana@desk.example", frozenset({ANA}))),
        ({"name": "", "preferred_username": "ana", "sub": "7"}, Person("ana")),
        ({"sub": "7"}, Person("7")),
        ({"name": "Ana", "email": "ana@desk.example", "email_verified": False}, Person("Ana")),
        ({"name": "Ana", "email": "ana@desk.example", "email_verified": True}, Person("Ana", frozenset({ANA}))),
        ({"name": "Ana", "groups": ["Desk", " desk", 7, ""]}, Person("Ana", frozenset({"group:desk"}))),
        ({"name": "Ana", "groups": "desk"}, Person("Ana", frozenset({"group:desk"}))),
        ({"name": "Ana", "groups": {"desk": True}, "email": ["x"]}, Person("Ana")),
    ],
)
def test_claims_become_a_person(claims: dict[str, object], person: Person) -> None:
    """Names can be shown; keys are only what is told in the form it must have."""
    assert person_of(claims) == person


def test_which_claims_count_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Houses name them as they like; no claim of another name counts then."""
    monkeypatch.setenv(PERSON_CLAIM, "upn")
    monkeypatch.setenv(GROUPS_CLAIM, "roles")
    claims = {"name": "Ana", "upn": "ana", "email": "x@y.z", "email_verified": False, "roles": ["a"], "groups": ["b"]}
    assert person_of(claims).keys == {"person:ana", "group:a"}


def test_a_group_is_no_person() -> None:
    """Whoever calls a group like somebody's address is not let in as them."""
    assert not person_of({"groups": ["ana@desk.example"]}).keys & person_of({"email": "ana@desk.example"}).keys


@pytest.mark.parametrize("people", ["x" * 201, "\n".join(map(str, range(MOST_MEMBERS + 1)))])
def test_limits_have_limits(people: str) -> None:
    """With a sentence."""
    with pytest.raises(NotAccepted):
        limits_of(people, "")
