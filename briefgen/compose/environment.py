"""The Jinja2 environment: sandboxed, escaping, strict, and reduced to what a page needs.

Templates may come with a pull request, so they get plain data only: a pydantic model or a path in a sandboxed
template is remote code execution. See docs/architecture.md.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, nodes, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from briefgen.errors import TemplateError

KEPT_FILTERS = [
    "abs",
    "batch",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "e",
    "escape",
    "first",
    "float",
    "groupby",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "string",
    "sum",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
]
KEPT_TESTS = "boolean defined divisibleby eq equalto even false ge gt in iterable le lt mapping ne none number odd "
KEPT_TESTS += "sameas sequence string true undefined"
KEPT_GLOBALS = ("dict", "namespace", "range")
METHODS: dict[type, frozenset[str]] = {
    dict: frozenset({"get", "items", "keys", "values"}),
    str: frozenset({"endswith", "lower", "replace", "split", "startswith", "strip", "upper"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
}
MACHINERY = (LoopContext, Macro, Namespace, TemplateModule, TemplateReference, BlockReference)
LARGEST_PRODUCT = 100_000


class Folders(BaseLoader):
    """Loads templates from *folders*, the first that has one; refuses links and what lies outside.

    The templates of *products*, where given, may use those of these products and what products share, in folders
    that begin with ``_``.
    """

    def __init__(self, folders: Sequence[Path], products: Sequence[str] | None = None) -> None:
        self.folders = [folder.resolve() for folder in folders]
        self._products = products
        self._is_straight = functools.cache(lambda folder: folder.resolve() == folder)  # while a page is composed

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return source, path and freshness, as Jinja2 asks; raises TemplateNotFound."""
        path = self.path(template)
        return path.read_text(encoding="utf-8"), str(path), lambda: True

    def path(self, name: str) -> Path:
        """Return the file called *name*; raises TemplateNotFound, and TemplateError for one of another product."""
        self._refuse_foreign(name)
        if found := self._find(name):
            return found
        raise TemplateNotFound(name)

    def has(self, name: str) -> bool:
        """Return whether there is a file called *name*."""
        return self._find(name) is not None

    def _refuse_foreign(self, name: str) -> None:
        folder = name.partition("/")[0]
        if self._products is not None and folder not in self._products and not folder.startswith("_"):
            product = self._products[0]
            raise TemplateError(
                f"{product}/product.toml:1:1: error TPL009 its templates use {name}, of another product — "
                f'write uses = ["{folder}"] into it'
            )

    def _find(self, name: str) -> Path | None:
        found = (
            path for folder in self.folders if (path := folder / name).is_relative_to(folder) and self._is_plain(path)
        )
        return next(found, None)

    def _is_plain(self, path: Path) -> bool:
        """Return whether *path* is a file that no link leads to."""
        return self._is_straight(path.parent) and path.is_file() and not path.is_symlink()


class Compiled(BytecodeCache):
    """Keeps compiled templates while the process lives: compiling takes most of composing, and gives the same."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template into *bucket* if its source has been compiled before."""
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code:
            self.code[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()


class Environment(ImmutableSandboxedEnvironment):
    """Attributes of plain data and of Jinja2's own machinery only; no large products of numbers or text."""

    intercepted_binops = frozenset({"*", "**"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if "autoescape" in source:  # walking the tree takes as long as making it
            for node in tree.find_all(nodes.EvalContextModifier):
                raise TemplateSyntaxError("escaping cannot be switched", node.lineno, name, filename)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may follow *attr*."""
        if isinstance(obj, MACHINERY):
            return not attr.startswith("_")
        kind = next((kind for kind in METHODS if isinstance(obj, kind)), None)
        return kind is not None and attr in METHODS[kind]

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the product of two small numbers; raises SecurityError for anything that could grow large."""
        small = all(isinstance(side, int | float) and abs(side) <= LARGEST_PRODUCT for side in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"{operator} is for small numbers only")
        return left * right


def unfolded(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return *function* as a filter that is not called while a template is compiled, not even for a constant.

    What ours give depends on the edition, and compiled templates are kept for others.
    """

    @pass_context
    def filtered(context: Context, *arguments: Any, **named: Any) -> Any:
        return function(*arguments, **named)

    return filtered


def environment(loader: Folders) -> Environment:
    """Return the environment that fills the templates that *loader* finds."""
    made = Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        bytecode_cache=COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters = {name: FILTERS[name] for name in KEPT_FILTERS}
    made.tests = {name: made.tests[name] for name in KEPT_TESTS.split()}
    made.globals = {name: made.globals[name] for name in KEPT_GLOBALS}
    return made
