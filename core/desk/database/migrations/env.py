"""What Alembic runs around the migrations: on the connection that it is handed, with our tables to compare with."""

from alembic import context

from core.desk.database import search_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=search_tables.PASSAGE.metadata,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
context.run_migrations()
