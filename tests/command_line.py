"""The command line run in this process: what it printed and its exit code, as a user sees them."""

import contextlib
import io
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from gmai_data import cli


@dataclass(frozen=True)
class Run:
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


def gmai_data(*arguments: str, cwd: Path | None = None) -> Run:
    """``gmai-data`` with these arguments; an exception that it lets out is the test's."""
    out, err, handler = io.StringIO(), io.StringIO(), signal.getsignal(signal.SIGINT)
    with (
        contextlib.chdir(cwd or Path.cwd()),
        mock.patch.object(sys, "argv", ["gmai-data", *arguments]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as ended:
            code = ended.code
        else:
            code = 0
        finally:
            signal.signal(signal.SIGINT, handler)
    assert code is None or isinstance(code, int)
    return Run(code or 0, out.getvalue(), err.getvalue())
