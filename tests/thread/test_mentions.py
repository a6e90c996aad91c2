import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.thread import leading_mention, name_key


@pytest.mark.parametrize(
    "text, name, span",
    [
        ("@Génération Agile: Ah ben ça", "Génération Agile", "@Génération Agile:"),
        ("@Génération Agile : Ah ben ça", "Génération Agile", "@Génération Agile :"),
        ("@Zoé\u00a0: oui", "Zoé", "@Zoé\u00a0:"),
        ("@ Zoé, oui", "Zoé", "@ Zoé,"),
        ("  @zoé: oui", "zoé", "@zoé:"),
        ("@jean le grand: oui", "jean le grand", "@jean le grand:"),
        ("@Anne de la Tour: oui", "Anne de la Tour", "@Anne de la Tour:"),
        ("@Marc d’Artagnan: oui", "Marc d’Artagnan", "@Marc d’Artagnan:"),
        ("@J.P. Roy: oui", "J.P. Roy", "@J.P. Roy:"),
        ("@L’Écuyer: oui", "L’Écuyer", "@L’Écuyer:"),
        ("@李明: 好", "李明", "@李明:"),
        ("@Luc:", "Luc", "@Luc:"),
        ("@Luc2009: oui", "Luc2009", "@Luc2009:"),
    ],
)
def test_a_mention_is_read(text: str, name: str, span: str) -> None:
    mention = leading_mention(text)
    assert mention is not None
    assert mention.name == name
    assert text[mention.start : mention.end] == span


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Merci @Luc: oui",
        "@Luc merci",
        "@Marie je crois que : non",
        "@zoé et les autres amis aussi: oui",
        "@exemple.ca: oui",
        "@http://exemple.ca",
        "@https://exemple.ca/a, oui",
        "@12:30",
        "@Luc! Non: oui",
        "@Luc (toi): oui",
        "@@Luc: oui",
        "@: oui",
        "@\nLuc: oui",
        "@Luc\rTremblay: oui",
        "@Luc\u2028Tremblay: oui",
        "luc@exemple.ca: oui",
        "@" + "x" * 61 + ":",
    ],
)
def test_what_is_no_mention_is_left(text: str) -> None:
    assert leading_mention(text) is None


def test_names_are_compared_without_case_accents_and_punctuation() -> None:
    assert name_key("GÉNÉRATION  Agile!") == name_key("generation agile") == "generation agile"
    assert name_key("Marie-Ève_L.") == "marie eve l"
    assert name_key("सीता") != name_key("सुता")
    assert name_key("!") == "!"


@given(st.text(alphabet="@:, LucÉé\n\u00a0'’.()/", max_size=40))
def test_a_mention_slices_back_to_what_it_claims(text: str) -> None:
    mention = leading_mention(text)
    if mention is not None:
        claimed = text[mention.start : mention.end]
        assert claimed.startswith("@")
        assert mention.name in claimed
        assert claimed[-1] in ":,"
        assert "\n" not in claimed
