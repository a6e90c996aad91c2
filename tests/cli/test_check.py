"""Files checked and converted, and long readings watched."""

import io
import sys
from pathlib import Path

import pytest

from blogmodel.cli import main
from blogmodel.formats import Format, load

N = "\u00a0"
TOP = f"«{N}d{N}» est au premier niveau"
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title>Mon blogue</title><link href="https://a.example/"/>
<entry><id>1</id><title>Été & hiver</title><published>hier</published>
<content type="html">&lt;p>Un&lt;/p>&lt;p>Deux&lt;/p></content></entry>
<entry><id>2</id><control xmlns="http://www.w3.org/2007/app"><draft>yes</draft></control></entry>
<entry><id>c</id><thr:in-reply-to ref="1"/><published>2009-03-12T12:00:00Z</published>
<author><name>Zoé</name></author><content type="text/markdown">*Oui*</content></entry>
<entry><id>d</id><thr:in-reply-to ref="x"/><thr:in-reply-to ref="1"/></entry>
<entry><id>e</id><thr:in-reply-to ref="loin"/></entry>
<geo>Québec</geo></feed>"""
FINE = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id></entry></feed>"""


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "fil.xml"
    path.write_text(FEED, "utf-8")
    return path


def test_a_file_is_told_with_what_is_wrong_in_it(
    feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(feed)]) == 1
    assert (
        capsys.readouterr().out
        == f"""Fil Atom
Mon blogue · https://a.example/
2 billets (Publié 1, Brouillon 1) · 3 commentaires
Gardé tel quel{N}: geo 1

Dans le fichier (3)
– ligne{N}3{N}: Signe qui ne commence rien, pris pour lui-même («{N}&{N}»)
– ligne{N}3{N}: Date illisible («{N}published: hier{N}»)
– loin{N}: Commentaire dont le billet n’est pas là («{N}1 comment{N}»)

Dans les conversations (1)
– billet 1{N}: le commentaire «{N}d{N}» répond à «{N}x{N}», qui manque ({TOP})
"""
    )


def test_a_file_in_which_nothing_is_wrong_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fil.xml"
    path.write_text(FINE)
    assert main(["check", str(path), "--locale", "en"]) == 0
    assert capsys.readouterr().out == "Atom feed\n1 post · No comments\n\nNothing is wrong.\n"


def test_what_a_text_seems_to_be_is_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Un billet.", "utf-8")
    assert main(["check", str(path), "--locale", "en"]) == 1
    assert "there is no Blogger label in the text" in capsys.readouterr().out


def test_a_defect_may_have_no_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fil.xml"
    path.write_text(f"<!DOCTYPE feed>{FINE}")
    assert main(["check", str(path), "--locale", "en"]) == 1
    assert "– A document type, not read (“feed”)\n" in capsys.readouterr().out
    path.write_text(
        FINE.replace(
            "</feed>",
            '<entry><id>c</id><in-reply-to xmlns="http://purl.org/syndication/thread/1.0"/></entry></feed>',
        )
    )
    assert main(["check", str(path), "--locale", "en"]) == 1
    assert "(“a reply to nothing that is named”)" in capsys.readouterr().out

    path.write_text('{"version": 1, "users": [], "posts": []}\n{"id": "1", "locator": null}\n')
    assert main(["check", str(path), "--locale", "en"]) == 1
    assert "– line 2: A comment whose post is not there\n" in capsys.readouterr().out


def test_an_export_is_shown_in_the_readers_zone_and_order(
    feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(feed), "--tz", "America/Toronto", "--order", "newest"]) == 0
    assert (
        capsys.readouterr().out
        == f"""Été & hiver
Auteur inconnu · date inconnue

Un

Deux

2 commentaires

1. Zoé · 12 mars 2009 à 8{N}h

   Oui

2. Auteur inconnu · date inconnue


Titre inconnu (Brouillon)
Auteur inconnu · date inconnue

Aucun commentaire

Commentaires d’un billet qui n’est pas dans le fichier (loin)
Dates inconnues

1. Auteur inconnu

3 défauts dans le fichier{N}: voir blogmodel check
"""
    )


def test_what_became_of_a_comment_or_a_page_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wordpress.xml"
    item = """<item><title>Ici</title><wp:post_id>{}</wp:post_id><wp:post_type>page</wp:post_type>
        <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>spam</wp:comment_approved>
        <wp:comment_date_gmt>2009-03-12 12:00:00</wp:comment_date_gmt></wp:comment></item>"""
    items = item.format(7) + item.format(7)
    path.write_text(
        f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>{items}</channel></rss>'
    )
    assert main(["show", str(path), "--locale", "fr"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Ici (Page)\n")
    assert "1. Auteur inconnu · 2009-03-12 12:00 UTC · Indésirable\n" in out


def test_a_zone_that_is_none_is_refused(feed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Québec", "../x", ""):
        assert main(["show", str(feed), "--tz", name]) == 2
        assert f"aucun fuseau horaire ne s’appelle «{N}{name}{N}»" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a.html", "a.jsonl"])
def test_what_is_shown_can_be_written(
    feed: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / name
    option = {"a.html": "--html", "a.jsonl": "--json"}[name]
    assert main(["show", str(feed), option, str(there), "--locale", "fr_CA"]) == 0
    assert capsys.readouterr().out == ""
    written = there.read_text("utf-8")
    assert "Oui" in written
    assert ('<html lang="fr-CA"' in written) is (name == "a.html")


# Converted.


def test_a_file_is_converted_and_what_is_lost_is_told_first(
    feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "export.xml"
    assert main(["convert", str(feed), str(there), "--to", "wxr"]) == 0
    archive = load(there)
    assert (archive.format, len(archive.comments)) == (Format.WXR, 3)
    err = capsys.readouterr().err
    assert f"le format ne garde pas{N}: comment.body (de 1{N}: c)\n" in err


def test_our_own_format_loses_nothing_and_its_name_tells_it(
    feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "blogue.jsonl"
    assert main(["convert", str(feed), str(there)]) == 0
    assert load(there) == load(feed)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "arguments, problem",
    [
        (["{feed}", "{folder}/a.xml"], "its name tells no format; give --to, one of json, wxr"),
        (["{feed}", "{folder}/a/b.jsonl"], "b.jsonl: it cannot be written"),
        (["{feed}", "{folder}/b.jsonl", "--strict"], "line 3, column"),
        (["{folder}/rien", "{folder}/b.jsonl"], "there is no such file"),
    ],
)
def test_what_cannot_be_converted_is_one_clear_line_and_2(
    feed: Path, arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [argument.format(feed=feed, folder=feed.parent) for argument in arguments]
    assert main(["convert", *given, "--locale", "en"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert problem in err


def test_a_page_is_for_readers_and_tells_no_losses(
    feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "a.html"
    arguments = ["convert", str(feed), str(there), "--locale", "fr", "--tz", "America/Toronto"]
    assert main(arguments) == 0
    assert capsys.readouterr() == ("", "")
    assert "12 mars 2009 à 08:00" in there.read_text("utf-8")


def test_losses_need_no_standard_error(
    feed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["convert", str(feed), str(tmp_path / "a.xml"), "--to", "wxr"]) == 0


# Watched.


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("size, shown", [(6 << 20, True), (10, False)])
def test_a_large_file_gets_a_bar_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, shown: object
) -> None:
    path = tmp_path / "grand\x1b.xml"
    path.write_text(FINE.replace("</feed>", " " * size + "</feed>"))
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", str(path)]) == 0
    assert ("100%" in terminal.getvalue()) is shown
    assert "grand\x1b" not in terminal.getvalue()
