"""What becomes of a comment: verdicts that explain themselves, and a history that can be replayed.

A policy judges a submission by facts that it is given, and its verdict tells why. Every later
move is checked against a table, recorded as an event, and can be taken back. Who sees what is
answered by one function. Nothing here reads a clock, a file or a network by itself. Each name is
loaded when it is first touched.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.moderation import conditions as conditions
    from blogmodel.moderation import policies as policies
    from blogmodel.moderation._actors import Actor
    from blogmodel.moderation._addresses import (
        AddressKept,
        cut_address,
        guarded_origin,
        hash_address,
    )
    from blogmodel.moderation._bayes import NaiveBayes
    from blogmodel.moderation._bulk import Bulk, move_many
    from blogmodel.moderation._erasure import (
        Erased,
        ErasureItem,
        ErasureKind,
        ErasurePlan,
        ErasureSubject,
        plan_erasure,
    )
    from blogmodel.moderation._events import Event, Finding
    from blogmodel.moderation._explained import Audience
    from blogmodel.moderation._external import (
        AkismetRequest,
        ExternalOutcome,
        ExternalVerdict,
        akismet_request,
    )
    from blogmodel.moderation._facts import Context, Submission, text_key
    from blogmodel.moderation._features import features
    from blogmodel.moderation._folding import Void
    from blogmodel.moderation._history import History
    from blogmodel.moderation._hosts import host_of, matches_host
    from blogmodel.moderation._kinds import Appeal, EventKind, Fact, Part, Reason, Review, Role
    from blogmodel.moderation._linear import LinearModel
    from blogmodel.moderation._link_facts import LinkFacts, link_facts
    from blogmodel.moderation._linked import LinkTrick
    from blogmodel.moderation._moves import MOVES, Move, Rights
    from blogmodel.moderation._near import NearText, SeenTexts, TextPrint, text_print
    from blogmodel.moderation._permissions import permissions
    from blogmodel.moderation._persons import NameMatch, Person
    from blogmodel.moderation._places import Place
    from blogmodel.moderation._policy import Policy
    from blogmodel.moderation._rates import OverRate, Rate, over_rate, parse_rate
    from blogmodel.moderation._replay import (
        Archived,
        Change,
        Comparison,
        Difference,
        Replay,
        ReplayRow,
        RuleCount,
        compare,
        replay,
    )
    from blogmodel.moderation._reports import Report, Reporter, Reports, ReportState
    from blogmodel.moderation._retention import (
        RETENTION,
        Due,
        Expiry,
        Keep,
        PersonalField,
        Retention,
    )
    from blogmodel.moderation._revisions import Revision, fingerprint
    from blogmodel.moderation._rules import Action, Condition, Match, Rule, Traits
    from blogmodel.moderation._signals import PartText, Signals
    from blogmodel.moderation._statement import (
        Prompt,
        Redress,
        RedressKind,
        Restriction,
        StatementOfReasons,
    )
    from blogmodel.moderation._states import State
    from blogmodel.moderation._traces import Contribution, Step, StepKind, Why
    from blogmodel.moderation._verdict import Outcome, Verdict
    from blogmodel.moderation._visibility import Shown, Sight, Viewer, sees, shown_as
    from blogmodel.moderation._weights import SpamLabel, Weight
    from blogmodel.moderation._word_lint import WordFlaw, WordFlawKind, lint_words
    from blogmodel.moderation._word_list import Term, TermMatch, WordHit, WordList

__all__ = [
    "MOVES",
    "RETENTION",
    "Action",
    "Actor",
    "AddressKept",
    "AkismetRequest",
    "Appeal",
    "Archived",
    "Audience",
    "Bulk",
    "Change",
    "Comparison",
    "Condition",
    "Context",
    "Contribution",
    "Difference",
    "Due",
    "Erased",
    "ErasureItem",
    "ErasureKind",
    "ErasurePlan",
    "ErasureSubject",
    "Event",
    "EventKind",
    "Expiry",
    "ExternalOutcome",
    "ExternalVerdict",
    "Fact",
    "Finding",
    "History",
    "Keep",
    "LinearModel",
    "LinkFacts",
    "LinkTrick",
    "Match",
    "Move",
    "NaiveBayes",
    "NameMatch",
    "NearText",
    "Outcome",
    "OverRate",
    "Part",
    "PartText",
    "Person",
    "PersonalField",
    "Place",
    "Policy",
    "Prompt",
    "Rate",
    "Reason",
    "Redress",
    "RedressKind",
    "Replay",
    "ReplayRow",
    "Report",
    "ReportState",
    "Reporter",
    "Reports",
    "Restriction",
    "Retention",
    "Review",
    "Revision",
    "Rights",
    "Role",
    "Rule",
    "RuleCount",
    "SeenTexts",
    "Shown",
    "Sight",
    "Signals",
    "SpamLabel",
    "State",
    "StatementOfReasons",
    "Step",
    "StepKind",
    "Submission",
    "Term",
    "TermMatch",
    "TextPrint",
    "Traits",
    "Verdict",
    "Viewer",
    "Void",
    "Weight",
    "Why",
    "WordFlaw",
    "WordFlawKind",
    "WordHit",
    "WordList",
    "akismet_request",
    "compare",
    "conditions",
    "cut_address",
    "features",
    "fingerprint",
    "guarded_origin",
    "hash_address",
    "host_of",
    "link_facts",
    "lint_words",
    "matches_host",
    "move_many",
    "over_rate",
    "parse_rate",
    "permissions",
    "plan_erasure",
    "policies",
    "replay",
    "sees",
    "shown_as",
    "text_key",
    "text_print",
]

_ROOMS = ("conditions", "policies")
_HOMES = {
    "_actors": ("Actor",),
    "_addresses": (
        "AddressKept",
        "cut_address",
        "guarded_origin",
        "hash_address",
    ),
    "_bayes": ("NaiveBayes",),
    "_bulk": (
        "Bulk",
        "move_many",
    ),
    "_erasure": (
        "Erased",
        "ErasureItem",
        "ErasureKind",
        "ErasurePlan",
        "ErasureSubject",
        "plan_erasure",
    ),
    "_events": (
        "Event",
        "Finding",
    ),
    "_explained": ("Audience",),
    "_external": (
        "AkismetRequest",
        "ExternalOutcome",
        "ExternalVerdict",
        "akismet_request",
    ),
    "_facts": (
        "Context",
        "Submission",
        "text_key",
    ),
    "_features": ("features",),
    "_folding": ("Void",),
    "_history": ("History",),
    "_hosts": (
        "host_of",
        "matches_host",
    ),
    "_kinds": (
        "Appeal",
        "EventKind",
        "Fact",
        "Part",
        "Reason",
        "Review",
        "Role",
    ),
    "_linear": ("LinearModel",),
    "_link_facts": (
        "LinkFacts",
        "link_facts",
    ),
    "_linked": ("LinkTrick",),
    "_moves": (
        "MOVES",
        "Move",
        "Rights",
    ),
    "_near": (
        "NearText",
        "SeenTexts",
        "TextPrint",
        "text_print",
    ),
    "_permissions": ("permissions",),
    "_persons": (
        "NameMatch",
        "Person",
    ),
    "_places": ("Place",),
    "_policy": ("Policy",),
    "_rates": (
        "OverRate",
        "Rate",
        "over_rate",
        "parse_rate",
    ),
    "_replay": (
        "Archived",
        "Change",
        "Comparison",
        "Difference",
        "Replay",
        "ReplayRow",
        "RuleCount",
        "compare",
        "replay",
    ),
    "_reports": (
        "Report",
        "ReportState",
        "Reporter",
        "Reports",
    ),
    "_retention": (
        "Due",
        "Expiry",
        "Keep",
        "PersonalField",
        "RETENTION",
        "Retention",
    ),
    "_revisions": (
        "Revision",
        "fingerprint",
    ),
    "_rules": (
        "Action",
        "Condition",
        "Match",
        "Rule",
        "Traits",
    ),
    "_signals": (
        "PartText",
        "Signals",
    ),
    "_statement": (
        "Prompt",
        "Redress",
        "RedressKind",
        "Restriction",
        "StatementOfReasons",
    ),
    "_states": ("State",),
    "_traces": (
        "Contribution",
        "Step",
        "StepKind",
        "Why",
    ),
    "_verdict": (
        "Outcome",
        "Verdict",
    ),
    "_visibility": (
        "Shown",
        "Sight",
        "Viewer",
        "sees",
        "shown_as",
    ),
    "_weights": (
        "SpamLabel",
        "Weight",
    ),
    "_word_lint": (
        "WordFlaw",
        "WordFlawKind",
        "lint_words",
    ),
    "_word_list": (
        "Term",
        "TermMatch",
        "WordHit",
        "WordList",
    ),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if name in _ROOMS:
        value: object = import_module(f"blogmodel.moderation.{name}")
    elif home is not None:
        value = getattr(import_module(f"blogmodel.moderation.{home}"), name)
    else:
        raise AttributeError(f"module 'blogmodel.moderation' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
