"""In caucus: private words, side deals, and a ledger of what was promised and whether it was kept."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.content import Content

from exercise.engine.views import View
from exercise.model import events as e
from exercise.model import moves as m
from exercise.model.state import Deal
from exercise.model.text import printable
from exercise.plain.narration import name, thing, things
from exercise.ui.dialogs.doing import Doing, DoingDialog, Doings, Item, Making, Opening
from exercise.ui.dialogs.offer import OfferDialog
from exercise.ui.packages import seen_by

RECENT = 6
"""Words of a conversation that are shown."""


class DealsDialog(DoingDialog):
    """Who said what to whom in private, and the deals of this seat."""

    TITLE_TEXT: ClassVar[str] = "In private"
    WORDS: ClassVar[str] = "What you say in private (Tab), then Enter on a delegation"
    HELP: ClassVar[str] = (
        "Private words and side deals. Highlight a delegation to read what passed between you; type words and press Enter to\n"
        "send them to it. The ledger says who promised to support what, and whether the record shows it. Nobody else sees any\n"
        "of it, but the facilitator does, and at the end everybody may."
    )

    def about(self) -> Content:
        with_whom = self._highlighted()
        parts = []
        if with_whom:
            parts.append(Content.styled(f"With {name(self.glance.view.game, with_whom)}  private", "bold"))
            parts += self._conversation(with_whom) or [Content.styled("Not a word yet.", "$muted")]
            parts.append(Content(""))
        return Content("\n").join([*parts, *_ledger(self.glance.view)])

    def _highlighted(self) -> str:
        option = self.list.highlighted_option if self.is_mounted else None
        if option is None or option.id is None:
            return ""
        item = self.items[int(option.id)]
        move = item.make("...") if isinstance(item, Doing) else None
        return move.to[0] if isinstance(move, m.Tell) else ""

    def _conversation(self, seat: str) -> list[Content]:
        view, lines = self.glance.view, []
        for event in self.chair.heard():
            body = event.body
            mine = event.seat == view.seat and isinstance(body, e.Told | e.Shuttled) and seat in body.to
            theirs = event.seat == seat and isinstance(body, e.Told | e.Shuttled) and view.seat in body.to
            if (mine or theirs) and isinstance(body, e.Told | e.Shuttled):
                who = "You" if mine else name(view.game, seat)
                lines.append(
                    Content.assemble((f"{who}, day {event.day}: ", "$muted"), printable(body.text, lines=False))
                )
        return lines[-RECENT:]

    def doings(self) -> Iterator[Item]:
        view = self.glance.view
        for deal in sorted(view.state.deals.values(), key=lambda deal: deal.id):
            if deal.to == view.seat and deal.state == "open":
                what = f"{name(view.game, deal.seat)} supports {things(view.game, deal.give)}, you support {things(view.game, deal.get)}"
                yield Doing(f"Accept {deal.id}: {what}", _accepting(deal.id))
                yield Doing(f"Decline {deal.id}", _declining(deal.id))
        yield Opening("Offer a side deal", partial(OfferDialog, self.chair), ("offer_deal",))
        yield "Say something to"
        for seat in seen_by(view).others():
            yield Doing(name(view.game, seat), _telling(seat), needs_words=True)

    @on(Doings.OptionHighlighted)
    def _talk(self) -> None:
        self.about_text.update(self.about())


def _telling(seat: str) -> Making:
    return lambda text: m.Tell((seat,), text)


def _accepting(deal: str) -> Making:
    return lambda text: m.AcceptDeal(deal, text)


def _declining(deal: str) -> Making:
    return lambda text: m.DeclineDeal(deal, text)


def _ledger(view: View) -> list[Content]:
    """Every deal of the viewer with what each side promised and whether it is on record for it."""
    deals = sorted(view.state.deals.values(), key=lambda deal: deal.id)
    if not deals:
        return [Content.styled("No side deals of yours yet.", "$muted")]
    lines = [Content.assemble(("Ledger", "bold"), ("  private", "$muted"))]
    for deal in deals:
        lines.append(
            Content.assemble(
                (f"{deal.id} ", "bold"), (deal.state, "$success" if deal.state == "accepted" else "$muted")
            )
        )
        for seat, options in ((deal.seat, deal.give), (deal.to, deal.get)):
            lines.append(_promise(view, deal, seat, options))
    return lines


def _promise(view: View, deal: Deal, seat: str, options: tuple[str, ...]) -> Content:
    held = view.state.positions.get(seat, {})
    kept = all(held.get(view.game.table.issue_of[option]) == option for option in options)
    who = "You" if seat == view.seat else name(view.game, seat)
    words = "" if deal.state != "accepted" else ("on record, kept so far" if kept else "not on record")
    what = ", ".join(thing(view.game, option) for option in options)
    return Content.assemble(
        f"   {who}: support for {printable(what, lines=False)}  ", (words, "$success" if kept else "$warning")
    )
