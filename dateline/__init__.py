"""Dateline as it is installed: one package that holds app, pages, core and assets, laid out as a checkout."""
