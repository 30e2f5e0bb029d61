"""Interface words in German and English, and how dates, quarters and numbers are written in each.

Knows no Streamlit and no table. A word that lacks a language fails at import, because `Text` takes both.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from babel.dates import format_date as babel_date
from babel.numbers import format_decimal

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES: dict[Language, str] = {"de": "de_DE", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Text:
    """One interface text in every language; call it with a language to get the string, fields filled in."""

    de: str
    en: str

    def __call__(self, lang: Language, /, **fields: object) -> str:
        text: str = getattr(self, lang)
        return text.format(**fields) if fields else text


def number(value: float, lang: Language) -> str:
    """1234.5 as '1.234,5' or '1,234.5'."""
    return format_decimal(value, locale=LOCALES[lang])


def quarter(value: str, lang: Language) -> str:
    """'2021-Q1' as 'Q1/2021' (German) or 'Q1 2021' (English); the empty string stays empty."""
    year, _, number_ = value.partition("-Q")
    if not number_:
        return value
    return f"Q{number_}/{year}" if lang == "de" else f"Q{number_} {year}"


def day(value: date, lang: Language) -> str:
    """A day in words: '16. September 2021', '16 September 2021'."""
    return str(babel_date(value, "d. MMMM y" if lang == "de" else "d MMMM y", locale=LOCALES[lang]))


def counted(value: int, one: Text, many: Text, lang: Language) -> str:
    """A number with its word in the right form: '1 Ereignis', '1.234 Ereignisse'."""
    return f"{number(value, lang)} {(one if value == 1 else many)(lang)}"
