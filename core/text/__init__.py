"""One lens on a text: the spaCy pipeline, its language, and what its characters and lines are."""
