"""Records → typed rows, the one filter, what is not shown, and what comes first."""
