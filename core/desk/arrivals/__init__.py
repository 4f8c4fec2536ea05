"""What people hand in, from the moment the server has it until it is a document of a dossier or they discard it."""
