"""What somebody writes in an afternoon: every sheet of a folder to PDF, and no question asked.

No place in a message, no check, no bookmark or tag, one sheet after the other: python script.py SHEETS OUT
"""

import sys
from pathlib import Path

import jinja2
import weasyprint
import yaml


def main(folder: Path, out: Path) -> None:
    """Print the sheets of *folder* into *out*."""
    template = jinja2.Environment(autoescape=True).from_string(
        Path(__file__).with_name("brief.html.j2").read_text(encoding="utf-8")
    )
    for path in sorted(folder.glob("*.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        html = template.render(sheet, names={place["id"]: place["name"] for place in sheet["places"]})
        weasyprint.HTML(string=html).write_pdf(out / f"{path.stem}.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
