"""The tables of Procrastinate 3.10, on PostgreSQL alone: between machines it carries the word that documents wait."""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0007"
down_revision = "0001"


def upgrade() -> None:
    """Forwards."""
    if op.get_bind().dialect.name == "postgresql":
        with op.get_bind().connection.cursor() as cursor:  # several statements, which SQLAlchemy's own way refuses
            cursor.execute(SchemaManager.get_schema())
