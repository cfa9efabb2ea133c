"""A list of which several lines can be chosen: what is chosen has a mark, and not only another colour."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import SelectionList
from textual.widgets.option_list import OptionDoesNotExist


class MarkingList(SelectionList[str]):
    """The library draws the mark on every line and tells what is chosen by its colour alone."""

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        try:
            option = self.get_option_at_index(y + self.scroll_offset.y)
        except OptionDoesNotExist:
            return line
        if getattr(option, "value", None) in self.selected:
            return line
        left, mark, *rest = line
        return Strip([left, Segment(" ", mark.style), *rest], line.cell_length)
