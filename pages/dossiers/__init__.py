"""The parts of the page that lists dossiers."""
