"""The marks of all dossiers as typed rows of the database, and the one filter as one sub-query of them."""
