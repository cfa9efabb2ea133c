"""The debate as a flow: answers below what they answer, what was dropped and conceded, what was cited, what was asked."""

from exercise.model import events as e
from exercise.review.debate import citations, flow, questions

LOG = [
    e.Event(n, 1, 1, seat, "all", body, 5)
    for n, (seat, body) in enumerate(
        [
            ("KA", e.Argued("A1", "for", "FED4", "Regions.", "FED", "FED4", ("V1",))),
            ("IAF", e.Argued("A2", "against", "FED4", "Never.", "FED", "FED4", ("V1", "V2"))),
            ("DAWA", e.Argued("A3", "against", "A1", "Not all.", "FED", "FED4")),
            ("KA", e.Argued("A4", "for", "A1", "All.", "FED", "FED4")),
            ("KA", e.Conceded("A3", "True.", "FED", "FED4")),
            ("KA", e.Asked("Q1", "IAF", "Why?", "FED")),
            ("IAF", e.Answered("Q1", "So.")),
            ("IAF", e.Asked("Q2", "KA", "And you?")),
        ],
        1,
    )
]


def test_answers_stand_below_what_they_answer() -> None:
    found = flow(LOG)
    assert [(said.id, said.depth) for said in found] == [("A1", 0), ("A3", 1), ("A4", 1), ("A2", 0)]
    assert [said.id for said in found if said.dropped] == ["A2"]
    by_id = {said.id: said for said in found}
    assert by_id["A1"].answered_by == ("DAWA", "KA")
    assert by_id["A3"].conceded_by == ("KA",)


def test_claims_are_counted_with_the_arguments_that_were_answered() -> None:
    first, second = citations(flow(LOG))
    assert (first.claim, len(first.arguments), first.answered) == ("V1", 2, 1)
    assert (second.claim, len(second.arguments), second.answered) == ("V2", 1, 0)


def test_questions_know_their_answers() -> None:
    assert [(q.id, q.seat, q.to, q.answered) for q in questions(LOG)] == [
        ("Q1", "KA", "IAF", 7),
        ("Q2", "IAF", "KA", 0),
    ]


def test_what_a_rewind_undid_is_in_no_flow() -> None:
    rewound = [*LOG, e.Event(9, 1, 1, "facilitator", "all", e.Rewound(1, 1))]
    assert flow(rewound) == [] == questions(rewound)
