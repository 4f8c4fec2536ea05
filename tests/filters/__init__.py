"""Random filters: what the desk's database gives under each, beside what :mod:`core.frames.selection` gives."""
