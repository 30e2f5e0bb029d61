"""Files put into one ZIP, made in memory. Knows no Streamlit."""

import io
import zipfile
from collections.abc import Mapping

# The oldest time a ZIP can tell: the same files give the same bytes whenever they are asked for.
_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files by their paths, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in contents.items():
            archive.writestr(_entry(name), content)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, on every system
    return entry
