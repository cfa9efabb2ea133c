"""Every kind of problem that an author can meet: a short stable code and what it means."""

from enum import StrEnum
from typing import Final


class Code(StrEnum):
    """A diagnostic's code. `meaning` says in one line what is wrong; hints say what to do about it."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> "Code":
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    # The file as text
    UNREADABLE = "SCN101", "the file is not there or cannot be read"
    TOO_LARGE = "SCN102", "the file is larger than two mebibytes"
    ENCODING = "SCN103", "the file is not written in UTF-8"
    NUL = "SCN104", "the file holds a NUL byte"
    TAB = "SCN105", "a line is indented with a tab"
    SYNTAX = "SCN106", "the text is not YAML"
    DOCUMENTS = "SCN107", "the file holds more than one document"
    EMPTY_FILE = "SCN108", "the file is empty"
    ANCHOR = "SCN109", "anchors and aliases are not used in scenarios"
    TAG = "SCN110", "tags are not used in scenarios"
    SAME_KEY = "SCN111", "a key is written twice in one place"
    KEY = "SCN112", "a key is not plain text"
    TOO_DEEP = "SCN113", "lists and maps are nested too deep"
    CONTROL = "SCN114", "a text holds a control character"
    NOT_A_MAP = "SCN115", "the file is not a list of keys and values"

    # Pieces
    OUTSIDE = "SCN151", "a path leads out of the folder that holds the scenarios and roles"
    CIRCLE = "SCN152", "a file includes or extends itself"
    NOT_REMOVED = "SCN153", "what should be removed is not there"
    TWO_PIECES = "SCN154", "two included files say the same thing"
    NO_ROLE_FILES = "SCN155", "a folder of roles holds no role file"
    TOO_MANY = "SCN156", "a scenario is put together from too many files"
    TOO_MUCH = "SCN157", "a scenario holds more values, or more problems, than are looked at"

    # Fields
    MISSING = "SCN201", "a field that is needed is missing"
    UNKNOWN_KEY = "SCN202", "a key is not known here"
    SHAPE = "SCN203", "text, a list or a map is expected here"
    NUMBER = "SCN204", "a number is expected here"
    FLAG = "SCN205", "true or false is expected here"
    WORD = "SCN206", "one of a few words is expected here"
    RANGE = "SCN207", "a number is too small or too large"
    EMPTY = "SCN208", "nothing is written after a key"
    ID = "SCN209", "an id is not made of letters, digits, dots, dashes and underscores"
    LENGTH = "SCN210", "a list has the wrong number of entries"
    SIDE = "SCN211", "an argument card is neither for nor against one option"
    PLACEHOLDER = "SCN212", "a spoken line uses a placeholder that is not filled in there"

    # Links
    SEAT = "SCN301", "there is no such seat"
    ISSUE = "SCN302", "there is no such issue"
    OPTION = "SCN303", "there is no such option"
    STAGE = "SCN304", "there is no such stage"
    RULE = "SCN305", "there is no such decision rule"
    DIAL = "SCN306", "there is no such dial"
    INJECT = "SCN307", "there is no such inject"
    CLAIM = "SCN308", "there is no such claim"
    DECK = "SCN309", "there is no such deck"
    COMMUNITY = "SCN310", "there is no such community"
    SOURCE = "SCN311", "there is no such source"
    THEME = "SCN312", "there is no such theme"
    EVENT = "SCN313", "there is no such kind of event"
    MOVE = "SCN314", "there is no such kind of move"
    CHOICE = "SCN315", "a card offers no such choice"
    FINDING = "SCN316", "there is no such finding"
    TWICE = "SCN320", "two things have the same id"
    WRONG_ISSUE = "SCN321", "an option stands under an issue that it does not belong to"

    # Sense
    WEIGHTS = "SCN401", "weights do not add up to 100"
    VALUE = "SCN402", "a value on a score sheet is not between 0 and 100"
    RESERVATION = "SCN403", "no-deal value and margin do not add up to something between 0 and 100"
    SHEET = "SCN404", "a party's score sheet says nothing on a core issue"
    NO_ROLE = "SCN405", "a party has no role"
    UNREACHED = "SCN411", "a stage is never reached"
    NO_EXIT = "SCN412", "a stage never leads to the end"
    NO_RULE = "SCN413", "a stage that votes has no decision rule"
    AFTER_END = "SCN414", "a stage lasts beyond the days of the conference"
    THRESHOLD = "SCN415", "a rule needs more votes than there are"
    WINDOW = "SCN421", "the window of an inject lies outside the days of the conference"
    PLAN_DAY = "SCN422", "a deck plans a card outside the days of the conference"
    PLAN_WINDOW = "SCN423", "a deck plans a card outside the card's own window"
    UNPLANNED = "SCN424", "a deck names a card and no day for it"
    DEFAULT = "SCN425", "the default of a decision is none of its options"
    NOTHING = "SCN431", "a scenario needs parties, stages and a core issue"
    EXPRESSION = "SCN441", "an expression does not hold together"

    # Game: nothing is wrong with the file, but the exercise will not play as it seems to be meant
    SEAT_UNUSED = "SCN501", "a seat takes part in no stage"
    NOT_ADMITTED = "SCN502", "a seat that enters later is never admitted"
    UNVALUED = "SCN503", "an option is worth nothing to anybody"
    DOMINATED = "SCN504", "another option of the issue is at least as good for every party"
    NO_WIN = "SCN505", "a party can never get its reservation value"
    NO_ZONE = "SCN506", "there is no package that every party could accept"
    WIDE_ZONE = "SCN507", "too many packages please every party"
    AGAINST_ITSELF = "SCN508", "a role speaks against its own score sheet"
    OTHER_NUMBER = "SCN509", "a brief names other points than the role's numbers"
    NEVER_FIRES = "SCN511", "an inject can never come by itself"
    SHUT_GATE = "SCN512", "an exit of a stage is never taken"
    NO_TIME = "SCN513", "the days do not suffice"
    NO_VOTE = "SCN514", "a decision rule counts on a seat that cannot vote"
    ALWAYS = "SCN521", "an expression always says the same"
    UNOBSERVABLE = "SCN522", "a finding can never be observed"
    SECRET = "SCN531", "a secret of a role stands in a public text"
    REAL_NAME = "SCN532", "a name to avoid stands in a text for participants"


LINT: Final = tuple(code for code in Code if code.value >= Code.SEAT_UNUSED.value)
"""Warnings about the game, which are looked for when the files themselves hold no error."""

UNREAD: Final = tuple(code for code in Code if code.value < Code.MISSING.value)
"""Problems of whole files: after one of these, names from a file that was not read tell nothing new."""
