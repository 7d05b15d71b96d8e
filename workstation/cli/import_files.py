"""`workstation import`: a shop's files into an office. `docs/import.md` describes the files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli import office_option
from workstation.cli.progress import Progress
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.shop import run as importing

# In the order in which a shop arrives: what is named later leans on what comes before.
_KINDS = (
    "catalogue",
    "customers",
    "orders",
    "order-lines",
    "returns",
    "conversations",
    "answers",
    "ratings",
)
_SHOWN = 5
"""Rejected rows that are said on the screen; the report has them all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=_KINDS, help="what is in the files")
    parser.add_argument("file", nargs="+", type=Path, help="as docs/import.md describes them")
    parser.add_argument(
        "--source",
        default="shop",
        metavar="NAME",
        help="which shop's keys these are, when several shops share an office (default: shop)",
    )
    parser.add_argument(
        "--team",
        default="",
        metavar="NAME",
        help="who takes conversations about products that no team has",
    )
    parser.add_argument(
        "--reports",
        type=Path,
        metavar="DIR",
        help="where rejected rows are listed and progress is kept (default: beside each file)",
    )
    parser.add_argument(
        "--start-over",
        action="store_true",
        help="from the first row, also where an earlier run was interrupted",
    )
    parser.add_argument(
        "--gently",
        action="store_true",
        help="take twice as long, and keep those who work in this office waiting less",
    )
    office_option.add(parser, files=True)


def run(given: argparse.Namespace) -> int:
    from workstation.server.importing.door import import_files
    from workstation.shop.records import FileRefused

    settings = office_option.settings_of(given)
    with office_option.reached(settings.database) as database:
        for path in given.file:
            progress = Progress()
            try:
                (done,) = import_files(
                    given.kind,
                    [path],
                    database=database,
                    settings=settings,
                    source=given.source,
                    team=given.team,
                    reports=given.reports,
                    fresh=given.start_over,
                    gently=given.gently,
                    watch=lambda how_far, to=progress: to.say(_line(how_far)),  # type: ignore[misc]
                )
            except FileRefused as refused:
                progress.clear()
                raise Sorry(str(refused)) from refused
            except OSError as error:
                progress.clear()
                raise Sorry(f"{error.filename or path}: {error.strerror or error}") from error
            progress.done(_line(done))
            _say_rejected(done, given.reports)
    return 0


def _say_rejected(done: "importing.Progress", reports: Path | None) -> None:
    from workstation.shop.report import first_of
    from workstation.shop.run import report_of

    if not done.rejected:
        return
    report = report_of(done.path, reports)
    for rejection in first_of(report, _SHOWN):
        print(f"  line {rejection.line:,}: {rejection.reason}")
    if done.rejected > _SHOWN:
        print(f"  and {done.rejected - _SHOWN:,} more")
    print(f"  All of them, with their rows, are in {report}")


def _line(done: "importing.Progress") -> str:
    resumed = f", went on after row {done.resumed_at:,}" if done.resumed_at else ""
    return (
        f"{done.path.name} {done.share:4.0%}  {done.rows:,} rows, {done.rows_a_second:,.0f}/s: "
        f"{done.new:,} new, {done.changed:,} changed, {done.same:,} as they were, "
        f"{done.rejected:,} rejected{resumed}"
    )
