"""Key figures: number grammar → what is counted → bound → who says so, where and when."""

from core.figures.recognition import find_figures

__all__ = ["find_figures"]
