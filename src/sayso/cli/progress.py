"""Progress bars, one a stage, with the time left."""

from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from sayso.cli.terminal import err


class StageBars:
    """A bar for each stage of a build; nothing where nobody watches."""

    def __init__(self, *, quiet: bool) -> None:
        """Set up; the bars appear with the first thing told."""
        console = err()
        self._progress = Progress(
            TextColumn("{task.description:<20}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._stages: dict[str, TaskID] = {}

    def tell(self, stage: str, done: int, total: int) -> None:
        """Note that `done` of `total` items of a stage are done."""
        if stage not in self._stages:
            self._stages[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._stages[stage], completed=done, total=total)

    def close(self) -> None:
        """Take the bars off the screen."""
        self._progress.stop()

    def __enter__(self) -> Self:
        """Show the bars."""
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take them off, whatever happened."""
        self.close()
