"""`python3 -m dashboard`: sets up what is needed on first use and starts the application. Needs nothing but Python itself."""

import argparse
import os
import socket
import subprocess
import sys

from dashboard.environment import ROOT, SetupError, prepared


def main() -> int:
    """Starts the server and stays until it is stopped; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m dashboard", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on; 0.0.0.0 for all (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8501, help="port to listen on (default: %(default)s)")
    asked = parser.parse_args()
    if is_taken(asked.host, asked.port):
        print(f"Port {asked.port} is taken; choose another one with --port", file=sys.stderr)
        return 1
    try:
        python = prepared(ROOT / "requirements.txt")
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"The dashboard is at http://{asked.host}:{asked.port} – stop it with Ctrl+C", flush=True)
    return serve([str(python), *server_command(asked.host, asked.port)])


def is_taken(host: str, port: int) -> bool:
    """Whether something listens on the port already."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return True
    return False


def server_command(host: str, port: int) -> list[str]:
    """What Python is to run, without Python itself."""
    options = [f"--server.address={host}", f"--server.port={port}", "--logger.hideWelcomeMessage=true"]
    return ["-m", "streamlit", "run", str(ROOT / "dashboard" / "server.py"), *options]


def serve(command: list[str]) -> int:
    """Runs the server in place of this process where the system can, else beside it."""
    os.chdir(ROOT)
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
