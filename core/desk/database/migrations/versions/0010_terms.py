"""What a search asks of marks stands in the indexes themselves, so that their many rows need not be read for it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ASKED = {
    "value": ("value", "passage", "label"),
    "high": ("high", "low", "passage"),
    "latest": ("latest", "earliest", "passage"),
}


def upgrade() -> None:
    """Forwards."""
    for name, columns in _ASKED.items():
        op.drop_index(f"ix_passage_term_{name}", "passage_term")
        op.create_index(f"ix_passage_term_{name}", "passage_term", ["kind", *columns], unique=False)
    named = sa.text("label IS NOT NULL")
    op.create_index(
        "ix_passage_term_named",
        "passage_term",
        ["passage", "kind", "value", "label"],
        unique=False,
        sqlite_where=named,
        postgresql_where=named,
    )
