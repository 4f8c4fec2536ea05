"""Dossiers: what the newsroom works on, found by name; the one at hand named, listed, put aside or deleted."""

from __future__ import annotations

from pages.dossiers import front

front.show()
