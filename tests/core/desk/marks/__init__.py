"""Marks as rows of the database."""
