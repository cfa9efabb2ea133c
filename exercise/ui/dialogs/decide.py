"""What some stages ask of a seat: how it takes part, what it declares or recognises, what it imposes."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.content import Content

from exercise.model import moves as m
from exercise.model.text import printable
from exercise.plain.narration import name, thing
from exercise.ui.dialogs.doing import Doing, DoingDialog, Item, Making
from exercise.ui.packages import seen_by

WAYS: Final = (
    ("take_part", "Take part", "You stand behind what comes now and have a part in it."),
    ("contest", "Take part and contest it", "You take part, and say in public that you will try to change it."),
    (
        "boycott",
        "Boycott it",
        "You leave the hall: your chair is empty in what follows, and what is decided may not hold with your people.",
    ),
)
"""How a delegation can take part, what that is called, and what it means."""


class DecideDialog(DoingDialog):
    """Decisions that belong to a stage of the procedure."""

    TITLE_TEXT: ClassVar[str] = "A decision of your own"
    HELP: ClassVar[str] = (
        "Some stages ask each delegation for a decision of its own: how it takes part, what it declares, whether it recognises\n"
        "what another declared; and a few seats can impose terms. Everybody hears it."
    )

    def about(self) -> Content:
        view, at = self.glance.view, seen_by(self.glance.view)
        said = view.state.participation
        lines = [Content.styled(printable(at.stage.title, lines=False), "bold $accent")]
        lines += [Content(printable(at.stage.text))] if at.stage.text else []
        if said:
            titles = {way: title.lower() for way, title, _ in WAYS}
            heard = ", ".join(f"{name(view.game, seat)}: {titles.get(way, way)}" for seat, way in said.items())
            lines.append(Content.assemble(("Said so far: ", "$muted"), printable(heard, lines=False)))
        return Content("\n").join(lines)

    def doings(self) -> Iterator[Item]:
        view, at, legal = self.glance.view, seen_by(self.glance.view), self.glance.legal
        if "participate" in legal:
            yield "How you take part"
            for way, title, note in WAYS:
                yield Doing(title, _taking_part(way), note=note)
        if "declare" in legal:
            yield "Declare on your own"
            for issue in at.issues:
                for option in view.game.table.issues[issue].options:
                    yield Doing(thing(view.game, option.id), _declaring(option.id), note=option.text)
        if "recognise_state" in legal:
            yield "What others declared"
            for id, (seat, declared) in view.state.declarations.items():
                what = f"{id}, {thing(view.game, declared)}, by {name(view.game, seat)}"
                yield Doing(f"Recognise {what}", _recognising(id, True))
                yield Doing(f"Refuse to recognise {what}", _recognising(id, False))
        if "impose" in legal:
            yield "Impose"
            for proposal in at.live_proposals():
                yield Doing(f"{proposal.id} as it stands", _imposing(*proposal.options))
            for issue in at.issues:
                for option in view.game.table.issues[issue].options:
                    yield Doing(thing(view.game, option.id), _imposing(option.id), note=option.text)


def _taking_part(way: str) -> Making:
    return lambda text: m.Participate(way, text)


def _declaring(option: str) -> Making:
    return lambda text: m.Declare(option, text)


def _recognising(declaration: str, accept: bool) -> Making:
    return lambda text: m.RecogniseState(declaration, accept, text)


def _imposing(*options: str) -> Making:
    return lambda text: m.Impose(options, text)
