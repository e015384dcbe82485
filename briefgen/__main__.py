"""The command ``briefgen``; worker processes import this module again, so it stays light."""


def main() -> None:
    """Run the command line and exit with its code."""
    from briefgen.cli import main as run

    run()


if __name__ == "__main__":
    main()
