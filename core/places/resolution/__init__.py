"""Toponym resolution: which place a name stands for, and how sure that is."""
