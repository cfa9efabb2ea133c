"""The words of the expression language: what a scenario's conditions and tests may ask about an exercise.

The table is data: the compiler declares it, the checker suggests names from it, the documentation is printed from it
and `engine.facts` answers every name.
"""

from collections.abc import Collection, Mapping
from typing import Final

from attrs import frozen

from exercise.model.events import EVENTS
from exercise.model.scenario import Scenario

INTEGERS: Final = frozenset({"number", "days", "event"})
"""Kinds of parameter that are whole numbers; `claims` is a list of strings and every other kind is a string."""


@frozen
class Variable:
    name: str
    type: str
    meaning: str
    example: str


@frozen
class Function:
    """`parameters` are kinds of name (dial, issue, seat ...), so that a literal argument can be checked."""

    name: str
    parameters: tuple[str, ...]
    type: str
    meaning: str
    example: str

    @property
    def signature(self) -> str:
        return f"{self.name}({', '.join(self.parameters)})"


_V = Variable
VARIABLES: Final = (
    _V("day", "int", "the day of the conference", "day >= 10"),
    _V("days", "int", "the last day before the deadline", "day > days - 3"),
    _V("session", "int", "the session of the day, 1 is the first", "session == 1"),
    _V("stage", "string", "the id of the stage", "stage == 'drafting'"),
    _V("closed", "bool", "the bargaining is over", "closed && !adopted"),
    _V("ended", "string", "why the bargaining ended, empty while it goes on", "ended == 'deadlock'"),
    _V("success", "bool", "the bargaining ended in agreement", "closed && !success"),
    _V("end_day", "int", "the day on which the bargaining ended, today while it goes on", "end_day < days"),
    _V("deadline_reached", "bool", "the deadline passed, or the bargaining ended on the last day", "deadline_reached"),
    _V("clock_extended", "int", "how often the clock was stopped or extended", "clock_extended == 0"),
    _V("epilogue", "bool", "the aftermath was played", "epilogue && dial('violence') > 80.0"),
    _V("steps", "int", "issue sessions and ballots on substance so far", "steps >= 3"),
    _V("issues", "list<string>", "issues on the agenda", "'KRK' in issues"),
    _V("core", "list<string>", "issues of the package that has to be settled", "core.all(i, settled(i))"),
    _V("parties", "list<string>", "voting parties at the conference", "'SADR' in parties"),
    _V("communities", "list<string>", "communities with a voting party at the conference", "communities.size() > 2"),
    _V("outside", "list<string>", "outside actors at the conference", "'US' in outside"),
    _V("mediator", "string", "the mediator's seat, empty where there is none", "mediator != ''"),
    _V("core_settled", "int", "core issues settled", "core_settled < 3"),
    _V("settled_count", "int", "issues settled, core or not", "settled_count > core_settled"),
    _V("last_settled_day", "int", "the last day on which an issue was settled, 0 for never", "last_settled_day > 10"),
    _V("text", "list<string>", "options of the mediator's text on the table", "'FED3' in text"),
    _V("final_held", "bool", "a package was put to the final ballot", "final_held && !adopted"),
    _V("adopted", "bool", "the final package passed its decision rule", "adopted"),
    _V("unanimous", "bool", "every voting party said yes to the final package", "core_settled == 5 && unanimous"),
    _V("yes_votes", "list<string>", "parties for the final package", "yes_votes.size() >= 4"),
    _V("no_votes", "list<string>", "parties against the final package", "'IAF' in no_votes"),
    _V("abstained", "list<string>", "parties that abstained in the final ballot", "abstained.size() == 0"),
    _V("absent", "list<string>", "parties that were not there at the final ballot", "'SADR' in absent"),
    _V("zone_size", "int", "packages every party could accept now, -1 without score sheets", "zone_size == 0"),
    _V("zone_empty_since", "int", "the day since which there is none, 0 where there is one", "zone_empty_since > 0"),
    _V("moved_by_argument", "int",
       "changes of position on a core issue that followed another party's words, with no card or pressure between",
       "moved_by_argument > 0"),
    _V("share_from_parties", "double", "share of the final core options that a party tabled first",
       "share_from_parties >= 0.6"),
    _V("share_from_outside", "double",
       "share of the final core options that first appeared with the mediator or an outside actor",
       "share_from_outside > 0.5"),
    _V("first_mixed_day", "int", "first day with a package sponsored from two communities, 0 for never",
       "first_mixed_day == 0"),
    _V("parted", "list<int>", "events in which a party refused a package that a sister party of its community supports",
       "parted.size() > 0"),
    _V("role_by", "string", "who decided the role of outsiders: empty, 'parties' or a seat", "role_by == 'parties'"),
)  # fmt: skip

