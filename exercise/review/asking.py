"""Commands that ask about an exercise: how things stood, the ledgers, predictions and the scoreboard."""

from exercise.plain.ids import find, not_found
from exercise.plain.wrapping import fit
from exercise.review import stood, told_findings, told_ledgers
from exercise.review.standpoint import AskError, Standpoint
from exercise.review.stepping import Words


def how_things_stood(here: Standpoint, words: Words) -> list[str]:
    """Every panel, or those that are named, at the event where it stands."""
    wanted = [find(word, stood.PANELS) for word in words]
    if "" in wanted:
        raise AskError(f"there is no panel {words[wanted.index('')]}; there are {', '.join(stood.PANELS)}")
    shown = {which: stood.panel(here, which) for which in wanted} if wanted else stood.panels(here)
    if not shown:
        raise AskError("nothing has happened yet here; step on with next")
    lines: list[str] = []
    for which, told in shown.items():
        heading = stood.PANELS[which][0]
        lines += ([""] if lines else []) + ([heading] if heading else [])
        lines += [f"  {line}" if heading else line for line in told]
    return lines


def dials(here: Standpoint, words: Words) -> list[str]:
    """The dials at this moment."""
    return stood.panel(here, "dials")


def zone(here: Standpoint, words: Words) -> list[str]:
    """The zone of agreement at this moment."""
    return stood.panel(here, "zone")


def ledger_of_moves(here: Standpoint, words: Words) -> list[str]:
    """Who moved on what, after what."""
    return told_ledgers.told_moves(here.desk.game, here.desk.seen(here.viewer))


def speech(here: Standpoint, words: Words) -> list[str]:
    """Who spoke how much, and after whom."""
    return told_ledgers.told_speech(here.desk.game, here.desk.seen(here.viewer))


def side_deals(here: Standpoint, words: Words) -> list[str]:
    """Side deals, kept and broken."""
    return told_ledgers.told_promises(here.desk.game, here.desk.seen(here.viewer))


def flow(here: Standpoint, words: Words) -> list[str]:
    """The debate up to this moment, on one issue or by issue."""
    issues = here.desk.game.table.issues
    issue = find(words[0], issues) if words else ""
    if words and not issue:
        raise AskError(_missing("issue", words[0], list(issues)))
    return told_ledgers.told_flow(here.desk.game, here.heard(), issue)


def cited(here: Standpoint, words: Words) -> list[str]:
    """The claims that were cited up to this moment, and how."""
    return told_ledgers.told_citations(here.desk.game, here.heard())


def findings(here: Standpoint, words: Words) -> list[str]:
    """Predictions with their verdicts, or one of them with its evidence and the line of reasoning."""
    _open(here, "findings")
    modes = {mode.id: mode for mode in here.desk.game.scenario.findings}
    if not words:
        return told_findings.told_findings(here.desk, here.notes.notes)
    id = find(words[0], modes)
    if not id:
        raise AskError(_missing("finding", words[0], list(modes)))
    return told_findings.told_finding(here.desk, here.viewer, modes[id], here.notes.notes)


def early_warnings(here: Standpoint, words: Words) -> list[str]:
    """Early warnings where they stood."""
    _open(here, "early warnings")
    return told_findings.told_warnings(here.desk)


def scoreboard(here: Standpoint, words: Words) -> list[str]:
    """Which article the exercise bears out, with the events behind it."""
    _open(here, "the scoreboard")
    rows = [row.id for row in here.desk.game.scenario.scoreboard]
    if words and not find(words[0], rows):
        raise AskError(_missing("question", words[0], rows))
    return told_findings.told_scoreboard(here.desk, here.viewer, find(words[0], rows) if words else "")


def _open(here: Standpoint, what: str) -> None:
    if not here.open:
        raise AskError(f"{what} are open when the exercise is over; look with as facilitator")


def _missing(what: str, word: str, known: list[str]) -> str:
    return " ".join(fit(not_found(what, word, known))).strip().removesuffix(".")
