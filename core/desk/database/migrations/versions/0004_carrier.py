"""The tables of Procrastinate 3.10, on PostgreSQL alone: between machines it carries the word that documents wait."""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Forwards."""
    if op.get_bind().dialect.name == "postgresql":
        cursor = op.get_bind().connection.cursor()  # several statements, which SQLAlchemy's own way refuses
        cursor.execute(SchemaManager.get_schema())
        cursor.close()
