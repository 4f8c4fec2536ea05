"""Texts made from the grammars' own patterns and words, so that a new rule is said in a test without a new row."""
