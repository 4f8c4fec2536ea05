"""What Alembic runs around the migrations: on the connection that it is handed, with our tables to compare with."""

from alembic import context

from core.desk.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
context.run_migrations()
