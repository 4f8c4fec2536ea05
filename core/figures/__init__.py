"""Key figures: number grammar → what is counted → bound → who says so, where and when."""

from core.figures.finding import find_figures

__all__ = ["find_figures"]
