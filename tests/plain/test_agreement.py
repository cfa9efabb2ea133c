"""Sentences about a delegation with a plural name."""

import pytest

from exercise.plain.narration import agreeing


@pytest.mark.parametrize(
    ("who", "said", "told"),
    [
        ("Hill farms", "Hill farms goes on record for A1.", "Hill farms go on record for A1."),
        ("Hill farms", "P1.2 Hill farms amends P1.", "P1.2 Hill farms amend P1."),
        ("Hill farms", "A12 Hill farms argues for A1:", "A12 Hill farms argue for A1:"),
        ("Hill farms", "<< Hill farms walks out. >>", "<< Hill farms walk out. >>"),
        ("Hill farms", "Hill farms presses Mill town to accept A1.", "Hill farms press Mill town to accept A1."),
        ("River people", "River people votes yes.", "River people vote yes."),
        ("Hill farms", "Hill farms will boycott.", "Hill farms will boycott."),
        ("United States", "United States speaks:", "United States speaks:"),
        ("Mill town", "Mill town speaks:", "Mill town speaks:"),
        ("Congress", "Congress speaks:", "Congress speaks:"),
        ("Independents", "Independents abstains.", "Independents abstain."),
        ("Dawa", "Dawa speaks:", "Dawa speaks:"),
        ("Hill farms", "The deadline has come.", "The deadline has come."),
    ],
)
def test_the_verb_follows_the_name(who: str, said: str, told: str) -> None:
    assert agreeing(who, said) == told
