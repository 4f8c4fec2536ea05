"""A desk whose processes are killed again and again while it reads: nothing may be lost, read twice, or half there."""
