"""A desk kept for years: one file that holds all of it, a desk made from such a file, and what is wrong with one."""

from core.desk.keeping.archive import NoBackup
from core.desk.keeping.backup import back_up
from core.desk.keeping.check import Report, check
from core.desk.keeping.restore import NotEmpty, restore

__all__ = ["NoBackup", "NotEmpty", "Report", "back_up", "check", "restore"]
