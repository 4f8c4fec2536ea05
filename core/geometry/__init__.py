"""Distances and shapes on the Earth: one ruler for all who measure."""