_F = Function
FUNCTIONS: Final = (
    _F("dial", ("dial",), "double", "where a dial stands now", "dial('violence') >= 60.0"),
    _F("dial_start", ("dial",), "double", "where it stood at the start", "dial('trust') < dial_start('trust')"),
    _F("dial_change", ("dial",), "double", "how far it has moved since the start", "dial_change('spoilers') <= -10.0"),
    _F("dial_at_close", ("dial",), "double", "where it stood when the bargaining ended, or stands now",
       "dial_at_close('ownership') < 35.0"),
    _F("dial_on", ("dial", "days"), "double", "where it stood at the end of a day", "dial_on('trust', 3) < 20.0"),
    _F("dial_at", ("dial", "event"), "double", "where it stood just before an event",
       "parted.exists(n, dial_at('violence', n) < 50.0)"),
    _F("dial_lowest", ("dial", "days"), "double", "its lowest end of day from that day on",
       "dial_lowest('ownership', 5) < 30.0"),
    _F("dial_mean", ("dial", "days"), "double", "its mean over the last so many ends of day of the bargaining",
       "dial_mean('displacement', 5) >= 60.0"),
    _F("epilogue_change", ("dial",), "double", "how far it moved after the bargaining ended",
       "epilogue_change('violence') >= 15.0"),
    _F("on_agenda", ("issue",), "bool", "the issue is on the agenda", "on_agenda('NBR')"),
    _F("issue_of", ("option",), "string", "the issue of an option", "issue_of('FED3') == 'FED'"),
    _F("settled", ("issue",), "bool", "an option is agreed that does not postpone the issue", "settled('OIL')"),
    _F("deferred", ("issue",), "bool", "the issue was closed by postponing it", "core.exists(i, deferred(i))"),
    _F("agreed", ("issue",), "string", "the agreed option or ''", "agreed('FED') in ['FED5', 'FED6']"),
    _F("settled_day", ("issue",), "int", "the day on which it was settled, 0 for never", "settled_day('SEC') > 12"),
    _F("final", ("issue",), "string", "its option in the final package, else the agreed one, else ''",
       "final('INT') == 'INT1'"),
    _F("includes", ("option",), "bool", "the option is in the final package or agreed", "includes('SEC5')"),
    _F("distance", ("package",), "int", "core issues on which the final package differs from a reference package",
       "distance('PFREEZE') <= 1"),
    _F("tabled", ("option",), "bool", "somebody put the option on the table", "tabled('FED6')"),
    _F("tabled_day", ("option",), "int", "the day on which that happened, 0 for never",
       "tabled_day('FED5') == day - 1"),
    _F("first_by", ("option",), "string", "the seat that tabled it first or ''", "first_by('OIL3') in parties"),
    _F("refusals", ("option",), "int", "seats that spoke or voted against it", "refusals('FED1') >= 3"),
    _F("supporters", ("option",), "list<string>", "seats on record for it or with a yes to a package that holds it",
       "'TUR' in supporters('NBR4')"),
    _F("backing", ("option", "community"), "int", "voting parties of a community among its supporters",
       "backing('OIL3', 'kurd') > 0"),
    _F("refused_after", ("seat", "option", "event"), "bool", "the seat refused the option after that event",
       "entries('pressed').exists(p, refused_after(p.client, p.option, p.n))"),
    _F("votes_behind", ("option",), "int", "votes of the parties among its supporters, by the weight of their seats",
       "votes_behind('EXE2') >= 138"),
    _F("came_round", ("option", "option"), "int",
       "parties that refused the first option and took it after the second was tabled",
       "came_round('FED3', 'FED5') > 0"),
    _F("kept", ("option", "number"), "bool",
       "the mediator's text or an outside actor still asked for it after so many seats had refused it",
       "kept('FED1', 3)"),
    _F("position", ("seat", "issue"), "string", "the option a seat is on record for or ''",
       "position('KA', 'OIL') == 'OIL5'"),
    _F("community", ("community",), "string",
       "'endorses', 'rejects', 'split' or 'absent' at the final ballot, '' where there was none",
       "community('sunni') == 'rejects'"),
    _F("members", ("community",), "list<string>", "its voting parties at the conference",
       "members('cross').exists(p, p in no_votes)"),
    _F("present", ("seat",), "bool", "the seat was admitted to the conference", "present('MINOR')"),
    _F("away", ("seat",), "bool", "the seat has walked out or is absent", "away('SADR')"),
    _F("back_day", ("seat", "event"), "int", "the day on which a seat returned after that event, 0 for never",
       "entries('walked_out').exists(w, back_day(w.seat, w.n) == 0)"),
    _F("spoke", ("seat",), "int", "times the seat spoke, argued, asked or answered", "spoke('MINOR') == 0"),
    _F("heard", ("seat",), "int", "the same before the final ballot", "heard('MINOR') == 0"),
    _F("last_consulted", ("seat",), "int",
       "the last day on which another seat asked it, visited it, wrote to it or dealt with it, 0 for never",
       "end_day - last_consulted('INL') >= 5"),
    _F("silence", ("seat",), "int", "the longest run of days without a step of substance by the seat",
       "silence('US') >= 5"),
    _F("citers", ("claims",), "list<string>", "parties that cited one of the claims in an argument",
       "'KA' in citers(['S0.28'])"),
    _F("blamed", ("seat", "event"), "int", "refusals after that event whose reason names the seat",
       "entries('endorsed').exists(e, blamed(e.party, e.n) >= 2)"),
    _F("held_out", ("seat", "days"), "bool",
       "from that day on the party refused a package that was worth its reservation", "held_out('SADR', 12)"),
    _F("raised", ("event", "days"), "bool",
       "within so many days after the event a party moved to an option worth more to it",
       "entries('inject').exists(i, i.inject == 'E05' && raised(i.n, 2))"),
    _F("reservation_fell", ("seat",), "double",
       "points by which its reservation fell below its sheet, negative if it rose", "reservation_fell('KA') >= 2.0"),
    _F("fell_after_setback", ("seat",), "bool",
       "its reservation fell by a point within a day of a walk-out, a lost ballot or bad news",
       "parties.exists(p, fell_after_setback(p))"),
    _F("fired", ("inject",), "bool", "the card was played", "fired('E01')"),
    _F("fired_day", ("inject",), "int", "the day on which it was played, 0 for never", "day > fired_day('E01')"),
    _F("chose", ("inject", "choice"), "bool", "the decision on a card", "chose('E06', 'accept')"),
    _F("played", ("card kind",), "int", "cards of a kind played so far", "played('security') >= 3"),
    _F("count", ("kind",), "int", "events of a kind so far", "count('split') >= 2"),
    _F("entries", ("kind",), "list<map<string, dyn>>",
       "the events of a kind with n, day, session, seat and the kind's own fields",
       "entries('walked_out').exists(w, w.day > 10)"),
    _F("occurred", ("finding",), "bool",
       "another finding, written above this one, occurred; only in findings, outcomes and the scoreboard",
       "occurred('C01')"),
)  # fmt: skip

