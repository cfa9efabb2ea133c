"""A scenario made ready to run: look-ups that every move needs, built once and shared by all exercises of that scenario."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from exercise.engine.expressions import Expressions
from exercise.engine.procedure import Procedure
from exercise.engine.sheets import Sheets
from exercise.model.events import Pledged, StageEntered
from exercise.model.scenario import COSTS, Deck, Dial, Inject, Issue, Option, Rule, Scenario, Seat, SeatKind, Stage
from exercise.model.setup import Setup


@frozen(slots=False, eq=False)
class Table:
    """A scenario and everything that can be looked up in it. Holds nothing of a single exercise."""

    scenario: Scenario

    @cached_property
    def seats(self) -> Mapping[str, Seat]:
        return {seat.id: seat for seat in self.scenario.seats}

    @cached_property
    def parties(self) -> tuple[str, ...]:
        return tuple(seat.id for seat in self.scenario.seats if seat.kind is SeatKind.PARTY)

    @cached_property
    def mediator(self) -> str:
        return next((seat.id for seat in self.scenario.seats if seat.kind is SeatKind.MEDIATOR), "")

    @cached_property
    def communities(self) -> Mapping[str, tuple[str, ...]]:
        """Voting parties by community."""
        return {
            community.id: tuple(
                s.id for s in self.scenario.seats if s.community == community.id and s.id in self.parties
            )
            for community in self.scenario.communities
        }

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        return {issue.id: issue for issue in self.scenario.issues}

    @cached_property
    def options(self) -> Mapping[str, Option]:
        return {option.id: option for issue in self.scenario.issues for option in issue.options}

    @cached_property
    def conditional(self) -> Mapping[str, str]:
        """The options that are not on offer from the start, with what has to hold first."""
        return {id: option.needs for id, option in self.options.items() if option.needs}

    @cached_property
    def issue_of(self) -> Mapping[str, str]:
        """The issue to which each option belongs."""
        return {option.id: issue.id for issue in self.scenario.issues for option in issue.options}

    @cached_property
    def options_of(self) -> Mapping[str, tuple[str, ...]]:
        """The options of each issue, in the order of the scenario."""
        return {issue.id: tuple(option.id for option in issue.options) for issue in self.scenario.issues}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The number of each option in the order of the scenario."""
        return {option: number for number, option in enumerate(self.issue_of)}

    @cached_property
    def core(self) -> tuple[str, ...]:
        return tuple(issue.id for issue in self.scenario.issues if issue.core)

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.scenario.stages}

    @cached_property
    def rows(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Who sits at the table of each stage: mediator, delegations, outside actors, in the order of the scenario."""
        return {stage.id: self._rows(stage.table or tuple(self.seats)) for stage in self.scenario.stages}

    def _rows(self, table: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        apart = (SeatKind.MEDIATOR, SeatKind.OUTSIDE)
        here = [seat for seat in self.scenario.seats if seat.id in table]
        mediator, outside = (tuple(seat.id for seat in here if seat.kind is kind) for kind in apart)
        return mediator, tuple(seat.id for seat in here if seat.kind not in apart), outside

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.scenario.rules}

    @cached_property
    def dials(self) -> Mapping[str, Dial]:
        return {dial.id: dial for dial in self.scenario.dials}

    @cached_property
    def injects(self) -> Mapping[str, Inject]:
        return {inject.id: inject for inject in self.scenario.injects}

    @cached_property
    def stirring(self) -> frozenset[str]:
        """The kinds of event that something answers to at once: a reaction of the scenario, or cards of a stage."""
        return frozenset((*self.scenario.reactions, StageEntered.kind, Pledged.kind))

    @cached_property
    def decks(self) -> Mapping[str, Deck]:
        return {deck.id: deck for deck in self.scenario.decks}

    @cached_property
    def claims(self) -> frozenset[str]:
        return frozenset(claim.id for claim in self.scenario.claims)

    @cached_property
    def costs(self) -> Mapping[str, int]:
        return {**COSTS, **self.scenario.clock.costs}

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.scenario)

    @cached_property
    def procedure(self) -> Procedure:
        return Procedure(self.scenario)

    @cached_property
    def expressions(self) -> Expressions:
        return Expressions()

    def title(self, thing: str) -> str:
        """The title of an option or issue, or the name of a seat; what is unknown stays as it is."""
        if thing in self.options:
            return self.options[thing].title
        if thing in self.issues:
            return self.issues[thing].title
        if thing in self.seats:
            return self.short(thing)
        return thing

    def spoken(self, thing: str) -> str:
        """An option, issue or seat as it is named within a sentence."""
        if thing in self.issues:
            return self.issues[thing].short or f"“{self.issues[thing].title}”"
        return self.title(thing)

    def short(self, seat: str) -> str:
        """The name of a seat as spoken in the hall."""
        role = self.scenario.roles.get(seat)
        return role.short if role is not None and role.short else self.seats[seat].name if seat in self.seats else seat


@frozen(eq=False)
class Game:
    """One exercise to be: a scenario's table and the setup."""

    table: Table
    setup: Setup = field(factory=Setup)
    scenario: Scenario = field(init=False)

    @scenario.default
    def _of_the_table(self) -> Scenario:
        return self.table.scenario

    @property
    def red_lines_bind(self) -> bool:
        return (self.setup.red_lines or self.scenario.settings.red_lines) == "bind"
