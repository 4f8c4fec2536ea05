"""The tables of the gazetteer file."""

from __future__ import annotations

VERSION = 6
"""Raise when tables, folding or the choice of names change: files of another version are built anew."""

TABLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, country TEXT, region TEXT,
    population INTEGER NOT NULL, precision_km REAL NOT NULL
);
CREATE TABLE name (key TEXT, entry INTEGER, relation INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE abbreviation (key TEXT, entry INTEGER, relation INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE variant (key TEXT, entry INTEGER, relation INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE misspelling (key INTEGER, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE outline (entry INTEGER PRIMARY KEY, geometry BLOB NOT NULL);
CREATE TABLE part (whole TEXT, part TEXT, PRIMARY KEY (whole, part)) WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX settlement_position ON entry (latitude, longitude) WHERE kind = 'settlement';
CREATE INDEX part_whole ON part (part);
"""
