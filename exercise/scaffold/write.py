"""Drafts as files: a scenario and a role for each seat, with comments that say what to fill in."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined

from exercise.model.text import printable
from exercise.scaffold.draft import Draft, DraftIssue, DraftParty

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SESSIONS = 3


def files_of(draft: Draft) -> Mapping[PurePosixPath, str]:
    """The files of a new scenario by their place beside each other: `scenarios/ID.yaml` and `roles/ID/SEAT.yaml`."""
    templates = _templates()
    folder = PurePosixPath("roles") / draft.id
    sessions = draft.days * _SESSIONS
    debate = max(1, min(len(draft.issues) * 2, sessions // 2))
    found = {
        PurePosixPath("scenarios") / f"{draft.id}.yaml": templates.get_template("scenario.yaml.j2").render(
            draft=draft,
            number=number,
            days="one day" if draft.days == 1 else f"{number(draft.days)} days",
            things="one question" if len(draft.issues) == 1 else f"{number(len(draft.issues))} questions",
            minutes=max(15, 6 * sessions),
            debate=debate,
            drafting=max(1, sessions - debate - 1),
        )
    }
    for place, party in enumerate(draft.parties):
        first, last = _dearest(draft, party), _cheapest(draft, party)
        other = draft.parties[(place + 1) % len(draft.parties)]
        found[folder / f"{party.id}.yaml"] = templates.get_template("role.yaml.j2").render(
            draft=draft, party=party, first=first, last=last, other=other
        )
    found[folder / "MED.yaml"] = templates.get_template("mediator.yaml.j2").render(draft=draft)
    return found


def variant_of(base: str, base_path: str, id: str, title: str) -> str:
    """The file of a scenario that begins as another one and says only what differs."""
    return _templates().get_template("variant.yaml.j2").render(base=base, base_path=base_path, id=id, title=title)


def number(count: int) -> str:
    """A number in words as far as people write them out."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _dearest(draft: Draft, party: DraftParty) -> DraftIssue:
    return max(draft.issues, key=lambda issue: party.weights[issue.id])


def _cheapest(draft: Draft, party: DraftParty) -> DraftIssue:
    return min(reversed(draft.issues), key=lambda issue: party.weights[issue.id])


def _one_line(text: str) -> str:
    """Text that may stand in a comment."""
    return " ".join(printable(text).split())


def _yaml(text: str) -> str:
    """Text as a quoted YAML value. JSON strings are YAML."""
    return json.dumps(_one_line(text), ensure_ascii=False)


def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("exercise.scaffold", "files"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    found.filters["yaml"] = _yaml
    found.filters["one_line"] = _one_line
    return found
