from pathlib import Path

import pytest

from blogmodel import Comment, Post, Status
from blogmodel.cli import main
from blogmodel.cli._lines import Page
from blogmodel.cli._moderate import comparison_lines, replay_lines
from blogmodel.formats import Archive, Format
from blogmodel.messages import Messages
from blogmodel.model import Author
from blogmodel.moderation import (
    Action,
    LinearModel,
    NaiveBayes,
    Policy,
    Rule,
    compare,
    replay,
)
from blogmodel.moderation.conditions import JudgedElsewhere, TooManyLinks

N = "\u00a0"
PAGE = """Le billet.
Merci ! http://a.example
RépondreSupprimer
Un casino.
RépondreSupprimer
"""
POLICY = """
name = "essai"
hold_at = 2
[[rules]]
id = "liens"
when = "too-many-links"
most = 0
action = "hold"
[[rules]]
id = "service"
when = "judged-elsewhere"
action = "spam"
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    (tmp_path / "p.toml").write_text(POLICY, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    code = main(["moderate", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def test_a_policy_is_tried_on_a_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = run(capsys, page, "--policy", page.parent / "p.toml", "--locale", "fr")
    assert (code, err) == (0, "")
    shown = [line for line in lines if line]
    name = shown[7].partition(" ")[0]
    assert shown == [
        f"«{N}essai{N}» sur 2{N}commentaires",
        "Décision  Non accepté  Publié  En attente  Masqué  Indésirable",
        "Publié              0       1           1       0            0",
        "Règles",
        "Règle    Déclenchée  Seule  Sur publiés  Sur refusés  Non consultée  Justesse",
        f"liens             1      1            1            0              0       0{N}%",
        "service           0      0            0            0              2         –",
        "Aurait attendu, alors qu’il a été publié (1)",
        *shown[8:9],
        f"    En attente{N}: Liens (règle «{N}liens{N}»)",
        "    Total 0\u202f; attente dès 2",
        f"    – liens{N}: 1{N}lien, plus de 0, dans «{N}http://a.example{N}»",
        f"    Règle «{N}service{N}» non consultée, faute de savoir{N}: l’avis d’un autre service",
    ]
    assert name == "Aurait"
    assert shown[8].endswith(" · auteur inconnu")


def test_two_policies_are_compared(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = page.parent / "q.toml"
    other.write_text('name = "rien"', "utf-8")
    code, lines, _ = run(
        capsys, page, "--policy", page.parent / "p.toml", "--compare", other, "--locale", "en"
    )
    assert code == 0
    shown = [line for line in lines if line]
    assert shown[:4] == [
        "From “essai” to “rien”",
        "essai      rien",
        "Published  Published  1",
        "Waiting    Published  1",
    ]
    assert shown[4].endswith(" · Waiting → Published")
    assert shown[5:] == ["    Published: Nothing against it"]


def test_lists_and_models_are_named_on_the_command_line(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = page.parent
    (folder / "mots.txt").write_text("casino\n", "utf-8")
    (folder / "hosts.txt").write_text("a.example\n\n", "utf-8")
    bayes = NaiveBayes(0.9)
    (folder / "bayes.json").write_text(bayes.to_json(), "utf-8")
    linear = LinearModel((), (), (), 1.0, 1.0, 0.5)
    (folder / "linear.json").write_text(linear.to_json(), "utf-8")
    policy = folder / "p.toml"
    policy.write_text(
        """
        name = "p"
        [[rules]]
        id = "mots"
        when = "has-banned-words"
        words = "mots"
        action = "spam"
        [[rules]]
        id = "hôtes"
        when = "links-to-hosts"
        hosts = "hôtes"
        action = "spam"
        [[rules]]
        id = "bayes"
        when = "looks-like-spam"
        model = "bayes"
        least = 0.8
        [[rules]]
        id = "linear"
        when = "looks-like-spam"
        model = "linear"
        least = 0.7
        """,
        "utf-8",
    )
    given = ["--words", f"mots={folder / 'mots.txt'}", "--names", f"hôtes={folder / 'hosts.txt'}"]
    given += ["--model", f"bayes={folder / 'bayes.json'}"]
    given += ["--model", f"linear={folder / 'linear.json'}"]
    code, lines, _ = run(capsys, page, "--policy", policy, *given)
    assert code == 0
    counts = {line.split()[0]: line.split()[1] for line in lines if line and line[0] in "mhbl"}
    assert counts == {"mots": "1", "hôtes": "1", "bayes": "2", "linear": "2"}


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--policy", "{dir}/none.toml"], "blogmodel: {dir}/none.toml : "),
        (["--policy", "{dir}/bad.toml"], "blogmodel: {dir}/bad.toml: rule 'r', when: is missing"),
        (["--policy", "{dir}/latin.toml"], "blogmodel: {dir}/latin.toml n’est pas en UTF-8"),
        (["--policy", "a\0b"], "blogmodel: a\\u0000b : "),
        (["--policy", "{dir}/p.toml", "--words", "mots"], "blogmodel: mots doit être NOM=FICHIER"),
        (
            ["--policy", "{dir}/p.toml", "--model", "m={dir}/p.toml"],
            "blogmodel: m={dir}/p.toml: naive-bayes: not JSON that can be read",
        ),
        (
            ["--policy", "{dir}/p.toml", "--encoding", "x"],
            "blogmodel: aucun encodage ne s’appelle x",
        ),
        ([], "blogmodel: Missing option '--policy'."),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    page: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    folder = page.parent
    (folder / "bad.toml").write_text('name = "p"\n[[rules]]\nid = "r"', "utf-8")
    (folder / "latin.toml").write_bytes(b"name = '\xe9'")
    given = [argument.replace("{dir}", str(folder)) for argument in arguments]
    code, lines, err = run(capsys, page, *given)
    assert (code, lines) == (2, [])
    assert err.startswith(message.replace("{dir}", str(folder)).replace(" : ", f"{N}: ", 1))
    assert err.count("\n") == 1


ARCHIVE = Archive(
    Format.BLOGGER_TEXT,
    posts=(Post("p"),),
    comments=(
        Comment("c1", "p", body="http://a.example", author=Author("Zoé\x1b[2J")),
        Comment("c2", "p", body="Achetez", status=Status.SPAM),
        Comment("c3", "p", body="http://a.example", status=Status.PUBLISHED),
    ),
)


def test_every_difference_is_told_with_its_why() -> None:
    words = Page(Messages("en"))
    drop = Policy("drop", [Rule("links", TooManyLinks(0), Action.SPAM)])
    lines = list(replay_lines(replay(drop, ARCHIVE), words))
    assert "Would have been set aside, though it was published (2)" in lines
    assert "Would have been published, though it was not (1)" in lines
    assert "c1 · Zoé\\u001b[2J" in lines
    assert "    Spam: Links (rule “links”)" in lines
    same = Policy("same", [Rule("service", JudgedElsewhere(), Action.SPAM)])
    agreed = Archive(Format.BLOGGER_TEXT, posts=(), comments=ARCHIVE.comments[:1])
    assert list(replay_lines(replay(same, agreed), words))[-1] == (
        "No verdict differs from what was decided."
    )
    assert list(comparison_lines(compare(same, same, ARCHIVE), words))[-1] == (
        "Published  Published  3"
    )


def test_standard_input_is_read(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io  # noqa: PLC0415 - for this alone
    import sys  # noqa: PLC0415 - for this alone

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    code, lines, _ = run(capsys, "-", "--policy", page.parent / "p.toml")
    assert code == 0
    assert lines[0].endswith(f"sur 2{N}commentaires")
