"""Checks that every id that is mentioned exists, and that what hangs together fits."""

from collections.abc import Iterable, Mapping

from exercise.authoring.codes import UNREAD, Code
from exercise.authoring.proof import KINDS, Proof
from exercise.model.scenario import Scenario

_OPTIONAL = ("finding", "theme")
"""Kinds that a scenario need not list; names of them are checked only where it does."""


def check_links(proof: Proof, scenario: Scenario) -> None:
    unread = proof.has(*UNREAD, Code.MISSING)
    for mention in dict.fromkeys(proof.mentions):
        known = proof.defined(mention.kind)
        if mention.id in known or (mention.kind == "stage" and mention.id == "closed"):
            continue
        if not known and (mention.kind in _OPTIONAL or unread):
            continue
        hint = "it was removed from the scenario that is extended" if mention.id in proof.removed else ""
        message = f"there is no {mention.kind} `{mention.id}`"
        proof.error(mention.place, KINDS[mention.kind], message, hint or proof.nearest(mention.id, known))
    _check_options(proof, scenario)
    _check_unless(proof, scenario)


def _check_options(proof: Proof, scenario: Scenario) -> None:
    """Options stand under their own issue, one each in a package."""
    issue_of = {option.id: issue.id for issue in scenario.issues for option in issue.options}
    for index, rule in enumerate(scenario.coherence):
        for issue, allowed in rule.allowed.items():
            place = proof.place("coherence", str(index))
            for option in _strangers(issue, allowed, issue_of):
                message = f"{option} is no option of {issue}; it belongs to {issue_of[option]}"
                proof.error(place, Code.WRONG_ISSUE, message)
    for package in scenario.reference_packages:
        issues = [issue_of[option] for option in package.options if option in issue_of]
        for issue in sorted({issue for issue in issues if issues.count(issue) > 1}):
            place = proof.place("package", package.id, "options")
            proof.error(place, Code.WRONG_ISSUE, f"package {package.id} has two options of {issue}")


def _strangers(issue: str, options: Iterable[str], issue_of: Mapping[str, str]) -> list[str]:
    return [option for option in options if issue_of.get(option, issue) != issue]


def _check_unless(proof: Proof, scenario: Scenario) -> None:
    """A card that waits for a choice names one that the card before it offers."""
    injects = {inject.id: inject for inject in scenario.injects}
    for inject in scenario.injects:
        before = injects.get(inject.after)
        if not inject.unless or before is None:
            continue
        offered = [option.id for option in before.choice.options] if before.choice else []
        if inject.unless not in offered:
            place = proof.place("inject", inject.id, "unless")
            message = f"inject {before.id} offers no choice `{inject.unless}`"
            proof.error(place, Code.CHOICE, message, proof.nearest(inject.unless, offered))
