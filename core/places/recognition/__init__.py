"""Toponym recognition: which stretches of a text name places."""
