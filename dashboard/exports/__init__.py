"""The formats in which what is shown can be taken along, one pure module each, found by iteration.

An export module has these names, and nothing else of it is used from outside:

    ID: str                  stands in file names and addresses, never changes
    ORDER: int               place in the list of formats, ascending
    TITLE: Text              what the button says
    ENDING: str              of the file name, without dot
    MIME: str
    table_bytes(rows)        the file of one frame, the rows behind a figure for example
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def all_exports() -> tuple[ModuleType, ...]:
    """Every export module, in the order of the buttons."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    return tuple(sorted(modules, key=lambda export: export.ORDER))
