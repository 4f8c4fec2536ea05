"""What words mean to a newsroom, as data: one table a subject, asked for by meaning."""

from core.lexicon.table import Word, meaning, rows, sheet, values

__all__ = ["Word", "meaning", "rows", "sheet", "values"]
