"""Every sheet of a folder to PDF with Typst, in one process: python typst_loop.py SHEETS OUT."""

import sys
from pathlib import Path

import typst


def main(folder: Path, out: Path) -> None:
    """Print the sheets of *folder* into *out*."""
    for path in sorted(folder.glob("*.yaml")):
        source, made = str(Path(__file__).with_name("brief.typ")), str(out / f"{path.stem}.pdf")
        typst.compile(source, output=made, root="/", sys_inputs={"sheet": str(path)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
