"""The documentation's settings."""

import importlib

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

project = "blogmodel"
author = "The blogmodel developers"
copyright = "2026, the blogmodel developers"
version = release = importlib.import_module("importlib.metadata").version("blogmodel")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "**/_*.md"]
nitpicky = True
nitpick_ignore_regex = [
    # Python's and attrs' own documentation is not read when ours is built.
    (
        "py:.*",
        r"(datetime|decimal|collections|os|random|enum|typing|types|abc|array|attr|attrs|unittest)\..*",
    ),
    ("py:.*", r"hypothesis\..*"),
    ("py:.*", r"httpx\..*"),
    # What `read` gives its Reading.
    ("py:.*", r"OpenSource|Options"),
    # A text at a level of folding, which only the library's own conditions ask for.
    ("py:.*", r"Traced"),
    (
        "py:.*",
        r"(SearchStrategy|BinaryIO|Decimal|PathLike|Self|Any|TypeVar|datetime|date|tzinfo|timedelta|optional|DrawFn)",
    ),
    ("py:.*", r"(str|bytes|int|float|bool|dict|tuple|list|set|frozenset|type|object|None)"),
    ("py:.*", r"[A-Z]\w*(Error|Exception)|BaseException"),
    ("py:.*", r"blogmodel\.model\._codec\._Value|_Value"),
    # What a law takes inside of the kit, and what it says to it.
    ("py:.*", r"blogmodel\.testing\._(law\.Bench|handle\.Broken)"),
    ("py:.*", r"unittest\..*"),
    # What the field of a message may be, which `Message` tells in words.
    ("py:.*", r"Fields?"),
]
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
autodoc_default_options = {"members": True}
napoleon_google_docstring = True
napoleon_use_ivar = True
html_theme = "furo"
html_title = "blogmodel"
html_extra_path = ["../src/blogmodel/model/schema-1.json"]


def public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, written: nodes.TextElement
) -> nodes.reference | None:
    """Find a class under the room that shows it: annotations name the private module."""
    parts = str(node.get("reftarget", "")).split(".")
    domain = env.get_domain("py")
    names = [".".join(part for part in parts if not part.startswith("_"))]
    rooms = (
        "model",
        "thread",
        "thread.orders",
        "formats",
        "dates",
        "messages",
        "text",
        "moderation",
        "moderation.conditions",
        "errors",
        "testing",
        "testing.broken",
        "testing.naive",
        "testing.strategies",
    )
    # A class, a member that a docstring names with its class, or the class that tells of a field.
    lasts = (parts[-1], ".".join(parts[-2:]), *parts[-2:-1])
    names += [f"blogmodel.{room}.{last}" for room in rooms for last in lasts]
    for name in names:
        if name in domain.objects:  # type: ignore[attr-defined]
            shown = written if node.get("reftype") == "obj" else nodes.Text(parts[-1])
            return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", name, node, shown)
    return None


def without_private_fields(
    _app: Sphinx,
    what: str,
    _name: str,
    shown: object,
    _options: object,
    signature: str,
    _returns: str,
) -> tuple[str, str] | None:
    """Hide how a class is called that only the library makes: attrs gives it private fields."""
    if what != "class" or not isinstance(shown, type) or not attrs.has(shown):
        return None
    own = hasattr(shown, "__attrs_init__")
    private = any(field.name.startswith("_") for field in attrs.fields(shown))
    return ("", "") if signature and private and not own else None


def setup(app: Sphinx) -> None:
    """Connect what resolves names and shows signatures."""
    app.connect("missing-reference", public_name)
    app.connect("autodoc-process-signature", without_private_fields)
