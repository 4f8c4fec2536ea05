"""The thinking part of Dateline: documents in, records out. Knows nothing of the interface."""
