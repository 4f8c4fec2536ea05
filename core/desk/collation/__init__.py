"""What the documents of a dossier say together: worked out by workers, stored as rows, read by pages."""
