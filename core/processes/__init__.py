"""Child processes and their protocol."""
