"""Reading the saved text of a Blogger page, beside only splitting it into lines."""

from _timing import compare, table
from blogmodel.formats import read_blogger_text

COMMENT = "Un premier paragraphe, assez court.\nRépondreSupprimerUn second. Il est plus long.\n"
ANSWER = "@Zoé Roy: merci beaucoup, ça me touche.\nRépondreSupprimer\n"
PAGE = "Le billet.\n" * 8 + (COMMENT * 4 + ANSWER) * 100


def only_split() -> int:
    """Do the least that any reader must."""
    return len(PAGE.splitlines())


if __name__ == "__main__":
    assert len(read_blogger_text(PAGE).comments) == 500  # noqa: PLR2004
    medians = compare({"splitlines": only_split, "read": lambda: read_blogger_text(PAGE)})
    table("A page of 500 comments, a comment", medians, "splitlines", per=500)
    print(f"  {len(PAGE.encode()) / medians['read'] / 1e6:.2f} MB/s")
