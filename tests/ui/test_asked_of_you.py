"""The sentence above the command bar: what is asked of a seat, the newest first."""

from reaching import has_floor, reach
from seats import open_room

from exercise.engine.moment import Moment
from exercise.engine.views import view
from exercise.model.state import Question
from exercise.model.versions import Versions
from exercise.ui.chair import Glance
from exercise.ui.panels.now import awaited


def test_the_newest_question_stands_there_and_the_others_are_counted() -> None:
    room = reach(open_room("KA=Ann"), lambda room: has_floor(room, "KA"))
    asked = {
        "Q8": Question("Q8", "IAF", "KA", "What of the first day?", "FED", 3),
        "Q9": Question("Q9", "DAWA", "KA", "And what of today?", "FED", 9),
    }
    state = room.state.but(questions=Versions(asked))
    glance = Glance(view(room.game, state, "KA"), Moment(room.game, state, "KA"), True)
    assert awaited(glance).endswith("to answer Dawa (1 more waits): And what of today?")
