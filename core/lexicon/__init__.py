"""What words mean to a newsroom, as data: one table a meaning, asked for by meaning."""
