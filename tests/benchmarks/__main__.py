"""``python packaging/develop.py benchmark``: prints a table, and writes the same as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from sdstudio.diffusion.importing import import_quietly
from tests.benchmarks.report import Row, print_table, write_json

_NAMES = ("window", "previews", "scrubbing", "browsing", "searching")


def main() -> None:
    """Runs the benchmarks named, or all of them."""
    parser = argparse.ArgumentParser(prog="benchmark", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"{', '.join(_NAMES)} (default: all)",
    )
    parser.add_argument("--device", help="a torch device for previews, such as cuda")
    parser.add_argument("--rounds", type=int, default=5, help="starts of the app (default: 5)")
    parser.add_argument("--pairs", type=int, default=15, help="pairs of runs (default: 15)")
    parser.add_argument(
        "--count",
        type=int,
        default=100_000,
        help="pictures to search (default: %(default)s; a million take minutes to make)",
    )
    parser.add_argument("--output", type=Path, default=Path("benchmark-results"))
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(_NAMES)
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    names = arguments.names or _NAMES
    rows: list[Row] = []
    if "window" in names:
        from tests.benchmarks import window

        rows += window.measure(arguments.rounds)
    if "previews" in names:
        import_quietly()
        from tests.benchmarks import previews

        rows += previews.measure(arguments.device, arguments.pairs)
    if "scrubbing" in names:
        import_quietly()
        from tests.benchmarks import scrubbing

        rows += scrubbing.measure()
    if "browsing" in names:
        from tests.benchmarks import browsing

        rows += browsing.measure()
    if "searching" in names:
        from tests.benchmarks import searching

        rows += searching.measure(arguments.count)
    print_table(rows)
    print(f"\nWritten to {write_json(rows, arguments.output)}")


if __name__ == "__main__":
    main()
