"""What a reader should look at: dates that were read, but not as they are printed."""

from collections.abc import Iterable, Iterator

from loaders.dates.mentions import DateMention, Remark
from loaders.dates.numerals import Token
from loaders.dates.weeks import is_week_of_month
from loaders.dates.words import Words


def misspelt(tokens: Iterable[Token], text: str, words: Words) -> Iterator[Remark]:
    """The months among the tokens that are read from a misspelt word."""
    for token in tokens:
        if token.kind == "m" and words.is_misspelt(text[token.start : token.end]):
            yield Remark(token.start, token.end, text[token.start : token.end], "date-misspelt")


def remarks_on(mentions: Iterable[DateMention], text: str, words: Words) -> Iterator[Remark]:
    """Weeks of which only the month is told, and days that are not the day of the week that stands beside them."""
    for mention in mentions:
        period = mention.period
        if mention.use != "event" or mention.kind == "relative":
            continue
        if period.precision == "month" and is_week_of_month(text, mention.start, mention.end, words):
            yield Remark(mention.start, mention.end, mention.text, "date-week")
        weekday = words.weekday_before(text, mention.start) if period.precision == "day" else 0
        if weekday and weekday not in (period.start.isoweekday(), period.end.isoweekday()):
            yield Remark(mention.start, mention.end, mention.text, "date-weekday")
