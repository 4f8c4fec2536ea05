"""The full-text search: what a reader types → passages of documents, the same ones on both databases."""
