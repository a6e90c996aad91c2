"""What was and what was not proved of an implementation."""

from collections.abc import Sequence
from enum import StrEnum

import attrs

__all__ = ["ConformanceReport", "LawFinding", "LawOutcome"]


class LawOutcome(StrEnum):
    """What came of trying a law."""

    HELD = "held"
    """No counterexample was found."""
    BROKEN = "broken"
    """A counterexample was found."""
    LACKING = "lacking"
    """It was declared as a lack, and a counterexample was found."""
    KEPT_AFTER_ALL = "kept after all"
    """It was declared as a lack, and no counterexample was found; the declaration is to go."""
    NOT_APPLICABLE = "not applicable"
    """The implementation has nothing that the law speaks of."""


_FAILING = frozenset((LawOutcome.BROKEN, LawOutcome.KEPT_AFTER_ALL))


@attrs.frozen
class LawFinding:
    """What came of trying one law on one implementation.

    Attributes:
        subject: the implementation's name.
        law: the law's name.
        outcome: what came of it.
        told: the counterexample, or why the law does not apply.

    Example:
        >>> from blogmodel.testing import LawFinding, LawOutcome
        >>> LawFinding("mine", "nothing-lost", LawOutcome.BROKEN).is_failure
        True
    """

    subject: str
    law: str
    outcome: LawOutcome
    told: str = ""

    @property
    def is_failure(self) -> bool:
        """Whether the implementation does not do what it says it does."""
        return self.outcome in _FAILING


@attrs.frozen
class ConformanceReport:
    """What came of trying laws on an implementation; its str is for people.

    Attributes:
        subject: the implementation's name.
        findings: one a law.
        examples: how many examples each law was tried with at most.

    Example:
        >>> from blogmodel.testing import check_threading
        >>> from blogmodel.testing.broken import mended
        >>> report = check_threading(mended, seed=1)
        >>> report.is_sound, "nothing-lost" in report.laws("held")
        (True, True)
    """

    subject: str
    findings: tuple[LawFinding, ...]
    examples: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing is broken, and every declared lack is one."""
        return not any(finding.is_failure for finding in self.findings)

    def laws(self, outcome: str) -> tuple[str, ...]:
        """Return the names of the laws of which that came."""
        return tuple(f.law for f in self.findings if f.outcome == outcome)

    def brief(self) -> str:
        """Return in one line how many laws held, are broken and so on.

        Example:
            >>> from blogmodel.testing import LawFinding, ConformanceReport
            >>> held, lacking = LawFinding("f", "one", "held"), LawFinding("f", "two", "lacking")
            >>> ConformanceReport("f", (held, lacking), 100).brief()
            'f: 1 held, 1 lacking (two)'
        """
        counts = []
        for outcome in LawOutcome:
            laws = self.laws(outcome)
            named = outcome not in {LawOutcome.HELD, LawOutcome.NOT_APPLICABLE}
            if laws:
                counts.append(f"{len(laws)} {outcome}" + f" ({', '.join(laws)})" * named)
        return f"{self.subject}: {', '.join(counts)}"

    def summary(self) -> str:
        """Return which laws held, are broken and so on, on several lines, without the stories."""
        return _summary(self.findings, self.subject, self.examples)

    def __str__(self) -> str:
        return "\n\n".join([self.summary(), *self._stories()])

    def _stories(self) -> list[str]:
        return [
            finding.told if finding.outcome is LawOutcome.BROKEN else _kept_after_all(finding)
            for finding in self.findings
            if finding.is_failure
        ]


def _summary(findings: Sequence[LawFinding], subject: str, examples: int) -> str:
    lines = [f"{subject}, up to {examples} examples a law:"]
    for outcome in LawOutcome:
        of_it = [finding for finding in findings if finding.outcome is outcome]
        if outcome is LawOutcome.NOT_APPLICABLE:
            lines += _not_applicable(of_it)
        elif of_it:
            lines.append(f"  {outcome} ({len(of_it)}): {', '.join(f.law for f in of_it)}")
    return "\n".join(lines)


def _not_applicable(findings: Sequence[LawFinding]) -> list[str]:
    """List what was not tried, by the reason."""
    reasons = dict.fromkeys(finding.told for finding in findings)
    return [
        f"  not applicable, since {reason}: "
        + ", ".join(finding.law for finding in findings if finding.told == reason)
        for reason in reasons
    ]


def _kept_after_all(finding: LawFinding) -> str:
    return (
        f"{finding.law}: declared as a lack, and no counterexample was found; remove it from lacks"
    )
