"""What was taken out of watched folders."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "watched",
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("dossier", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("folder", "dossier", "sha256", name=op.f("pk_watched")),
        comment="Files taken out of watched folders, by their content; the dossier may not be there yet, or no longer.",
    )
