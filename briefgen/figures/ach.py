"""The matrix of competing hypotheses (Heuer): how each item of evidence fits each, what speaks against each, and rank.

What is inconsistent is the darkest sign, because the method weighs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import LINE, OVER, Drawing, strips, to, wrapped
from briefgen.figures.figure import TALL, WIDE, Figure
from briefgen.figures.palette import GREY, INK, PALE, WHITE
from briefgen.tradecraft import ach
from briefgen.tradecraft.ach import Standing

NARROWEST, WIDEST, LEAST = 44.0, 84.0, 110.0  # a column of ratings, and what is left for the evidence
PAD, SIDE, INDENT, TOTAL = 3.4, 12.0, 12.0, 15.0
WORDS = {"CC": "fits well", "C": "fits", "N": "neutral", "I": "against", "II": "strongly against"}
#: Hypotheses beside each other; more stand in a second matrix below.
ABREAST = int((WIDE - INDENT - LEAST) / NARROWEST)


@dataclass(frozen=True)
class Row:
    """One item of evidence: what it says, a note, its ratings by hypothesis, and whether it *tells* them apart."""

    claim: str
    name: str
    note: str
    ratings: Mapping[str, str]
    tells: bool


@dataclass(frozen=True)
class Block:
    """The hypotheses that stand beside each other, by id with their names, and the width of their columns."""

    names: Mapping[str, str]
    wide: float

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return WIDE - len(self.names) * self.wide

    def columns(self) -> Iterator[tuple[str, float]]:
        """Yield each hypothesis with the middle of its column."""
        for index, one in enumerate(self.names):
            yield one, self.left + (index + 0.5) * self.wide

    def lines(self, row: Row) -> tuple[list[str], list[str]]:
        """Return the lines of what a row says and of its note."""
        room = self.left - INDENT - 8
        return wrapped(row.name, room), wrapped(_noted(row), room)

    def height(self, row: Row) -> float:
        """Return the height of a row in points."""
        return max(sum(map(len, self.lines(row))) * LINE, SIDE) + 2 * PAD


def draw(edition: Edition, record: Record) -> Figure:
    """Return the matrix of the hypotheses and the evidence; ``records`` may name those to draw, all when empty.

    Totals and ranks are those of tradecraft/ach.py over these rows, whether a page has room for all of them or not.
    """
    wanted = set(record.get("records") or ())
    names = dict(_hypotheses(edition, wanted))
    every = list(_rows(edition, wanted, names))
    blocks = [_block(part) for part in _parts(names)]
    rows = _fitting(every, blocks)
    if not rows:
        return Figure("", "")
    standings = ach.standings(list(names), [row.ratings for row in every])
    table = tuple(_table(rows, names, standings))
    matrices = [list(_told(block, rows, standings)) for block in blocks]
    alt = record.get("alt") or " ".join(text for matrix in matrices for text in matrix)
    matrices[0][0] = record.get("alt") or matrices[0][0]
    svg = "".join(_matrix(block, rows, standings, told) for block, told in zip(blocks, matrices, strict=True))
    caption = record.get("caption") or "How the evidence fits the rival explanations; ranks are no probabilities"
    head = ("evidence", *names.values())
    sources = tuple(dict.fromkeys(row.claim for row in rows))
    key = _key(rows, len(every) - len(rows))
    return Figure(svg, alt, caption, (head, table), key, sources)


def _hypotheses(edition: Edition, wanted: set[str]) -> Iterator[tuple[str, str]]:
    chosen = any(one["id"] in wanted for one in edition.hypotheses)
    for index, one in enumerate(edition.hypotheses, 1):
        if not chosen or one["id"] in wanted:
            yield one["id"], str(one["label"] or f"Explanation {index}")


def _rows(edition: Edition, wanted: set[str], names: Mapping[str, str]) -> Iterator[Row]:
    known = {one["id"]: one for one in edition.records()}
    chosen = any(row["claim"] in wanted for row in edition.ach)
    for row in edition.ach:
        ratings = {one: rating for one, rating in row["ratings"].items() if one in names}
        if ratings and (not chosen or row["claim"] in wanted):
            tells = ach.is_diagnostic(list(names), ratings)
            yield Row(row["claim"], _name(known[row["claim"]]), row["note"] or "", ratings, tells)


def _name(record: Record) -> str:
    return str(next(record[field] for field in ("label", "title", "text", "id") if record.get(field)))


def _parts(names: Mapping[str, str]) -> Iterator[dict[str, str]]:
    ids = list(names)
    for start in range(0, len(ids), ABREAST):
        yield {one: names[one] for one in ids[start : start + ABREAST]}


def _block(names: Mapping[str, str]) -> Block:
    return Block(names, min(WIDEST, (WIDE - INDENT - LEAST) / len(names)))


def _fitting(every: list[Row], blocks: list[Block]) -> list[Row]:
    """Return as many rows, in their order, as a page has room for."""
    left, kept = TALL - sum(_head(block) + 2 * TOTAL for block in blocks), []
    for row in every:
        left -= sum(block.height(row) for block in blocks)
        if left < 0:
            break
        kept.append(row)
    return kept


def _noted(row: Row) -> str:
    return ". ".join(filter(None, (row.note.rstrip("."), "" if row.tells else "Rates all alike, so it tells nothing")))


def _against(standing: Standing) -> str:
    return f"{standing.against}{f', {standing.strongly} strongly' if standing.strongly else ''}"


def _ranked(standing: Standing) -> str:
    return f"{standing.rank}{', shared' if standing.shared else ''}"


def _table(
    rows: Sequence[Row], names: Mapping[str, str], standings: Mapping[str, Standing]
) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (f"{row.name}{f'. {_noted(row)}' * bool(_noted(row))}", *(row.ratings.get(one, "") for one in names))
    for title, words in (("items against it", _against), ("rank", _ranked)):
        yield (title, *(words(standings[one]) if one in standings else "" for one in names))


def _told(block: Block, rows: Sequence[Row], standings: Mapping[str, Standing]) -> Iterator[str]:
    """Yield in words what a matrix is, each of its rows, and its totals."""
    names = block.names
    yield "Matrix of evidence and rival explanations."
    for row in rows:
        ratings = "; ".join(f"{names[one]}: {WORDS[rating]}" for one, rating in row.ratings.items() if one in names)
        yield f"{row.name}: {ratings or 'not rated'}.{f' {_noted(row)}.' * bool(_noted(row))}"
    ranked = ((names[one], standing) for one, standing in standings.items() if one in names)
    totals = [f"{name}: {_against(standing)} against, rank {_ranked(standing)}." for name, standing in ranked]
    yield " ".join(totals) or "Nothing is rated."


def _key(rows: Sequence[Row], more: int) -> str:
    used = {rating for row in rows for rating in row.ratings.values()}
    signs = "; ".join(f"{sign}: {words}" for sign, words in WORDS.items() if sign in used)
    tells = "; dot: it tells the explanations apart" if any(row.tells for row in rows) else ""
    rest = f" {more} more rows are counted and not drawn." if more else ""
    return f"{signs}{tells}. Least against it ranks first; counts and ranks are no probabilities.{rest}"


def _matrix(block: Block, rows: Sequence[Row], standings: Mapping[str, Standing], told: Sequence[str]) -> str:
    drawing = Drawing()
    top = _draw_head(drawing, block)
    head, drawn = drawing.strip(WIDE, 0, top + OVER, told[0]), []
    for row, text in zip(rows, told[1:-1], strict=True):
        _draw_row(drawing, block, row, top)
        bottom = top + block.height(row)
        line = (INK, 0.75) if row is rows[-1] else (GREY, 0.35)
        drawing.path(to((0, bottom), (WIDE, bottom)), *line)
        drawn.append(drawing.strip(WIDE, top + OVER, bottom + OVER, text))
        top = bottom
    bottom = _draw_totals(drawing, block, standings, top)
    return strips(head, [*drawn, drawing.strip(WIDE, top + OVER, bottom + OVER, told[-1])])


def _draw_totals(drawing: Drawing, block: Block, standings: Mapping[str, Standing], top: float) -> float:
    for title, words in (("Items that speak against it", _against), ("Rank, by the fewest of them", _ranked)):
        base = top + 10.4
        drawing.text(INDENT, base, title, bold=True)
        for one, middle in block.columns():
            drawing.text(middle, base, words(standings[one]) if one in standings else "–", anchor="middle", bold=True)
        top += TOTAL
    drawing.path(to((0, top), (WIDE, top)), INK, 0.75)
    return top


def _titles(block: Block) -> dict[str, list[str]]:
    return {one: wrapped(name, block.wide - 6, bold=True) for one, name in block.names.items()}


def _head(block: Block) -> float:
    return max(map(len, _titles(block).values())) * LINE + 7


def _draw_head(drawing: Drawing, block: Block) -> float:
    bottom, titles = _head(block), _titles(block)
    for one, middle in block.columns():
        for index, line in enumerate(reversed(titles[one])):
            drawing.text(middle, bottom - 5 - index * LINE, line, anchor="middle", bold=True)
    drawing.text(INDENT, bottom - 5, "Evidence", fill=GREY)
    drawing.path(to((0, bottom), (WIDE, bottom)), INK, 0.75)
    return bottom


def _draw_row(drawing: Drawing, block: Block, row: Row, top: float) -> None:
    names, notes = block.lines(row)
    middle = top + PAD + SIDE / 2
    drawing.lines(INDENT, drawing.lines(INDENT, middle + 2.6, names, fill=INK if row.tells else GREY), notes, fill=GREY)
    if row.tells:
        drawing.dot(3.4, middle, 1.9, INK, INK)
    for one, centre in block.columns():
        _sign(drawing, row.ratings.get(one, ""), centre, middle)


def _sign(drawing: Drawing, rating: str, x: float, y: float) -> None:
    """Draw a rating: black for what is inconsistent, letters alone for what fits, a pale sign for what is neutral."""
    half = SIDE if rating == "II" else SIDE / 2 + 3
    if rating in ("I", "II"):
        drawing.rect(x - half, y - SIDE / 2, 2 * half, SIDE, INK)
    elif rating == "N":
        drawing.rect(x - half, y - SIDE / 2, 2 * half, SIDE, PALE)
    fill = {"I": WHITE, "II": WHITE, "N": GREY, "": GREY}.get(rating, INK)
    drawing.text(x, y + 2.7, rating or "–", 8, fill, "middle", bold=rating in ("I", "II", "CC"))
