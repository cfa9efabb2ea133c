"""Answers about a seat's own papers: its brief, score sheet and cards, and what a package is worth to it."""

from collections.abc import Iterable, Iterator, Sequence

from exercise.engine.moment import Moment
from exercise.engine.sheets import POINT
from exercise.engine.views import View
from exercise.plain.ids import find, not_found
from exercise.plain.narration import thing, things
from exercise.plain.wrapping import wrap

HONESTY = "Scores are the authors' judgement, made for teaching."


def brief(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None:
        return ["This seat has no brief."]
    lines = [role.name, "", "What everybody knows", *wrap(role.summary, "  ", "  "), *_points(role.positions)]
    lines += _part("Your delegation", (f"{d.title}: {d.stance}" for d in role.delegates))
    if role.brief:
        lines += ["", "For your eyes only", *wrap(role.brief, "  ", "  ")]
    lines += _part("Your interests", (f"{issue}: {text}" for issue, text in role.interests.items()))
    lines += _part("Your red lines", (f"{thing(view.game, red.option)}: {red.why}" for red in role.red_lines))
    for title, text in (("Without an agreement", role.no_deal), ("The quarrel in your own house", role.split)):
        if text:
            lines += ["", title, *wrap(text, "  ", "  ")]
    lines += _part("You would walk out if", role.walks_out_if)
    lines += _part("Your mandate", (task.text for task in role.mandate))
    seat = view.game.table.short
    lines += _part("Questions worth asking", (f"To {seat(q.to)} on {q.issue}: {q.text}" for q in role.questions))
    lines += _part("If you are asked", (f"By {seat(a.asker)} on {a.issue}: {a.text}" for a in role.answers))
    short, long = [], []
    for heading, notes in role.notes.items():
        title = heading.replace("_", " ").capitalize()
        if len(notes) == 1 and len(notes[0].split()) == 1:
            short.append(f"{title}: {_community(view, notes[0])}")
        else:
            long += _part(title, notes)
    return lines + long + _part("In short", short)


def _community(view: View, id: str) -> str:
    return next((c.name for c in view.game.scenario.communities if c.id == id), id)


def _part(title: str, texts: Iterable[str]) -> list[str]:
    points = list(_points(texts))
    return ["", title, *points] if points else []


def _points(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from wrap(text, "  - ", "    ")


def signs_from(view: View) -> str:
    """What a package must be worth for this seat to sign, as people read it; empty for a seat without a sheet."""
    return "" if view.reservation is None else f"{round(view.reservation, 1):g}"


def sheet(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None or not role.sheet:
        return ["This seat has no score sheet."]
    wanted, lines = _wanted(words, role.sheet)
    if lines:
        return lines
    lines = [
        *wrap(f"Your score sheet (private). You sign from {signs_from(view)} of 100. {HONESTY}"),
        *wrap(role.weights_why),
    ]
    red = view.own.sheets.red_lines.get(view.seat, frozenset())
    for issue in wanted or view.state.issues:
        if (line := role.sheet.get(issue)) is None:
            continue
        lines.append(f"{thing(view.game, issue)}: weight {weight(view, issue)}")
        for option, value in line.values.items():
            mark = "  RED LINE" if option in red else ""
            lines.append(f"  {option:<6}{value:>4}  {view.game.table.title(option)}{mark}")
        lines += wrap(line.why, "  ", "  ")
    return lines


def weight(view: View, issue: str) -> int:
    """What an issue counts for the viewer, in percent."""
    role = view.role
    if role is None:
        return 0
    weights = role.weights.get(view.game.scenario.settings.weights) or role.weights.get("core", {})
    return weights.get(issue, 0)


def cards(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    role = view.role
    if role is None or not role.cards:
        return ["This seat has no argument cards."]
    table = view.game.table
    wanted, lines = _wanted(words, (*table.issues, *table.options))
    if lines:
        return lines
    if not wanted and not view.state.focus:
        return _list_of_cards(view)
    wanted = wanted or (view.state.focus,)
    said = {a.text for a in view.state.arguments.values() if a.seat == view.seat}
    for card in role.cards:
        if table.issue_of.get(card.option) in wanted or card.option in wanted:
            played = " (played)" if card.text in said else ""
            cites = f", cites {', '.join(card.cites)}" if card.cites else ""
            lines.append(f"{card.id}{played} {card.side} {thing(view.game, card.option)}{cites}")
            lines.append(f"    to play it: argue {card.option} {card.side} {card.id}")
            lines += wrap(card.text, "    ", "    ")
            lines += wrap(card.reply, "    they will say: ", "      ") + wrap(card.answer, "    you answer: ", "      ")
    return lines or ["No cards on that."]


def _list_of_cards(view: View) -> list[str]:
    """Every card in a line, where nothing says which are wanted."""
    own = view.role.cards if view.role else ()
    lines = [f"  {card.id:<10} {card.side} {thing(view.game, card.option)}" for card in own]
    first = view.game.table.issue_of.get(own[0].option, "")
    return [
        *lines,
        *wrap(f"cards {first} shows what they say; argue {own[0].id} plays one."),
    ]


def _wanted(words: Sequence[str], known: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """The ids that words name, or what is wrong with one of them."""
    ids = tuple(known)
    for word in words:
        if not find(word, ids):
            return (), [not_found("issue or option", word, ids)]
    return tuple(find(word, ids) for word in words), []


def value(view: View, at: Moment, words: tuple[str, ...]) -> list[str]:
    if view.seat not in view.own.sheets.worth:
        return ["This seat has no score sheet."]
    known = (*view.game.table.options, *(p.id for p in at.live_proposals()), *(["text"] if view.state.text else []))
    options: list[str] = []
    for word in (part for typed in words for part in typed.split(",") if part):
        id = find(word, known)
        if not id:
            return [not_found("option or proposal", word, known)]
        proposal = at.proposal(id)
        options += proposal.options if proposal else (id,)
    if not options:
        return ["Name options, a proposal, or text: value FED3 OIL3 is written with the ids that agenda lists."]
    return worth(view, options)


def worth(view: View, options: Sequence[str]) -> list[str]:
    """What options are worth to the viewer, whether it could sign them, and what stands against it."""
    sheets, table = view.own.sheets, view.game.table
    if view.seat not in sheets.worth or view.reservation is None:
        return []
    red = [o for o in options if o in sheets.red_lines.get(view.seat, frozenset())]
    missing = [i for i in table.core if i not in {table.issue_of[o] for o in options}]
    if len(options) == 1 and missing:
        lines = [_worth_of_one(view, options[0])]
    else:
        total = sheets.utility(view.seat, tuple(options)) / POINT
        could = "you could sign" if total >= view.reservation and not red else "you could not sign"
        lines = [f"For you {total:.1f} of 100; you need {view.reservation:g}: {could}."]
        lines += [f"Still open: {', '.join(missing)}; an open issue adds nothing."] if missing else []
    lines += [f"Red lines in it: {things(view.game, red)}."] if red else ["No red line of yours is in it."]
    return lines + [f"They do not fit together: {why}." for why in sheets.clashes(options)]


def _worth_of_one(view: View, option: str) -> str:
    issue = view.game.table.issue_of[option]
    line = view.role.sheet.get(issue) if view.role else None
    points = line.values.get(option, 0) if line else 0
    return f"For you {option} is worth {points} of 100 on {issue}, which counts {weight(view, issue)} percent."
