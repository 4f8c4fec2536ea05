"""To whom a dossier is limited."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "admitted",
        sa.Column("dossier", sa.String(length=64), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier"], ["dossier.id"], name=op.f("fk_admitted_dossier_dossier"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dossier", "member", name=op.f("pk_admitted")),
        comment="Whom a dossier is limited to, person:… or group:…; one without is open to all who have its address.",
    )
