"""`python3 -m tests [pytest arguments]`: sets up what is needed and runs every check. Needs nothing but Python itself.

The checks in order: ruff (rules and form), mypy (types), pytest (with the browser tests). The first that fails ends the run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dashboard.environment import ROOT, SetupError, prepared

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(arguments: list[str]) -> int:
    """Gives the exit code of the first check that fails, else 0."""
    try:
        python = prepared(ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt")
        ensure_chromium(python)
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *arguments],
    ]
    for check in checks:
        print("==", " ".join(check), flush=True)
        code = subprocess.run([str(python), "-m", *check], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


def ensure_chromium(python: Path) -> None:
    """Finds a Chromium or installs one: with apt where this user may, else the one that playwright brings.

    Raises SetupError where neither works.
    """
    if any(shutil.which(name) for name in CHROMIUMS):
        return
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        print("Installing Chromium for the browser tests …", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(command, env=environment, **quiet)
        if any(shutil.which(name) for name in CHROMIUMS):
            return
    done = subprocess.run([str(python), "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode:
        raise SetupError("The browser tests need a Chromium; on Debian and Ubuntu install it with: sudo apt install chromium")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
