import io
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
import wcwidth

from blogmodel import Archive, Author, Comment, Post
from blogmodel.cli import main
from blogmodel.cli._clean import clean
from blogmodel.cli._lines import Page
from blogmodel.cli._show import render
from blogmodel.formats import BloggerTextOptions, Format, read_blogger_text
from blogmodel.messages import Messages

PAGE = """Le billet.
Merci !
RépondreSupprimerVraiment.
@Zoé Roy: de rien.
RépondreSupprimer
"""
N = "\u00a0"
BUTTONS = f"«{N}RépondreSupprimer{N}»"
CALL = f"«{N}@Zoé Roy:{N}»"
ENDS = f"le billet s’arrête avant «{N}Merci !{N}», le paragraphe du premier {BUTTONS}"
SHOWN = f"""Titre inconnu
Auteur inconnu · date inconnue

Le billet.

2 commentaires
Dates inconnues

1. Zoé Roy (nom déduit)

   Merci !

   Vraiment.

    2. Auteur inconnu, en réponse au commentaire{N}1 (réponse déduite)

       @Zoé Roy: de rien.

Déductions (non écrites dans la page)
– {ENDS} (confiance{N}: 80{N}%)
– le commentaire{N}1 se poursuit après son {BUTTONS} (confiance{N}: 80{N}%)
– le commentaire{N}1 a pour auteur Zoé Roy, d’après {CALL} au commentaire{N}2 (confiance{N}: 80{N}%)
– le commentaire{N}2 répond au commentaire{N}1, d’après «{N}@Zoé Roy:{N}» (confiance{N}: 80{N}%)
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def lines(archive: Archive, locale: str = "fr_CA", width: int | None = None) -> list[str]:
    return list(render(archive, Page(Messages(locale), width)))


def shown(text: str, locale: str = "fr_CA", width: int | None = None) -> list[str]:
    return lines(read_blogger_text(text, BloggerTextOptions(post_id="p")), locale, width)


def test_a_page_is_shown_in_french(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page), "--locale", "fr_CA"]) == 0
    assert capsys.readouterr() == (SHOWN, "")


def test_quebec_french_is_the_default(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page)]) == 0
    assert capsys.readouterr().out == SHOWN


def test_the_real_page_is_shown(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(shared_data / "blogger-page-text.txt"), "--locale", "fr_CA"]) == 0
    out = capsys.readouterr().out
    assert "\n2 commentaires\nDates inconnues\n\n1. Génération Agile (nom déduit)\n" in out
    assert f"\n    2. Auteur inconnu, en réponse au commentaire{N}1 (réponse déduite)\n" in out


def test_a_page_is_shown_in_english(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page), "--locale", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Title unknown\nAuthor unknown · date unknown\n")
    assert "\n2 comments\n" in out
    assert "\n– comment 2 answers comment 1, from “@Zoé Roy:” (confidence 80%)\n" in out


def test_the_command_takes_the_processs_own_arguments(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["blogmodel", "show", str(page)])
    assert main() == 0
    assert capsys.readouterr().out == SHOWN


def test_a_page_is_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["show", "-"]) == 0
    assert capsys.readouterr().out == SHOWN


def test_the_place_of_labels_can_be_given(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(page), "--labels", "after-comment"]) == 0
    assert "\n       Vraiment.\n\n       @Zoé Roy: de rien.\n" in capsys.readouterr().out


def test_a_refusal_of_standard_input_names_it_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Empty(io.BytesIO):
        name = "<stdin>"

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Empty()))
    assert main(["show", "-"]) == 2
    assert "entrée standard" in capsys.readouterr().err


def test_an_encoding_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode("cp850"))
    assert main(["show", str(path), "--encoding", "cp850"]) == 0
    assert capsys.readouterr().out == SHOWN


def test_output_that_is_no_stream_of_bytes_is_written_too(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["show", str(page)]) == 0
    assert out.getvalue() == SHOWN


@pytest.mark.parametrize(
    "data, line",
    [
        (None, f"{{path}}{N}: ce fichier n’existe pas"),
        (b"", f"{{path}}{N}: aucun texte"),
        (b"\x89PNG\0", f"{{path}}{N}: ce n’est pas du texte"),
        (
            b"<?xml version='1.0'?>",
            f"{{path}}{N}: le format XML n’est pas pris en charge",
        ),
        (
            b"d\xe9j\xe0 \x81",
            f"{{path}}{N}: ces octets ne correspondent à aucun des encodages essayés "
            "(utf-8, cp1252); précisez --encoding",
        ),
    ],
)
def test_a_file_that_cannot_be_shown_is_one_clear_line_and_2(
    tmp_path: Path, data: bytes | None, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    if data is not None:
        path.write_bytes(data)
    assert main(["show", str(path)]) == 2
    assert capsys.readouterr() == ("", f"blogmodel: {line.format(path=path)}\n")


def test_the_systems_refusals_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_path: Path, _mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    assert main(["show", str(tmp_path), "--locale", "en"]) == 2
    assert main(["show", "a\0b", "--locale", "en"]) == 2
    monkeypatch.setattr(Path, "open", refuse)
    assert main(["show", str(tmp_path), "--locale", "en"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"blogmodel: {tmp_path}: this is a folder, not a file",
        "blogmodel: a\\u0000b: it cannot be read (embedded null byte)",
        f"blogmodel: {tmp_path}: you may not read this file",
    ]


@pytest.mark.parametrize(
    "arguments, problem",
    [
        (["show"], "Missing argument 'FILE'."),
        (["montre"], "No such command 'montre'."),
        (["show", "x", "--locale", "zz"], "unknown locale 'zz'"),
        (["show", "x", "--couleur"], "No such option"),
        (["show", __file__, "--encoding", "utf-9"], "aucun encodage ne s’appelle utf-9"),
        (["show", __file__, "--labels", "nowhere"], "Invalid value for '--labels'"),
    ],
)
def test_wrong_arguments_are_one_clear_line_and_2(
    arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("blogmodel: ")
    assert err.count("\n") == 1
    assert problem in err


def test_no_arguments_are_answered_with_help_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:\n  check " in capsys.readouterr().err


def test_what_cannot_be_written_is_one_line_and_2(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def write(self, _text: str, /) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    assert main(["show", str(page)]) == 2
    assert capsys.readouterr().err == (
        "blogmodel: the output cannot be written: No space left on device\n"
    )


def test_help_and_version_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--help"]) == 0
    assert main(["--version"]) == 0
    assert "[default: fr_CA]" in capsys.readouterr().out


def test_an_interruption_is_no_traceback(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_path: Path, _mode: str) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "open", interrupt)
    assert main(["show", str(page)]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_without_its_extra_the_shell_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "blogmodel.cli._commands", raising=False)
    monkeypatch.setitem(sys.modules, "click", None)
    assert main(["show"]) == 2
    assert capsys.readouterr().err == (
        "blogmodel: the shell needs the extra 'cli': python -m pip install 'blogmodel[cli]'\n"
    )


def test_another_missing_module_is_a_bug_and_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "blogmodel.cli._commands", raising=False)
    monkeypatch.setitem(sys.modules, "shutil", None)
    with pytest.raises(ModuleNotFoundError):
        main(["show"])


def run(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "blogmodel", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_a_pipe_gets_plain_text(page: Path) -> None:
    done = run(["show", str(page)], COLUMNS="20", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, SHOWN, b"")


def test_an_ascii_output_gets_ascii(page: Path) -> None:
    done = run(["show", str(page)], PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1. Zo\\xe9 Roy (nom d\\xe9duit)\n" in done.stdout


def test_what_the_outputs_encoding_lacks_is_shown_by_its_code(page: Path) -> None:
    done = run(["show", str(page)], PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1. Zoé Roy (nom déduit)\n" in done.stdout.decode("latin-1")
    assert "le billet s\\u2019arrête" in done.stdout.decode("latin-1")


@pytest.mark.parametrize(
    "redirection, problem",
    [
        (">&-", b"standard output is closed"),
        (">/dev/full", b"the output cannot be written: No space left on device"),
    ],
)
def test_an_output_that_takes_nothing_is_one_line_and_2(
    page: Path, redirection: str, problem: bytes
) -> None:
    command = f"'{sys.executable}' -m blogmodel show '{page}' {redirection}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (2, b"blogmodel: " + problem + b"\n")


def test_a_problem_is_never_told_on_standard_output() -> None:
    command = f"'{sys.executable}' -m blogmodel show rien.txt 2>&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stdout) == (2, b"")


def test_an_input_that_is_closed_is_one_line_and_2() -> None:
    command = f"'{sys.executable}' -m blogmodel show - <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (2, b"blogmodel: standard input is closed\n")


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Un billet assez long.\n" * 50_000, "utf-8")
    command = f"'{sys.executable}' -m blogmodel show '{path}' | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert (done.stdout, done.stderr) == (b"Titre inconnu\n", b"")


def in_terminal(arguments: list[str], columns: int) -> str:
    """Run the shell where its output is a terminal, and return what the terminal gets."""
    pty = pytest.importorskip("pty")  # Windows has none.
    main_end, other_end = pty.openpty()
    chunks: list[bytes] = []

    def drain() -> None:
        while True:
            try:
                chunk = os.read(main_end, 65536)
            except OSError:
                return
            if not chunk:
                return
            chunks.append(chunk)

    reader = threading.Thread(target=drain)
    reader.start()
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "blogmodel", *arguments],
        stdout=other_end,
        check=True,
        env=os.environ | {"COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"},
    )
    os.close(other_end)
    reader.join()
    os.close(main_end)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def test_a_terminal_gets_bold_headings_and_wrapped_lines(page: Path) -> None:
    text = in_terminal(["show", str(page)], 40)
    assert text.startswith("\x1b[1mTitre inconnu\x1b[0m\n")
    plain = text.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert max(map(len, plain.splitlines())) <= 40
    assert " ".join(plain.split()) == " ".join(SHOWN.split())


def test_wide_characters_take_two_cells() -> None:
    text = shown("漢字" * 12 + "\n", width=30)
    assert text[3:7] == ["漢字" * 7 + "漢", "字" + "漢字" * 4, "", "Aucun commentaire"]


@pytest.mark.parametrize("text", ["mot " * 2_000, "a" * 5_000, "mot\u00a0" * 2_000, "漢" * 3_000])
def test_a_long_paragraph_is_wrapped_in_pieces_as_if_whole(text: str) -> None:
    lines = shown(text, width=40)
    body = lines[lines.index("") + 1 : lines.index("Aucun commentaire") - 1]
    assert body == wcwidth.wrap(text.strip(), 40, break_on_hyphens=False)


def test_lines_do_not_break_at_no_break_spaces() -> None:
    text = shown(f"Voici un mot très long{N}:{N}oui.", width=24)
    assert text[text.index("") + 1 :][:2] == [
        "Voici un mot très",
        f"long{N}:{N}oui.",
    ]


def test_a_line_of_spaces_takes_none() -> None:
    archive = Archive(Format.BLOGGER_TEXT, posts=(Post("p", body="a\n  \nb"),), comments=())
    assert lines(archive, width=40)[3:5] == ["a", "b"]


def test_a_narrow_terminal_gets_lines_of_a_readable_width() -> None:
    assert "mot mot mot mot mot mot" in shown("mot " * 12, width=5)


def test_deep_replies_stop_moving_right() -> None:
    comments = tuple(
        Comment(str(n), "p", parent_id=str(n - 1) if n else None, body="Oui") for n in range(10)
    )
    archive = Archive(Format.BLOGGER_TEXT, posts=(Post("p"),), comments=comments)
    heads = [line for line in lines(archive) if ". Auteur inconnu" in line]
    assert [len(head) - len(head.lstrip()) for head in heads] == [
        0,
        4,
        8,
        12,
        16,
        20,
        24,
        24,
        24,
        24,
    ]
    assert f"10. Auteur inconnu, en réponse au commentaire{N}9" in heads[-1]


def test_what_is_known_is_shown() -> None:
    noon = datetime(2011, 6, 24, 12, tzinfo=UTC)
    post = Post("p", title="Été", author=Author("Zoé"), published_at=noon, body="Un.\n\n\n\nDeux.")
    archive = Archive(Format.BLOGGER_TEXT, posts=(post,), comments=())
    assert lines(archive) == [
        "Été",
        "Zoé · 2011-06-24 12:00 UTC",
        "",
        "Un.",
        "",
        "Deux.",
        "",
        "Aucun commentaire",
    ]
    comments = (Comment("1", "p", created_at=noon), Comment("2", "p"))
    archive = Archive(Format.BLOGGER_TEXT, posts=(Post("p"),), comments=comments)
    assert lines(archive)[3:] == [
        "2 commentaires",
        "",
        "1. Auteur inconnu · 2011-06-24 12:00 UTC",
        "",
        "2. Auteur inconnu · date inconnue",
    ]


def test_the_text_of_a_comment_stands_under_its_author() -> None:
    text = shown("Billet.\n" + "Oui.\nRépondre\n" * 10)
    assert text[text.index("10. Auteur inconnu") + 2] == "    Oui."


def test_a_text_without_labels_is_told() -> None:
    assert shown("Billet.")[-1] == f"– aucun bouton de Blogger dans ce texte{N}: tout est le billet"


def test_replies_under_a_label_and_doubts_are_told() -> None:
    text = shown(
        "Billet.\nUn.\nRépondreSupprimerRéponses\nOui.\nSupprimerRépondre\nTrois.\nRépondre\n"
        "Quatre.\nRépondre\n@Luc: non.\nRépondre",
        locale="en",
    )
    notes = text[text.index("Inferred (not written in the page)") + 1 :]
    assert notes == [
        "– the post ends before “Un.”, the paragraph at the first “RépondreSupprimer” "
        "(confidence 50%)",
        "– comment 2 answers comment 1, from “Réponses” (confidence 95%)",
        "– comment 5 may answer comment 4, else 1, 2, or 3, from “@Luc:”; left as it is "
        "(confidence 30%)",
    ]


def test_a_single_doubt_is_told() -> None:
    text = shown(
        "Billet.\nUn.\nRépondreSupprimer\nRéponses\nOui.\nRépondreSupprimer\nDeux.\n"
        "RépondreSupprimer",
        locale="en",
    )
    assert text[-1] == (
        "– comment 3 may answer comment 1, from “Réponses”; left as it is (confidence 30%)"
    )


def test_where_labels_stand_is_told_once_for_those_that_read_the_same() -> None:
    text = shown(
        "Billet.\nUn.\nRépondreSupprimerSuite.\nDeux.\nRépondreSuite.\nTrois.\n"
        "RépondreSupprimerSuite.",
        locale="en",
    )
    assert [line for line in text if "goes on" in line or "go on" in line] == [
        "– comments 1 and 3 go on after their “RépondreSupprimer” (confidence 80%)",
        "– comment 2 goes on after its “Répondre” (confidence 80%)",
    ]


def test_a_line_with_an_author_is_told() -> None:
    text = shown("Billet.\n1 commentaire\nLuc a dit…\nOui.\nRépondre", locale="en")
    assert text[-1] == "– “Luc a dit…” seems to tell an author or a date, which is not read"


def test_text_that_no_file_can_hold_is_one_line_and_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"Oui +2AA-")  # A lone surrogate, in UTF-7.
    assert main(["show", str(path), "--encoding", "utf-7"]) == 2
    assert capsys.readouterr().err.startswith("blogmodel: Body.text must be Unicode text, without")


def test_what_could_not_be_used_is_told() -> None:
    text = shown("Billet.\n7 commentaires\nUn Ã©.\nRéponsesRépondre\nDeux.\nRépondre\nAccueil")
    assert text[text.index("Constaté et laissé tel quel") + 1 :] == [
        f"– la page annonce «{N}7 commentaires{N}», mais contient ceci{N}: 2 commentaires",
        f"– le bouton «{N}Réponses{N}» ne va avec aucun commentaire",
        f"– «{N}Accueil{N}» n’appartient à aucun commentaire",
        f"– «{N}Ã©{N}»{N}: le texte semble avoir été décodé avec le mauvais encodage; "
        "rien n’a été réparé",
    ]


def test_a_comment_without_text_is_told() -> None:
    text = shown("Billet.\nUn.\nRépondreSupprimerRépondreSupprimer")
    assert "suit un commentaire sans texte" in text[-1]


@pytest.mark.parametrize(
    "text, safe",
    [
        ("Oui.", "Oui."),
        ("a\tb", "a b"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\x9b2J", "\\u009b2J"),
        ("a\u202eb", "a\\u202eb"),
        ("\u2028", "\\u2028"),
        (f"a{N}\u202f\u00ad\u200d", f"a{N}\u202f\u00ad\u200d"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_by_its_code(text: str, safe: str) -> None:
    assert clean(text) == safe
