"""The environment that the application and its tests run in, set up on first use. Needs nothing but Python itself."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER_VARIABLE = "SCO_ENVIRONMENT"  # another place for the environment than .venv beside the project
OLDEST = (3, 11)
_MARK = "installed.sha256"


class SetupError(Exception):
    """The environment could not be set up. The message says what is missing and how to get it."""


def prepared(*requirements: Path) -> Path:
    """The Python of an environment that holds exactly these requirement files; made or brought up to date if need be.

    Costs some milliseconds where nothing changed. Raises SetupError.
    """
    if sys.version_info < OLDEST:
        raise SetupError(f"Python {sys.version.split()[0]} is too old; start this with Python 3.11 or newer")
    folder = Path(os.environ.get(FOLDER_VARIABLE) or ROOT / ".venv")
    python = python_of(folder)
    wanted = fingerprint(requirements)
    mark = folder / _MARK
    if python.exists() and mark.exists() and mark.read_text(encoding="ascii") == wanted:
        return python
    print(f"Setting up {folder} (once, a minute or two) …", flush=True)
    if not python.exists():
        _create(folder)
    _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_options(requirements)])
    mark.write_text(wanted, encoding="ascii")
    return python


def python_of(folder: Path) -> Path:
    """Where the Python of an environment lies."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(requirements: Sequence[Path]) -> str:
    """Changes when a requirement file or the Python version does. Raises SetupError for a missing file."""
    digest = hashlib.sha256(sys.version.encode())
    for path in requirements:
        if not path.exists():
            raise SetupError(f"{path} is missing; restore the file from the repository")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _options(requirements: Sequence[Path]) -> list[str]:
    return ["--require-hashes", *(part for path in requirements for part in ("-r", str(path)))]


def _create(folder: Path) -> None:
    try:
        _run([sys.executable, "-m", "venv", folder])
    except SetupError:
        # Debian parts ensurepip from Python; uv makes an environment without it.
        uv = shutil.which("uv")
        shutil.rmtree(folder, ignore_errors=True)
        if not uv:
            raise SetupError(
                "Python cannot make an environment here; on Debian and Ubuntu install it with: sudo apt install python3-venv"
            ) from None
        _run([uv, "venv", "--seed", "--python", sys.executable, folder])


def _run(command: Sequence[object]) -> None:
    words = [str(part) for part in command]
    done = subprocess.run(words, check=False, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode:
        raise SetupError(f"{' '.join(words[:4])} … failed:\n{done.stderr.strip()[-2000:]}")
