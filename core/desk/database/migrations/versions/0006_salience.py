"""How much a first view cares for an event or a figure; marks are made anew from the readings by whoever reads next."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ASKED = {
    "mark_places": ("role", "adjective", "latitude", "outside"),
    "mark_events": ("salience", "earliest", "latest"),
    "mark_figures": ("kind", "salience", "low", "high"),
}


def upgrade() -> None:
    """Forwards."""
    for table in ("mark_events", "mark_figures"):
        op.add_column(table, sa.Column("salience", sa.Double(), nullable=False, server_default="0"))
    for table, asked in _ASKED.items():
        op.drop_index(f"ix_{table}_filter", table)
        op.create_index(f"ix_{table}_filter", table, ["document", "place_keys", "spans", *asked], unique=False)
    op.execute("DELETE FROM mark_document")
