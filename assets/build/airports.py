"""Airports that scheduled flights or air forces use: those with a code of IATA, as carried by `airportsdata`."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from assets.build.packages import Packages


def airports(packages: Packages) -> Iterator[dict[str, str]]:
    """Rows in the order of their codes; names without spaces at the ends and positions to a ten-metre."""
    rows = sorted((row for row in packages.airports() if row["iata"]), key=lambda row: row["iata"])
    for row in rows:
        yield {
            "iata": row["iata"],
            "name": " ".join(row["name"].split()),
            "city": " ".join(row["city"].split()),
            "country": row["country"],
            "latitude": f"{float(row['lat']):.4f}",
            "longitude": f"{float(row['lon']):.4f}",
        }


def write_table(path: Path, rows: Iterable[dict[str, str]]) -> None:
    """A CSV file with one header line and line feeds."""
    lines = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(lines)
