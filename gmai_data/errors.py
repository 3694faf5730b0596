"""Errors a user can act on: one sentence that says what, where and what to do next."""

from __future__ import annotations


class GmaiDataError(Exception):
    """A failure explained to the user without a traceback.

    ``exit_code`` is the process's: 1 no, 2 usage or configuration, 3 transient (run the same
    command again), 4 budget reached.
    """

    exit_code = 1


class UsageError(GmaiDataError):
    """A mistake in the command line, the configuration or the environment."""

    exit_code = 2


class DeclarationError(UsageError):
    """A source's declaration is wrong; found without data, or by comparing it with its data."""


class SourceNotFoundError(UsageError):
    """No source of that name, or its files are not on disk."""


class CheckFailedError(GmaiDataError):
    """The answer is no: differences, a failed check, too many rejected cases."""


class TransientError(GmaiDataError):
    """Interrupted work: a full disk, a store that does not answer, a file that changed."""

    exit_code = 3


class UnreadableError(TransientError):
    """A file or folder that this process may not read."""


class BudgetReachedError(GmaiDataError):
    """The spend limit was reached; the build resumes where it stopped."""

    exit_code = 4


class RejectedItem(Exception):
    """One case, slice or sample that cannot be used; becomes a row of the rejected table.

    ``kind`` is ``policy`` (filter, identity, slice rule; never counted against a limit),
    ``corrupt`` (deterministic; counted) or ``quarantined`` (time, memory, I/O; tried again).
    ``rule`` is a short stable name such as ``truncated-file``; ``value`` says what was found.
    """

    def __init__(self, kind: str, rule: str, value: str, path: str = "") -> None:
        super().__init__(f"{rule}: {value}" + (f" ({path})" if path else ""))
        self.kind = kind
        self.rule = rule
        self.value = value
        self.path = path
