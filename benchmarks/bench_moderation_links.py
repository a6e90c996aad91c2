"""Links of comments and what they tell, beside what makes links of texts elsewhere."""

import time
from collections.abc import Callable

from django.utils.html import urlize

from _timing import compare, table
from blogmodel import Body, MediaType
from blogmodel.moderation import host_of, link_facts
from blogmodel.text import html_links, links, markdown_links

COUNT = 200
FRENCH = (
    "Bonjour Lise, j’ai beaucoup aimé ton billet sur la cabane à sucre, surtout la recette de "
    "tire sur la neige que ma grand-mère faisait aussi. Chez nous on ajoutait un peu de beurre "
    "et de crème, et mon père disait toujours que c’était trop. Est-ce que tu connais la sucrerie "
    "du rang Saint-Joseph ? On y va chaque année au mois de mars avec les enfants, c’est à deux "
    "heures de Montréal et ça vaut le détour. Merci encore !"
)
LINKED = f"{FRENCH[:390]} Voir https://exemple.ca/recette et www.exemple.org."
ANCHOR = '<a href="http://x.example">ici</a>'
HTML = f"<p>{LINKED.replace('www.exemple.org', ANCHOR)}</p>"
UNMARKED = FRENCH.replace(".", " ")
HOSTS = {
    "plain": "https://www.exemple.ca/recette?p=2",
    "capitals and a port": "HTTPS://Exemple.CA:8080/recette",
    "other letters": "https://érablière.example/recette",
    "a number": "http://3221225991/",
}
HOSTILE = {
    "brackets": "[" * 1_000,
    "tags": "<a href=" * 125,
    "labels": "a." * 500,
    "dots in brackets": "a [.] " * 170,
    "a host": "http://" + "".join(map(chr, range(0x4E00, 0x4E00 + 1_000))),
}


def again(call: Callable[[], object]) -> Callable[[], None]:
    """Return what calls as often as is timed."""

    def run() -> None:
        for _ in range(COUNT):
            call()

    return run


def compared(title: str, calls: dict[str, Callable[[], object]]) -> None:
    """Print the times of several calls, each."""
    base = next(iter(calls))
    peers = {name: again(call) for name, call in calls.items()}
    table(title, compare(peers, clock=time.process_time), base, per=COUNT)


def facts() -> None:
    """Time what the links of a comment tell."""
    bodies = {
        "plain, two links": Body(LINKED),
        "plain, none": Body(FRENCH),
        "plain, no full stop either": Body(UNMARKED),
        "HTML, two links": Body(HTML, MediaType.HTML),
        "Markdown, two links": Body(LINKED, MediaType.MARKDOWN),
    }
    compared(
        f"link_facts, {len(LINKED)} characters",
        {name: lambda body=body: link_facts(body) for name, body in bodies.items()},
    )


def found() -> None:
    """Time what finds links; the peer makes HTML of them too, and knows fewer."""
    assert len(links(LINKED)) == len(html_links(HTML)) == urlize(LINKED).count("<a ")
    compared(
        "Links found",
        {
            "links": lambda: links(LINKED),
            "Django's urlize": lambda: urlize(LINKED),
            "links, none there": lambda: links(FRENCH),
            "Django's urlize, none there": lambda: urlize(FRENCH),
            "html_links": lambda: html_links(HTML),
            "markdown_links": lambda: markdown_links(LINKED),
        },
    )


def hosts() -> None:
    """Time the host of an address."""
    compared(
        "host_of", {name: lambda target=target: host_of(target) for name, target in HOSTS.items()}
    )


def facts_of_html(html: str) -> object:
    """Return what the links of a comment in HTML tell."""
    return link_facts(Body(html, MediaType.HTML))


def hostile() -> None:
    """Print how the time grows when what is written to take long is eight times as long."""
    print("\nEight times as much of what takes long; 8 is linear")
    for name, text in HOSTILE.items():
        for read in (links, html_links, facts_of_html):
            peers = {
                "8": lambda text=text * 8, read=read: read(text),
                "64": lambda text=text * 64, read=read: read(text),
            }
            medians = compare(peers, clock=time.process_time)
            ratio = medians["64"] / medians["8"]
            print(f"  {name:<18} {medians['64'] * 1e3:>8.2f} ms {ratio:>6.2f}  {read.__name__}")


if __name__ == "__main__":
    facts()
    found()
    hosts()
    hostile()
