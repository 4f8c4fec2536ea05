"""The parts of the page where documents are added."""
