"""What belongs together: connected components, and rows of words that texts share."""
