"""Folders that are watched: every file that appears in one is read once, and its outcome is remembered."""

from core.desk.watching.folders import Folder, WrongSetting, files_in, folders
from core.desk.watching.remembered import Remembered, Taken
from core.desk.watching.watch import Watch

__all__ = ["Folder", "Remembered", "Taken", "Watch", "WrongSetting", "files_in", "folders"]
