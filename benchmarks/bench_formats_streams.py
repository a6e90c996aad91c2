"""Large exports read as they come, beside bare passes of expat and lxml, and feedparser.

The pass of lxml touches the fields that are read here, and makes nothing of them. Each runs in a
process of its own, in turn; what is told is the median speed and the largest memory beyond that of
the interpreter with its imports done. The size in MB may be given; 128 by default.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from _exports import EXPORTS, made
from blogmodel import formats

ROUNDS = 3
_ATOM = "{http://www.w3.org/2005/Atom}"
_THR = "{http://purl.org/syndication/thread/1.0}"
_GD = "{http://schemas.google.com/g/2005}"
_WP = "{http://wordpress.org/export/1.2/}"
_DISQUS = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"
_ITEM = (
    *("title", "link", "pubDate", "guid", "description"),
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    *(f"{_WP}{name}" for name in ("post_id", "post_date_gmt", "post_name", "status", "post_type")),
    *(f"{_WP}{name}" for name in ("comment_status", "post_password")),
)
_COMMENT = [
    f"{_WP}comment_{name}"
    for name in (
        *("id", "author", "author_email", "author_url", "author_IP", "date_gmt", "content"),
        *("approved", "type", "parent", "user_id"),
    )
]
_POST = [
    f"{_DISQUS}{name}"
    for name in ("id", "message", "createdAt", "isDeleted", "isSpam", "ipAddress", "link", "title")
]


def bare_expat(path: str) -> int:
    """Let expat go through a file, and do nothing with what it calls."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = lambda _name, _attributes: None
    parser.EndElementHandler = lambda _name: None
    parser.CharacterDataHandler = lambda _text: None
    with Path(path).open("rb") as file:
        while chunk := file.read(1 << 20):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat's own
    return 0


def bare_lxml(path: str) -> int:
    """Let lxml go through a file and touch each field that is read here."""
    touch: Any = _TOUCH[Path(path).stem]
    return sum(touch(element) for element in _elements(path, _TAGS[Path(path).stem]))


def _elements(path: str, tags: Any) -> Iterator[Any]:
    for _, element in etree.iterparse(path, tag=tags, huge_tree=True):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _blogger(entry: Any) -> int:
    for name in ("id", "published", "updated", "title", "content"):
        entry.findtext(_ATOM + name)
    for each in entry.findall(f"{_ATOM}category"):
        _ = each.get("scheme"), each.get("term")
    for each in entry.findall(f"{_ATOM}link"):
        _ = each.get("rel"), each.get("href")
    author = entry.find(f"{_ATOM}author")
    for name in ("name", "uri", "email"):
        author.findtext(_ATOM + name)
    reply = entry.find(f"{_THR}in-reply-to")
    _ = None if reply is None else reply.get("ref")
    for each in entry.findall(f"{_GD}extendedProperty"):
        _ = each.get("name"), each.get("value")
    return 1


def _wordpress(item: Any) -> int:
    for name in _ITEM:
        item.findtext(name)
    for each in item.findall("category"):
        _ = each.get("domain"), each.text
    for each in item.findall(f"{_WP}postmeta"):
        _ = each.findtext(f"{_WP}meta_key"), each.findtext(f"{_WP}meta_value")
    comments = item.findall(f"{_WP}comment")
    for comment in comments:
        for name in _COMMENT:
            comment.findtext(name)
    return 1 + len(comments)


def _disqus(post: Any) -> int:
    if post.getparent().tag != f"{_DISQUS}disqus":
        return 0
    post.get(_ID)
    for name in _POST:
        post.findtext(name)
    author = post.find(f"{_DISQUS}author")
    for name in ("name", "email", "username", "isAnonymous"):
        _ = None if author is None else author.findtext(_DISQUS + name)
    for name in ("thread", "parent"):
        reference = post.find(_DISQUS + name)
        _ = None if reference is None else reference.get(_ID)
    return 1


_TOUCH = {"blogger": _blogger, "wordpress": _wordpress, "disqus": _disqus}
_TAGS = {
    "blogger": [f"{_ATOM}entry"],
    "wordpress": ["item"],
    "disqus": [f"{_DISQUS}post", f"{_DISQUS}thread"],
}


def read(path: str) -> int:
    """Read a file to the model."""
    found = sum(1 for entry in formats.read(path) if not isinstance(entry, formats.Site))
    assert found > 0
    return found


def load(path: str) -> int:
    """Read a file to the model and keep all of it."""
    return len(formats.load(path).comments)


def with_feedparser(path: str) -> int:
    """Read a feed by feedparser, which keeps all of it."""
    import feedparser  # noqa: PLC0415 - no other run needs it

    return len(feedparser.parse(path).entries)


RUNS = {
    "expat, nothing done": bare_expat,
    "lxml, fields touched": bare_lxml,
    "read": read,
    "load": load,
    "feedparser": with_feedparser,
}
# It keeps the whole feed and is slow: a small part of the file tells enough.
_FEEDPARSER_SHARE = 16


def measured(path: Path, run: str) -> tuple[float, float]:
    """Return the seconds and the megabytes that a run takes, in a process of its own."""
    command = [sys.executable, __file__, "--run", run, str(path)]
    out = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    seconds, memory = out.stdout.split()
    return float(seconds), float(memory)


def _run(name: str, path: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    RUNS[name](path)
    seconds = time.perf_counter() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(seconds, memory)


def main(size: int) -> None:
    """Make the files and print a table for each."""
    with tempfile.TemporaryDirectory() as folder:
        for name in EXPORTS:
            path = made(Path(folder), name, size)
            small = Path(folder, "small")
            small.mkdir(exist_ok=True)
            part = made(small, name, size // _FEEDPARSER_SHARE)
            runs = [run for run in RUNS if run != "feedparser" or name != "disqus"]
            files = {run: part if run == "feedparser" else path for run in runs}
            taken: dict[str, list[tuple[float, float]]] = {run: [] for run in runs}
            for _ in range(ROUNDS):
                for run in runs:
                    taken[run].append(measured(files[run], run))
            speeds = {
                run: files[run].stat().st_size / 1e6 / statistics.median(s for s, _ in found)
                for run, found in taken.items()
            }
            print(f"\n{name}, {path.stat().st_size / 1e6:.0f} MB")
            for run, speed in speeds.items():
                memory = max(memory for _, memory in taken[run])
                ratio = speed / speeds["lxml, fields touched"]
                print(f"  {run:<24} {speed:>7.1f} MB/s  {ratio:>6.2f}  {memory:>7.1f} MB")
            path.unlink()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        _run(*sys.argv[2:4])
    else:
        main(int(float(sys.argv[1] if len(sys.argv) > 1 else 128) * 1e6))