EVENT_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    kind: tuple(dict.fromkeys(("n", "day", "session", "seat", *body.__struct_fields__)))
    for kind, body in EVENTS.items()
}
"""The fields of an entry by kind of event."""

VARIABLE: Final[Mapping[str, Variable]] = {variable.name: variable for variable in VARIABLES}
FUNCTION: Final[Mapping[str, Function]] = {function.name: function for function in FUNCTIONS}


def known(scenario: Scenario) -> Mapping[str, Collection[str]]:
    """The ids that a literal argument of each kind may name in this scenario."""
    return {
        "dial": [dial.id for dial in scenario.dials],
        "issue": [issue.id for issue in scenario.issues],
        "option": [option.id for issue in scenario.issues for option in issue.options],
        **{f"option of {issue.id}": [option.id for option in issue.options] for issue in scenario.issues},
        "stage": [stage.id for stage in scenario.stages],
        "seat": [seat.id for seat in scenario.seats],
        "community": [community.id for community in scenario.communities],
        "package": [package.id for package in scenario.reference_packages],
        "inject": [inject.id for inject in scenario.injects],
        "choice": [o.id for inject in scenario.injects if inject.choice for o in inject.choice.options],
        "claims": [claim.id for claim in scenario.claims],
        "finding": [finding.id for finding in scenario.findings],
    }
