"""Writing the neutral import formats: CSV, JSON Lines, and product feeds as TSV and RSS."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Details = Sequence[tuple[str, str, str]]
"""Section, name, value of every product detail of an item."""


@dataclass(frozen=True)
class Shop:
    """The files of one shop, ready to be imported."""

    catalogue: Path
    customers: Path
    orders: Path
    order_lines: Path
    returns: Path | None = None


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def write_feed_tsv(
    path: Path, columns: Sequence[str], items: Iterable[tuple[Mapping[str, str], Details]]
) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow([*columns, "product_detail"])
        for values, details in items:
            said = ",".join(":".join(_marked(part) for part in detail) for detail in details)
            writer.writerow([*(values.get(column, "") for column in columns), said])
    return path


def _marked(part: str) -> str:
    return part.replace("\\", "\\\\").replace(":", "\\:").replace(",", "\\,")


def write_feed_rss(path: Path, items: Iterable[tuple[Mapping[str, str], Details]]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        file.write('<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel>\n')
        for values, details in items:
            file.write("<item>\n")
            for name, value in values.items():
                file.write(f"  <g:{name}>{escape(value)}</g:{name}>\n")
            for section, name, value in details:
                file.write(
                    f"  <g:product_detail><g:section_name>{escape(section)}</g:section_name>"
                    f"<g:attribute_name>{escape(name)}</g:attribute_name>"
                    f"<g:attribute_value>{escape(value)}</g:attribute_value></g:product_detail>\n"
                )
            file.write("</item>\n")
        file.write("</channel></rss>\n")
    return path
