"""Findings of many tests, as text that travels between processes, and by subject again."""

import json
from collections.abc import Iterable

import attrs

from blogmodel.testing._profile import Profile
from blogmodel.testing._report import Finding, Outcome, Report

__all__ = ["pack", "tally"]


def pack(finding: Finding, profile: Profile, where: str) -> str:
    """Return a finding as JSON, with the test or the class of tests that it comes from.

    Example:
        >>> from blogmodel.testing import PROFILES
        >>> print(pack(Finding("f", "nothing-lost", Outcome.HELD), PROFILES["quick"], "test_f.py"))
        {"law": "nothing-lost", "outcome": "held", "subject": "f (test_f.py)", "examples": 25}
    """
    packed = {
        "law": finding.law,
        "outcome": str(finding.outcome),
        "subject": f"{finding.subject} ({where})",
        "examples": profile.examples,
    }
    if finding.outcome is Outcome.NOT_APPLICABLE:
        packed["told"] = finding.told
    return json.dumps(packed)


def tally(packed: Iterable[str]) -> list[Report]:
    """Return what findings come to, a report for each subject."""
    reports: dict[str, Report] = {}
    for text in packed:
        fields = json.loads(text)
        examples = fields.pop("examples")
        finding = Finding(**fields | {"outcome": Outcome(fields["outcome"])})
        known = reports.get(finding.subject, Report(finding.subject, (), 0))
        reports[finding.subject] = attrs.evolve(
            known,
            findings=(*known.findings, finding),
            examples=max(known.examples, examples),
        )
    return list(reports.values())
