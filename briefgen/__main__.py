"""The command ``briefgen``; worker processes import this module again, so it stays light."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from briefgen.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
