"""The parts of the map page."""
