"""Findings of many tests, as text that travels between processes, and by subject again."""

import json
from collections.abc import Iterable

import attrs

from blogmodel.testing._profile import Profile
from blogmodel.testing._report import ConformanceReport, LawFinding, LawOutcome

__all__ = ["pack", "tally"]


def pack(finding: LawFinding, profile: Profile, where: str) -> str:
    """Return a finding as JSON, with the test or the class of tests that it comes from.

    Example:
        >>> from blogmodel.testing import PROFILES
        >>> finding = LawFinding("f", "nothing-lost", LawOutcome.HELD)
        >>> print(pack(finding, PROFILES["quick"], "test_f.py"))
        {"law": "nothing-lost", "outcome": "held", "subject": "f (test_f.py)", "examples": 25}
    """
    packed = {
        "law": finding.law,
        "outcome": str(finding.outcome),
        "subject": f"{finding.subject} ({where})",
        "examples": profile.examples,
    }
    if finding.outcome is LawOutcome.NOT_APPLICABLE:
        packed["told"] = finding.told
    return json.dumps(packed)


def tally(packed: Iterable[str]) -> list[ConformanceReport]:
    """Return what findings come to, a report for each subject."""
    reports: dict[str, ConformanceReport] = {}
    for text in packed:
        fields = json.loads(text)
        examples = fields.pop("examples")
        finding = LawFinding(**fields | {"outcome": LawOutcome(fields["outcome"])})
        known = reports.get(finding.subject, ConformanceReport(finding.subject, (), 0))
        reports[finding.subject] = attrs.evolve(
            known,
            findings=(*known.findings, finding),
            examples=max(known.examples, examples),
        )
    return list(reports.values())
