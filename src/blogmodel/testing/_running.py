"""Trying laws on an implementation, with examples that Hypothesis draws and shrinks."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any
from unittest import SkipTest

import attrs
from hypothesis import HealthCheck, Phase, Verbosity, given
from hypothesis import seed as seeded
from hypothesis import settings as Settings  # noqa: N812 - a class
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test

from blogmodel.errors import ConformanceError, InvalidValueError, LawBrokenError
from blogmodel.testing._law import Law
from blogmodel.testing._patience import Patience
from blogmodel.testing._profile import PROFILES, Profile
from blogmodel.testing._report import ConformanceReport, LawFinding, LawOutcome
from blogmodel.testing._story import with_places
from blogmodel.testing._subject import Subject

__all__ = ["examine", "known_lacks", "profile_of", "try_all", "try_law"]

Tell = Callable[[LawFinding], None]


def try_all(
    subject: Subject,
    laws: Sequence[Law[...]],
    *,
    profile: Profile | str,
    seed: int | None,
    tell: Tell | None,
) -> ConformanceReport:
    """Try laws one after another.

    Raises:
        ConformanceError: one is broken, or a declared lack is none.
    """
    __tracebackhide__ = True
    how = profile_of(profile)
    known_lacks(subject.lacks, laws)
    findings, errors = [], []
    for law in laws:
        finding, error = try_law(law, subject, how, seed)
        findings.append(finding)
        if error is not None and finding.is_failure:
            errors.append(error)
        if tell is not None:
            tell(finding)
    report = ConformanceReport(subject.name, tuple(findings), how.examples)
    if not report.is_sound:
        raise with_places(ConformanceError(report), errors)
    return report


def profile_of(given: object) -> Profile:
    """Return a profile, or the one of a name.

    Raises:
        InvalidValueError: there is none of that name.
    """
    if isinstance(given, Profile):
        return given
    if not isinstance(given, str) or given not in PROFILES:
        raise InvalidValueError("Profile", "name", given, f"one of {', '.join(PROFILES)}")
    return PROFILES[given]


def known_lacks(lacks: Iterable[str], laws: Iterable[Law[...]]) -> None:
    """Make sure that every declared lack is a law.

    Raises:
        InvalidValueError: one is not.
    """
    names = [law.name for law in laws]
    for lack in sorted(lacks):
        if lack not in names:
            near = get_close_matches(lack, names, 1)
            meant = f", such as {near[0]!r}" if near else f": {', '.join(names)}"
            raise InvalidValueError("Subject", "lacks", lack, f"names of laws{meant}")


def try_law(
    law: Law[...], subject: Subject, profile: Profile, seed: int | None
) -> tuple[LawFinding, LawBrokenError | None]:
    """Try a law, and return what came of it, with the error where it is broken."""
    lacking = law.name in subject.lacks
    try:
        examine(law, subject, profile, seed)
    except SkipTest as skipped:
        return LawFinding(subject.name, law.name, LawOutcome.NOT_APPLICABLE, str(skipped)), None
    except LawBrokenError as error:
        outcome = LawOutcome.LACKING if lacking else LawOutcome.BROKEN
        return LawFinding(subject.name, law.name, outcome, str(error)), error
    outcome = LawOutcome.KEPT_AFTER_ALL if lacking else LawOutcome.HELD
    return LawFinding(subject.name, law.name, outcome), None


def examine(law: Law[...], subject: Subject, profile: Profile, seed: int | None) -> None:
    """Try a law with what is drawn for it.

    Raises:
        LawBrokenError: it does not hold, and this is the least example that was found, or any at
            all where that is declared.
        unittest.SkipTest: it does not apply.
        UnfitAdapterError: the subject cannot be tried at all.
    """
    settings = settings_of(profile, seed)
    subject = attrs.evolve(subject, patience=Patience(profile.patience))
    if law.name in subject.lacks:
        settings = _of_lacks(settings)
    law.probe(subject)
    try:
        if law.machine is not None:
            machine = law.machine(law, subject)
            run_state_machine_as_test(_with_seed(machine, seed), settings=settings)
        else:
            _with_seed(settings(_test_of(law, subject, profile)), seed)()
    except Flaky as error:
        raise LawBrokenError(
            law.name,
            law.statement,
            "the same comments give now this, now that: something in it depends on chance, on the "
            "order of a set, or on what was there before",
        ) from error


def _test_of(law: Law[...], subject: Subject, profile: Profile) -> Callable[[], None]:
    def tried(case: tuple[Any, ...]) -> None:
        law(subject, *case)

    # By this name the examples of one law are told from those of another in Hypothesis's database.
    tried.__name__ = tried.__qualname__ = re.sub(r"\W", "_", f"{law.name}_of_{subject.name}")
    test: Callable[[], None] = given(law.cases(profile))(tried)  # type: ignore[no-untyped-call]
    return test


def _with_seed(test: Any, seed: int | None) -> Any:  # noqa: ANN401 - a test or a machine
    return test if seed is None else seeded(seed)(test)


# Drawing conversations and trying somebody's store on them may be slow, and is still of use.
# A check may also be called where Hypothesis draws already, which older versions do not look for.
_PATIENT = [
    check
    for name, check in HealthCheck.__members__.items()
    if name
    in {
        "data_too_large",
        "filter_too_much",
        "large_base_example",
        "nested_given",
        "too_slow",
    }
]


def settings_of(profile: Profile, seed: int | None) -> Settings:
    """Return the settings of Hypothesis for a profile; the rest is what the caller's are."""
    own = Settings() if seed is None else Settings(database=None, derandomize=False)
    # What is normal is a line for each law that does not apply, and comments with all their fields.
    verbosity = Verbosity.quiet if own.verbosity is Verbosity.normal else own.verbosity
    return Settings(
        own,
        max_examples=profile.examples,
        stateful_step_count=profile.steps,
        deadline=None,
        report_multiple_bugs=False,
        verbosity=verbosity,
        suppress_health_check=_PATIENT,
        phases=[phase for phase in own.phases if phase is not Phase.explain],
    )


# How many times as long a declared lack is looked for: it must not seem kept by chance.
_INSISTENT = 10


def _of_lacks(settings: Settings) -> Settings:
    """Return settings by which any counterexample will do, and is not made the least."""
    return Settings(
        settings,
        max_examples=settings.max_examples * _INSISTENT,
        phases=[phase for phase in settings.phases if phase is not Phase.shrink],
    )
