"""The keys of the reviewer's desk, and what its help says of them."""

from collections.abc import Sequence
from typing import Final

from textual.binding import Binding, BindingType

HELP: Final = (
    "Look back: Up and Down go from entry to entry, the panel with it shows how things stood there. [ and ] go to the moment before and\n"
    "after; after f (findings) they go through the events that bear a finding out, until Escape. Space begins a range: the next mark or\n"
    "note is on everything from there to the cursor. The line at the bottom speaks the language of exercise review --plain; its help\n"
    "lists all of it. Signs beside entries: · note, ! good, ? mistake, ↺ turning point, ¿ question."
)

BINDINGS: Final[Sequence[BindingType]] = (
    Binding("escape,q", "back", "Back", id="review.back", tooltip="Out of a finding, a range or a filter; then back to the list"),
    Binding("j", "places", "Jump", id="review.places", tooltip="Moments to jump to: ballots, walk-outs, news, findings, marks"),
    Binding("left_square_bracket", "moment(-1)", "Moment before", id="review.before", show=False, tooltip="The moment before"),
    Binding("right_square_bracket", "moment(1)", "Moment", id="review.after", show=False, tooltip="The next moment"),
    Binding("g", "type('go ')", "Go", id="review.go", show=False, tooltip="Go to an event, a day, a percentage, an option, a finding"),
    Binding("slash", "type('find ')", "Search", id="review.search", show=False, tooltip="Search for words"),
    Binding("f3", "again(1)", "Next hit", id="review.again", show=False, tooltip="The next entry with these words"),
    Binding("shift+f3", "again(-1)", "Hit before", id="review.again_back", show=False, tooltip="The entry with these words before"),
    Binding("e", "eyes", "Eyes", id="review.eyes", tooltip="Look as a seat, as observer, as facilitator, or as all"),
    Binding("o", "narrow", "Only", id="review.narrow", tooltip="Show only a seat, an issue, a kind of event, an audience"),
    Binding("m", "type('mark ')", "Mark", id="review.mark", tooltip="Mark the entry: good, mistake, turning, question"),
    Binding("space", "ask('from')", "Range", id="review.from", show=False, tooltip="The next mark or note is on all from here on"),
    Binding("f", "findings", "Findings", id="review.findings", tooltip="Predictions, what bears them out, your verdict on them"),
    Binding("u", "guide", "Guide", id="review.guide", show=False, tooltip="The evaluation guide with your ratings"),
    Binding("l", "ledgers", "Ledgers", id="review.ledgers", tooltip="Concessions, debate, speech, deals, warnings, scoreboard, notes"),
    Binding("c", "ask('moves')", "Concessions", id="review.moves", show=False, tooltip="Who moved on what, after what"),
    Binding("s", "ask('speech')", "Speech", id="review.speech", show=False, tooltip="Who spoke how much"),
    Binding("d", "ask('promises')", "Deals", id="review.deals", show=False, tooltip="Side deals, kept and broken"),
    Binding("a", "ask('notes')", "All notes", id="review.notes", show=False, tooltip="All notes"),
    Binding("p", "play", "Play", id="review.play", tooltip="Play on by itself; again: faster, then stop"),
    Binding("b", "type('branch ')", "Branch", id="review.branch", show=False, tooltip="Play on otherwise from here, in a new file"),
    Binding("colon", "type('')", "Ask", id="review.ask", show=False, tooltip="Ask for anything; help lists what there is"),
    Binding("question_mark,f1", "explain", "Help", id="review.help", tooltip="What is shown, and the keys"),
)  # fmt: skip
