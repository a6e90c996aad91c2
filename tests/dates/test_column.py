import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import dates
from blogmodel.dates import Column, Order, Refusal, SettledBy
from blogmodel.errors import InvalidTypeError

NOW = datetime(2011, 12, 31, 12, tzinfo=UTC)
PAST = st.dates(date(1970, 1, 1), date(2011, 12, 30))
WRITTEN = {Order.DAY_FIRST: "%d/%m/%Y", Order.MONTH_FIRST: "%m/%d/%Y"}


def column(texts: list[str], locale: str = "fr_CA") -> Column:
    return dates.parse_column(texts, locale=locale, now=NOW, tz="America/Montreal")


@pytest.mark.parametrize(
    "texts, order, settled_by, confidence",
    [
        (["24/06/2011", "03/04/2011"], Order.DAY_FIRST, SettledBy.FIGURES, 2 / 3),
        (["06/24/2011", "03/04/2011"], Order.MONTH_FIRST, SettledBy.FIGURES, 2 / 3),
        (["06/24/2011", "06/25/2011", "03/04/2011"], Order.MONTH_FIRST, SettledBy.FIGURES, 3 / 4),
        (["05/02/2010", "01/03/2010", "03/01/2010"], Order.DAY_FIRST, SettledBy.LOCALE, 0.5),
        # Both orders are sorted, one of them backwards.
        (["01/05/2010", "02/04/2010", "04/02/2010"], Order.DAY_FIRST, SettledBy.LOCALE, 0.5),
        (["05/01/2010", "06/02/2010", "02/03/2010"], Order.DAY_FIRST, SettledBy.SEQUENCE, 2 / 3),
        (["01/05/2010", "02/06/2010", "03/02/2010"], Order.MONTH_FIRST, SettledBy.SEQUENCE, 2 / 3),
        (["03/02/2010", "02/06/2010", "01/05/2010"], Order.MONTH_FIRST, SettledBy.SEQUENCE, 2 / 3),
        (
            ["01/05/2010 9:07", "02/06/2010 9:07", "03/02/2010 9:07"],
            *(Order.MONTH_FIRST, SettledBy.SEQUENCE, 2 / 3),
        ),
        (["03/02/2012", "02/01/2012"], Order.DAY_FIRST, SettledBy.LOCALE, 0.5),
        (["12/01/2011", "01/05/2010"], Order.DAY_FIRST, SettledBy.LOCALE, 0.5),
        (["2011-06-24", "hier"], Order.DAY_FIRST, SettledBy.NO_AMBIGUITY, 1.0),
        (["dim. 10/04/2011", "lun. 10/05/2011"], Order.DAY_FIRST, SettledBy.LOCALE, 0.5),
        (["Sun 10/04/2009", "Mon 10/05/2009"], Order.MONTH_FIRST, SettledBy.WEEKDAYS, 3 / 4),
        ([], None, SettledBy.NOTHING, 0.0),
        (["bonjour"], None, SettledBy.NOTHING, 0.0),
    ],
)
def test_the_order_is_settled_by_what_tells_it(
    texts: list[str], order: Order | None, settled_by: SettledBy, confidence: float
) -> None:
    read = column(texts)
    assert (read.order, read.settled_by) == (order, settled_by)
    assert read.confidence == pytest.approx(confidence)


def test_no_date_of_an_export_is_later_than_now() -> None:
    now = datetime(2011, 6, 24, tzinfo=UTC)
    read = dates.parse_column(["12/01/2011", "05/06/2011"], locale="en", now=now, tz=UTC)
    assert (read.order, read.settled_by) == (Order.DAY_FIRST, SettledBy.PRESENT)
    assert [reading.value for reading in read.readings if reading] == [
        date(2011, 1, 12),
        date(2011, 6, 5),
    ]


def test_of_a_column_with_both_orders_only_what_is_sure_is_read() -> None:
    read = column(["24/06/2011", "06/24/2011", "03/04/2011", "2011-06-24"])
    assert (read.order, read.settled_by, read.confidence) == (None, SettledBy.NOTHING, 0.0)
    assert (read.day_first, read.month_first, read.ambiguous) == (1, 1, 1)
    assert [reading and reading.value for reading in read.readings] == [
        date(2011, 6, 24),
        date(2011, 6, 24),
        None,
        date(2011, 6, 24),
    ]
    assert [(refused.index, refused.text, refused.reason) for refused in read.refused] == [
        (2, "03/04/2011", Refusal.AMBIGUOUS)
    ]
    assert repr(read) == "Column(4 texts, 1 refused, both orders by nothing, 0%)"


def test_what_is_refused_is_collected_with_its_place() -> None:
    read = column(["24/06/2011", "bonjour", "32/06/2011"])
    assert [(refused.index, refused.reason) for refused in read.refused] == [
        (1, Refusal.NO_DATE),
        (2, Refusal.IMPOSSIBLE_DATE),
    ]
    assert read.readings[1:] == (None, None)
    assert repr(read) == "Column(3 texts, 2 refused, day-first by figures, 67%)"
    assert pickle.loads(pickle.dumps(read)) == read
    assert hash(read) == hash(column(["24/06/2011", "bonjour", "32/06/2011"]))


@pytest.mark.parametrize("texts", ["24/06/2011", 5, None])
def test_one_text_is_no_column(texts: object) -> None:
    with pytest.raises(InvalidTypeError, match="texts must be several texts, such as a list"):
        dates.parse_column(texts, locale="fr", now=NOW, tz=UTC)  # type: ignore[arg-type]


def test_what_is_no_text_is_told_with_its_place() -> None:
    with pytest.raises(InvalidTypeError, match=r"texts\[1\] must be a str; got None"):
        column(["24/06/2011", None])  # type: ignore[list-item]


def test_the_order_can_be_given() -> None:
    read = dates.parse_column(
        ["04/03/2011", "24/06/2011"], locale="fr", now=NOW, tz=UTC, order="month-first"
    )
    assert (read.order, read.settled_by, read.confidence) == (
        Order.MONTH_FIRST,
        SettledBy.CALLER,
        1.0,
    )
    assert [reading and reading.value for reading in read.readings] == [date(2011, 4, 3), None]


def test_a_clock_that_was_skipped_tells_no_order() -> None:
    texts = ["04/11/2013 09:00", "03/10/2013 02:30"]
    now = datetime(2014, 1, 1, tzinfo=UTC)
    read = dates.parse_column(texts, locale="en", now=now, tz="America/New_York")
    assert read.settled_by is not SettledBy.FIGURES
    assert read.order is Order.MONTH_FIRST


@given(st.lists(PAST, min_size=1, max_size=20), st.sampled_from(Order))
def test_a_column_is_never_misread_where_some_date_tells_its_order(
    days: list[date], order: Order
) -> None:
    read = column([day.strftime(WRITTEN[order]) for day in days])
    told = any(day.day > 12 for day in days)
    if told or all(day.day == day.month for day in days):
        assert [reading and reading.value for reading in read.readings] == days
    if told:
        assert read.order is order
        assert (read.day_first if order is Order.DAY_FIRST else read.month_first) > 0
    assert len(read.readings) == len(days)
    assert 0 <= read.confidence <= 1


@given(st.lists(PAST, max_size=8), st.randoms(use_true_random=False))
def test_the_figures_decide_whatever_the_rows_order(days: list[date], random: object) -> None:
    texts = [day.strftime("%d/%m/%Y") for day in days] + ["24/06/2011"]
    random.shuffle(texts)  # type: ignore[attr-defined]
    assert column(texts, "en").order is Order.DAY_FIRST
