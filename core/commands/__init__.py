"""What ``python -m core`` can do, one file a command; each loads what it needs only when it runs."""
