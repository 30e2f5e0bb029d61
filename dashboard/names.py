"""Names of languages, and how names are put in order."""

import unicodedata

from babel import Locale

from dashboard.language import LOCALES, Language


def language_name(code: str, lang: Language) -> str:
    """The name of a language by its ISO 639-1 code: 'ru' as 'Russisch', 'Russian'; an unknown code stays as it is."""
    return str(Locale.parse(LOCALES[lang]).languages.get(code, code))


def sort_key(name: str) -> tuple[str, str]:
    """Puts names in the order of a German or English index: accents and case count only between equals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("ß", "ss")) if not unicodedata.combining(c))
    return plain.casefold(), name
