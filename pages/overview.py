"""Overview: this page is being set."""

from pages.shared import frame

view = frame.opening("Overview")
