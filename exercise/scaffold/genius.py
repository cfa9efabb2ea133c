"""Negotiation domains of Genius (XML) and GeniusWeb (JSON) with their profiles.

Both describe issues with listed values and, for each party, a weight for every issue and an evaluation for every value. Genius
evaluations are divided by the largest of their issue; GeniusWeb utilities run from 0 to 1. Numbers become whole points.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from attrs import frozen
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from exercise.scaffold.draft import Draft, DraftError, DraftIssue, DraftParty, checked, ids, listed_issue, rounded, slug
from exercise.scaffold.source import text_of

_USUAL: Final = 0.5
"""The reservation of a profile that says none, from 0 to 1."""


@frozen
class Profile:
    """One party's preferences: weights of issues, utilities of their values from 0 to 1, and the reservation if it has one."""

    name: str
    weights: Mapping[str, float]
    utilities: Mapping[str, Mapping[str, float]]
    reservation: float | None = None


def from_genius(domain: Path, profiles: Sequence[Path], title: str, days: int) -> Draft:
    """A draft from a domain file and two or more profiles of the same format. Raises DraftError."""
    if len(profiles) < 2:
        raise DraftError("a domain needs two or more profiles, one for each delegation", f"{domain}:1:1")
    if domain.suffix.casefold() == ".json":
        issues, found = _web_domain(domain), [_web_profile(path) for path in profiles]
    else:
        issues, found = _domain(domain), [_profile(path) for path in profiles]
    for path, profile in zip(profiles, found, strict=True):
        _fits(path, profile, issues)
    issue_ids = ids(list(issues), 3)
    made = tuple(listed_issue(id, name, values) for id, (name, values) in zip(issue_ids, issues.items(), strict=True))
    names = [profile.name for profile in found]
    parties = tuple(_party(id, profile, made) for id, profile in zip(ids(names, 6, ("MED",)), found, strict=True))
    return checked(Draft(slug(title), title, days, made, parties, domain.name))


def _party(id: str, profile: Profile, issues: Sequence[DraftIssue]) -> DraftParty:
    weights = rounded([profile.weights[issue.title] for issue in issues])
    values = {
        issue.id: {option.id: round(100 * profile.utilities[issue.title][option.title]) for option in issue.options}
        for issue in issues
    }
    needed = _USUAL if profile.reservation is None else profile.reservation
    return DraftParty(
        id, profile.name, dict(zip((issue.id for issue in issues), weights, strict=True)), values, round(100 * needed)
    )


def _fits(path: Path, profile: Profile, issues: Mapping[str, Sequence[str]]) -> None:
    """A profile says something about every issue and value of the domain."""
    for issue, values in issues.items():
        missing = [value for value in values if value not in profile.utilities.get(issue, {})]
        if issue not in profile.weights or missing:
            what = (
                f"the value {missing[0]} of {issue}" if missing and issue in profile.utilities else f"the issue {issue}"
            )
            raise DraftError(f"the profile says nothing about {what}", f"{path}:1:1")
    if not 0 <= (profile.reservation or 0.0) <= 1 or not sum(profile.weights.values()) > 0:
        raise DraftError(
            "reservation and utilities have to lie between 0 and 1, and weights must not all be 0", f"{path}:1:1"
        )


# Genius


def _root(path: Path) -> Element:
    try:
        found: Element = fromstring(text_of(path), forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        raise DraftError(f"this is no XML: {error.msg}", f"{path}:{line}:{column + 1}") from None
    except DefusedXmlException:
        raise DraftError("document types and entities are not read", f"{path}:1:1") from None
    return found


def _discrete(path: Path, issue: Element) -> Element:
    kind = issue.get("type", issue.get("vtype", "discrete"))
    if kind.casefold() != "discrete":
        raise DraftError(f"the issue {issue.get('name')} is {kind}; only listed values can be options", f"{path}:1:1")
    return issue


def _domain(path: Path) -> dict[str, list[str]]:
    issues = {}
    for issue in _root(path).iter("issue"):
        values = [item.get("value", "") for item in _discrete(path, issue).iter("item")]
        issues[issue.get("name", "").strip()] = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    if not issues or "" in issues:
        raise DraftError("this is no Genius domain: it has no issue with a name", f"{path}:1:1")
    return issues


def _profile(path: Path) -> Profile:
    root = _root(path)
    names, utilities = {}, {}
    for issue in root.iter("issue"):
        name = issue.get("name", "").strip()
        raw = {
            item.get("value", "").strip(): _number(path, item.get("evaluation"))
            for item in _discrete(path, issue).iter("item")
        }
        most = max(raw.values(), default=0.0)
        utilities[name] = {value: score / most if most else 0.0 for value, score in raw.items()}
        names[issue.get("index", "")] = name
    weights = {
        names[w.get("index", "")]: _number(path, w.get("value")) for w in root.iter("weight") if w.get("index") in names
    }
    reserved = root.find(".//reservation")
    return Profile(path.stem, weights, utilities, None if reserved is None else _number(path, reserved.get("value")))


def _number(path: Path, text: object) -> float:
    try:
        value = float(str(text))
    except ValueError:
        value = float("nan")
    if not 0 <= value < 1e9:
        raise DraftError(f"`{text}` is no number that could be a weight or an evaluation", f"{path}:1:1")
    return value


# GeniusWeb


def _web(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(text_of(path))
    except json.JSONDecodeError as error:
        raise DraftError(f"this is no JSON: {error.msg}", f"{path}:{error.lineno}:{error.colno}") from None
    except RecursionError:
        raise DraftError("this is nested too deeply", f"{path}:1:1") from None
    if not isinstance(found, dict):
        raise DraftError("this is no GeniusWeb file", f"{path}:1:1")
    return found


def _web_domain(path: Path) -> dict[str, list[str]]:
    listed = _part(path, _web(path), "issuesValues")
    issues = {}
    for name, entry in listed.items():
        values = entry.get("values") if isinstance(entry, dict) else None
        if not isinstance(values, list) or not values:
            raise DraftError(f"the issue {name} has no listed values; only those can be options", f"{path}:1:1")
        issues[name] = list(dict.fromkeys(str(value) for value in values))
    return issues


def _web_profile(path: Path) -> Profile:
    space = _part(path, _web(path), "LinearAdditiveUtilitySpace")
    listed = _part(path, space, "issueUtilities")
    utilities = {}
    for name, entry in listed.items():
        discrete = _part(path, _part(path, {"": entry}, ""), "DiscreteValueSetUtilities")
        scores = _part(path, discrete, "valueUtilities")
        utilities[name] = {value: min(1.0, _number(path, score)) for value, score in scores.items()}
    weights = {name: _number(path, weight) for name, weight in _part(path, space, "issueWeights").items()}
    bid = space.get("reservationBid")
    reserved = None
    if isinstance(bid, dict) and isinstance(bid.get("issueValues"), dict):
        reserved = sum(
            weights.get(i, 0.0) * utilities.get(i, {}).get(str(v), 0.0) for i, v in bid["issueValues"].items()
        )
    called = space.get("name")
    return Profile(called if isinstance(called, str) and called else path.stem, weights, utilities, reserved)


def _part(path: Path, whole: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = whole.get(name)
    if not isinstance(found, dict):
        raise DraftError(
            f"this is no GeniusWeb file of the kind expected: it has no {name or 'utilities'}", f"{path}:1:1"
        )
    return found
