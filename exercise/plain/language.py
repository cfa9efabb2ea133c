"""The command language: one line of text is one move or one question.

Scripts, the line mode, golden playthroughs and the interface's command bar share it. Words name things (`FED3`, `P2`, `KA`),
text stands in quotes, keywords introduce what follows (`cite`, `on`, `because`, `give`, `get`, `by`). How a command is written
is said once, in its usage: the parser reads from it which keywords and texts a command takes.
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import field, frozen

from exercise.model import moves as m

KEYWORDS: Final = ("cite", "on", "because", "give", "get", "by")
QUOTES: Final = {'"': '"', "“": "”", "«": "»"}


@frozen
class Line:
    """A command line taken apart. `words` are the plain words in order, `keys` what stands after each keyword."""

    verb: str
    words: tuple[str, ...] = ()
    text: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(factory=dict)


@frozen
class Problem:
    """A line that is no command: why, where (column from 1), and what was probably meant."""

    message: str
    column: int = 1
    hint: str = ""


@frozen
class Query:
    """A question to the exercise itself; it changes nothing."""

    verb: str
    words: tuple[str, ...] = ()


@frozen
class Word:
    """How a command is written, what it does, and how it becomes a move; `least` and `more` count its plain words.

    `short` is the move where a single word is all that was written, for a command that has such a form.
    """

    usage: str
    says: str
    build: Callable[[Line], m.Move]
    least: int = 0
    more: int | None = None
    short: Callable[[Line], m.Move] | None = None

    @property
    def most(self) -> int:
        return self.least if self.more is None else self.more

    @property
    def keys(self) -> tuple[str, ...]:
        words = self.usage.replace("[", " ").replace("]", " ").split()
        return tuple(key for key in KEYWORDS if key in words)

    @property
    def takes_text(self) -> bool:
        return '"' in self.usage

    @property
    def needs_text(self) -> bool:
        return self.takes_text and '["' not in self.usage


class WrongWordError(ValueError):
    """A word that a command does not know; the message says what was expected."""

    def __init__(self, word: str, expected: str) -> None:
        super().__init__(expected)
        self.word = word


MANY: Final = 99


def _ids(words: tuple[str, ...]) -> tuple[str, ...]:
    """Ids as they are typed; commas between them are welcome."""
    return tuple(part for word in words for part in word.split(",") if part)


def _one_of(word: str, *known: str) -> str:
    """A word out of a few, by its beginning."""
    found = [one for one in known if one.startswith(word.lower())]
    if not found:
        raise WrongWordError(word, f"{', '.join(known[:-1])} or {known[-1]}")
    return found[0]


def _yes(word: str) -> bool:
    return _one_of(word, "yes", "no", "met", "missed") in ("yes", "met")


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise WrongWordError(word, "a number") from None


def _count(word: str) -> int:
    try:
        return int(word)
    except ValueError:
        raise WrongWordError(word, "a whole number") from None


def _moment(word: str) -> tuple[int, int]:
    day, _, session = word.partition(".")
    if not day.isdigit() or not (session or "1").isdigit():
        raise WrongWordError(word, "a day, or a day and a session, such as 3.2")
    return int(day), int(session or "1")


def _side(line: Line) -> m.Move:
    target, side = line.words
    if target.lower() in ("for", "against"):
        target, side = side, target
    return m.Argue(_one_of(side, "for", "against"), target, line.text, _ids(line.keys.get("cite", ())))


def _deal(line: Line) -> m.Move:
    return m.OfferDeal(line.words[0], _ids(line.keys.get("give", ())), _ids(line.keys.get("get", ())), line.text)


def _postpone(line: Line) -> m.Move:
    said = (*line.words[1:], *line.keys.get("by", ()))
    days = [word for word in said if word != "spacing"] or ["1"]
    if len(days) > 1:
        raise WrongWordError(days[1], "one number of days")
    return m.PostponeInject(line.words[0], _count(days[0]), "spacing" in said)


def _oppose(line: Line) -> m.Move:
    clause = _ids(line.keys.get("because", ()))
    return m.Oppose(line.words[0], line.text, clause[0] if clause else "")


def _motion(line: Line) -> m.Move:
    said = [word.lower().replace("-", "_") for word in line.words]
    first = 1 if said[0] == "to" and len(said) > 1 else 0
    for end in range(len(said), first, -1):
        kind = "_".join(word for word in said[first:end] if word != "the")
        if kind in m.MOTIONS:
            return m.MoveMotion(kind, _ids(line.words[end:]), line.text)
    return m.MoveMotion(said[0], _ids(line.words[1:]), line.text)


def _vote(line: Line) -> m.Move:
    return m.Vote(_one_of(line.words[0], "yes", "no", "abstain"), line.text)


def _participate(line: Line) -> m.Move:
    return m.Participate(_one_of(line.words[0].replace("-", "_"), "take_part", "contest", "boycott"), line.text)


def _issue(line: Line) -> str:
    return (_ids(line.keys.get("on", ())) or ("",))[0]


MOVES: Final[Mapping[str, Word]] = {
    "speak": Word('speak "TEXT" [on ISSUE]', "make a statement", lambda s: m.Speak(s.text, _issue(s)), 0),
    "argue": Word(
        'argue OPTION|ARGUMENT|CARD [for|against "TEXT"] [cite CLAIMS]',
        "argue, with a card or in your own words",
        _side, 2, short=lambda s: m.Argue("", s.words[0], s.text, _ids(s.keys.get("cite", ()))),
    ),
    "ask": Word('ask SEAT "TEXT" [on ISSUE]', "put a question", lambda s: m.Ask(s.words[0], s.text, _issue(s)), 1),
    "answer": Word('answer QUESTION "TEXT"', "answer a question put to you", lambda s: m.Answer(s.words[0], s.text), 1),
    "concede": Word('concede OPTION|ARGUMENT ["TEXT"]', "give way", lambda s: m.Concede(s.words[0], s.text), 1),
    "pass": Word("pass", "let the floor go on", lambda s: m.Pass()),
    "propose": Word('propose OPTIONS ["TEXT"]', "put a package on the table", lambda s: m.Propose(_ids(s.words), s.text), 1, MANY),
    "amend": Word(
        'amend PROPOSAL OPTIONS ["TEXT"]', "change options of a proposal",
        lambda s: m.Amend(s.words[0], _ids(s.words[1:]), s.text), 2, MANY,
    ),
    "withdraw": Word('withdraw PROPOSAL ["TEXT"]', "take your proposal back", lambda s: m.Withdraw(s.words[0], s.text), 1),
    "support": Word('support OPTION|PROPOSAL|text ["TEXT"]', "go on record for it", lambda s: m.Support(s.words[0], s.text), 1),
    "oppose": Word('oppose OPTION|PROPOSAL|text ["TEXT"] [because OPTION]', "go on record against it", _oppose, 1),
    "sponsor": Word("sponsor PROPOSAL", "put your name to a proposal", lambda s: m.Sponsor(s.words[0]), 1),
    "reserve": Word(
        'reserve PROPOSAL|text OPTION ["TEXT"]', "hold back on one clause",
        lambda s: m.Reserve(s.words[0], s.words[1], s.text), 2,
    ),
    "deal": Word('deal SEAT give OPTIONS get OPTIONS ["TEXT"]', "offer a side deal in private", _deal, 1),
    "accept": Word('accept DEAL ["TEXT"]', "accept a side deal", lambda s: m.AcceptDeal(s.words[0], s.text), 1),
    "decline": Word('decline DEAL ["TEXT"]', "decline a side deal", lambda s: m.DeclineDeal(s.words[0], s.text), 1),
    "tell": Word('tell SEATS "TEXT"', "a private word", lambda s: m.Tell(_ids(s.words), s.text), 1, MANY),
    "motion": Word('motion KIND [SUBJECT] ["TEXT"]', "move a motion", _motion, 1, MANY),
    "second": Word("second [MOTION]", "second the motion", lambda s: m.Second("".join(s.words)), 0, 1),
    "vote": Word('vote yes|no|abstain ["REASON"]', "vote", _vote, 1),
    "order": Word('order "TEXT"', "raise a point of order", lambda s: m.PointOfOrder(s.text), 0),
    "choose": Word('choose CARD ANSWER ["TEXT"]', "answer a card", lambda s: m.Choose(s.words[0], s.words[1], s.text), 2),
    "walkout": Word('walkout ["TEXT"]', "leave the hall", lambda s: m.WalkOut(s.text)),
    "return": Word('return ["TEXT"]', "come back", lambda s: m.Return(s.text)),
    "participate": Word(
        'participate take_part|contest|boycott ["TEXT"]', "say how you take part", _participate, 1,
    ),
    "declare": Word('declare OPTION ["TEXT"]', "declare unilaterally", lambda s: m.Declare(s.words[0], s.text), 1),
    "acknowledge": Word(
        'acknowledge DECLARATION yes|no ["TEXT"]', "recognise what was declared, or refuse",
        lambda s: m.RecogniseState(s.words[0], _yes(s.words[1]), s.text), 2,
    ),
    "impose": Word('impose OPTIONS ["TEXT"]', "decide by fiat", lambda s: m.Impose(_ids(s.words), s.text), 1, MANY),
    "recognise": Word("recognise SEAT", "give the floor", lambda s: m.Recognise(s.words[0]), 1),
    "take": Word("take ISSUES", "set the order of issues", lambda s: m.SetAgenda(_ids(s.words)), 1, MANY),
    "shuttle": Word('shuttle SEAT "TEXT"', "visit a delegation", lambda s: m.Shuttle(s.words[0], s.text), 1),
    "draft": Word('draft OPTIONS ["TEXT"]', "put the single text on the table", lambda s: m.TableText(_ids(s.words), s.text), 1, MANY),
    "revise": Word('revise OPTIONS ["TEXT"]', "change clauses of the text", lambda s: m.ReviseText(_ids(s.words), s.text), 1, MANY),
    "bridge": Word(
        'bridge SEAT SEAT OPTION ["TEXT"]', "suggest a bridge",
        lambda s: m.Bridge(_ids(s.words[:2]), s.words[2], s.text), 3,
    ),
    "warn": Word('warn "TEXT"', "warn the hall", lambda s: m.Warn(s.text), 0),
    "call": Word("call OPTION|PROPOSAL|text", "call a vote", lambda s: m.CallVote(s.words[0]), 1),
    "recess": Word("recess", "rise until the next session", lambda s: m.Recess()),
    "deadlock": Word('deadlock ["TEXT"]', "declare a deadlock", lambda s: m.DeclareDeadlock(s.text)),
    "rule": Word('rule yes|no ["TEXT"]', "rule on a point of order", lambda s: m.RuleOnPoint(_yes(s.words[0]), s.text), 1),
    "press": Word(
        'press SEAT OPTION ["TEXT"]', "press a client",
        lambda s: m.Press(s.words[0], s.words[1], s.text), 2,
    ),
    "pledge": Word('pledge DIAL "TEXT"', "make a promise", lambda s: m.MakePledge(s.words[0], s.text), 1),
    "unpledge": Word('unpledge PLEDGE ["TEXT"]', "withdraw a promise", lambda s: m.WithdrawPledge(s.words[0], s.text), 1),
    "endorse": Word('endorse SEAT ["TEXT"]', "praise a party", lambda s: m.Endorse(s.words[0], s.text), 1),
    "inject": Word("inject CARD", "play a card", lambda s: m.FireInject(s.words[0]), 1),
    "hold": Word("hold CARD", "hold a planned card back", lambda s: m.HoldInject(s.words[0]), 1),
    "postpone": Word("postpone CARD [by DAYS [spacing]]", "postpone a card", _postpone, 1, 3),
    "skip": Word("skip CARD", "leave a card out", lambda s: m.SkipInject(s.words[0]), 1),
    "expected": Word(
        "expected CARD met|missed", "note if the expected action was met",
        lambda s: m.RateExpected(s.words[0], _yes(s.words[1])), 2,
    ),
    "dial": Word('dial NAME VALUE ["TEXT"]', "set a dial", lambda s: m.SetDial(s.words[0], _number(s.words[1]), s.text), 2),
    "pause": Word("pause", "stop the clock", lambda s: m.Pause()),
    "resume": Word("resume", "start the clock again", lambda s: m.Resume()),
    "advance": Word("advance [STAGE]", "end the session, or go to a stage", lambda s: m.Advance("".join(s.words)), 0, 1),
    "extend": Word("extend SESSIONS", "add sessions", lambda s: m.Extend(_count(s.words[0])), 1),
    "rewind": Word("rewind DAY.SESSION", "go back to the start of a session", lambda s: m.Rewind(*_moment(s.words[0])), 1),
    "replace": Word("replace SEAT human:NAME|bot:STYLE", "put somebody else in a seat", lambda s: m.Replace(s.words[0], " ".join(s.words[1:])), 2, MANY),
    "announce": Word('announce "TEXT"', "tell everybody", lambda s: m.Announce(s.text), 0),
    "note": Word('note "TEXT"', "a note for control", lambda s: m.Note(s.text), 0),
    "admit": Word("admit SEAT", "let a seat in", lambda s: m.Admit(s.words[0]), 1),
    "absent": Word("absent SEAT", "mark a seat as absent", lambda s: m.MarkAbsent(s.words[0]), 1),
    "split": Word('split SEAT ["TEXT"]', "a delegation breaks apart", lambda s: m.Split(s.words[0], s.text), 1),
    "end": Word('end ["TEXT"]', "end the exercise", lambda s: m.End(s.text)),
}  # fmt: skip
"""Every command that is a move, by its verb."""

QUERIES: Final[Mapping[str, tuple[str, str]]] = {
    "help": ("help [COMMAND]", "what can be typed, or how one command is written"),
    "why": ("why [COMMAND]", "what is legal now, and why a command is not"),
    "time": ("time", "day, session and time left"),
    "brief": ("brief", "your brief"),
    "sheet": ("sheet [ISSUE]", "your score sheet with reasons"),
    "cards": ("cards [ISSUE]", "your argument cards"),
    "value": ("value OPTIONS|PROPOSAL|text", "what a package is worth to you"),
    "agenda": ("agenda [ISSUE]", "the issues, their state, and the options of one"),
    "parties": ("parties", "who is here and where they stand"),
    "floor": ("floor", "who has the floor, open questions, motions, ballots"),
    "proposals": ("proposals", "what is on the table"),
    "flow": ("flow [ISSUE]", "arguments and answers, and what was dropped"),
    "deals": ("deals", "your side deals"),
    "claim": ("claim ID", "what a source says"),
    "msel": ("msel", "the cards: planned, played, held (facilitator)"),
    "dials": ("dials", "the dials (facilitator)"),
    "findings": ("findings", "predictions so far (facilitator)"),
    "go": ("go [SESSIONS]", "let the exercise run for so many sessions (facilitator)"),
    "log": ("log [N]", "the last N entries again"),
    "quit": ("quit", "stop here; everything is saved"),
}
"""Every command that only asks."""

ALIASES: Final[Mapping[str, str]] = {
    "say": "speak", "a": "argue", "p": "propose", "s": "support", "v": "vote", "m": "motion", "w": "walkout", "walk": "walkout",
    "recognize": "recognise", "exit": "quit", "q": "quit", "?": "help", "seats": "parties", "options": "agenda", "who": "floor",
    "score": "sheet", "card": "cards", "text": "proposals", "status": "agenda", "issues": "agenda", "clock": "time",
}  # fmt: skip
