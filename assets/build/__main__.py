"""Makes the map and gazetteer files: `python -m assets.build FOLDER_OF_PACKAGES`."""

import sys
from pathlib import Path

from assets.build.airports import airports, write_table
from assets.build.counties import counties
from assets.build.divisions import divisions
from assets.build.edges import borders, region_lines
from assets.build.fonts import copy_fonts
from assets.build.land import country_labels, land
from assets.build.named_water import waters
from assets.build.packages import Packages
from assets.build.regions import as_record, countries, read_regions, with_geonames
from assets.build.settlements import labels
from assets.build.water import drawn_lakes, lakes, rivers
from assets.build.write import write_features, write_lines

ASSETS = Path(__file__).parents[1]


def main(folder: Path) -> None:
    """Read the packages in `folder` and write assets/gazetteer, assets/layers and assets/fonts."""
    sys.stdout.writelines(f"{table}\n" for table in copy_fonts(folder, ASSETS / "fonts"))
    _places(Packages(folder))


def _places(packages: Packages) -> None:
    rows = read_regions(packages)
    nations = countries(rows)
    regions = [region for region in with_geonames(rows) if region.name and region.country]
    write_lines(ASSETS / "gazetteer/regions.jsonl.gz", map(as_record, regions))
    write_lines(ASSETS / "gazetteer/countries.jsonl.gz", map(as_record, nations))
    write_lines(ASSETS / "gazetteer/waters.jsonl.gz", waters(packages))
    write_lines(ASSETS / "gazetteer/counties.jsonl.gz", counties(packages))
    write_table(ASSETS / "gazetteer/airports.csv", airports(packages))
    write_table(ASSETS / "gazetteer/divisions.csv", divisions(packages, ASSETS / "gazetteer/regions.jsonl.gz"))
    water = drawn_lakes(packages)
    layers = {
        "countries": land(nations, (row for row in rows if not row.country)),
        "borders": borders(rows),
        "regions": region_lines(rows),
        "lakes": lakes(water),
        "rivers": rivers(packages, water),
        "labels": labels(),
        "country_labels": country_labels(nations),
    }
    for name, features in layers.items():
        write_features(ASSETS / f"layers/{name}.geojson", features)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
