"""The house: what may import what, and how large a module may be."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator" / "carelist").rglob("*.py"))

FLOORS = {
    "disk": {"speech"},
    "store": set[str](),
    "shelf": set[str](),
    "speech": set[str](),
    "theme": set[str](),
    "catalog": {"speech", "shelf"},
    "formats": {"catalog"},
    "eligibility": {"speech", "catalog"},
    "revisions": {"speech", "catalog", "eligibility"},
    "search": {"speech", "catalog", "eligibility", "store"},
    "intake": {"speech", "catalog", "formats"},
    "starting": {"speech", "catalog", "intake"},
    "publicity": {"speech", "catalog", "eligibility", "store"},
    "exports": {"speech", "catalog", "eligibility", "revisions"},
    "site": {
        "speech",
        "catalog",
        "eligibility",
        "revisions",
        "search",
        "publicity",
        "exports",
        "store",
        "shelf",
        "disk",
        "theme",
    },
    "hosting": {"speech", "site"},
    "portal": {"speech", "catalog", "search", "publicity", "exports", "site", "store", "theme"},
}
"""The floors that each floor may stand on. plugin, cli and what begins it may use all of them."""

OF_MKDOCS = {
    f"carelist.{name}" for name in ("plugin", "options", "builder", "closed", "links", "looking")
}
"""The adapter, what runs MkDocs for a command, what its builds read, what
its links find, and what answers for its server."""
MOST_LINES = 300
"""Of a module that does something; one that only declares may have as many as it declares."""
MOST_LINES_OF_A_PROPERTY = 8
"""Of what a record says of itself; more is something that it does."""


def name_module(path: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(ROOT / "generator").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_module(path): path for path in MODULES}


@cache
def find_imports(path: Path) -> frozenset[str]:
    """The modules that a module imports, those for type checkers among them."""
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            module = node.module or ""
            names = {f"{module}.{alias.name}" for alias in node.names}
            found |= {name if name in NAMES else module for name in names}
        waiting += ast.iter_child_nodes(node)
    return frozenset(found)


def find_floor(module: str) -> str:
    """The floor of a module of the generator; plugin and cli are their own."""
    parts = module.split(".")
    return parts[1] if parts[0] == "carelist" and len(parts) > 1 else ""


@pytest.mark.parametrize("module", [name for name in NAMES if find_floor(name) in FLOORS])
def test_imports_go_down_only(module: str) -> None:
    """A module imports its own floor and those it may stand on."""
    floor = find_floor(module)
    assert find_floors_used(module) <= FLOORS[floor] | {floor}


def find_floors_used(module: str) -> set[str]:
    """The floors that a module imports something of."""
    return {find_floor(name) for name in find_imports(NAMES[module])} - {""}


@pytest.mark.parametrize("floor", FLOORS)
def test_no_floor_is_permitted_what_none_of_its_modules_imports(floor: str) -> None:
    """The floors that it may stand on are those that it stands on."""
    modules = [name for name in NAMES if find_floor(name) == floor]
    used = set[str]().union(*map(find_floors_used, modules))
    assert FLOORS[floor] - used == set()


def test_every_module_has_its_floor() -> None:
    """There is no part of the house that the rules do not know."""
    known = {
        *FLOORS,
        "plugin",
        "options",
        "builder",
        "closed",
        "links",
        "looking",
        "edits",
        "cli",
        "beginning",
        "__main__",
        "",
    }
    assert {find_floor(name) for name in NAMES} <= known


@pytest.mark.parametrize("module", NAMES)
def test_mkdocs_is_imported_where_it_is_run_alone(module: str) -> None:
    """MkDocs can be exchanged by exchanging five modules."""
    used = {name.split(".")[0] for name in find_imports(NAMES[module])}
    assert module in OF_MKDOCS or used.isdisjoint({"mkdocs", "material", "properdocs"})


def test_no_module_imports_itself_in_a_circle() -> None:
    """The modules can be put in an order in which each needs only those before it, or its types."""
    graph = {
        name: {other for other in find_imports(path) if other in NAMES} - {name}
        for name, path in NAMES.items()
    }
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
    assert set(order) == set(NAMES)


def declares_only(text: str) -> bool:
    """Whether a module declares records, kinds and tables, and has no function but short ones.

    A field can then be added to a record without dividing its module.
    """
    body = ast.parse(text).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    methods = [node for one in classes for node in one.body if isinstance(node, ast.FunctionDef)]
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for node in methods]
    return not functions and all(length <= MOST_LINES_OF_A_PROPERTY for length in lengths)


@pytest.mark.parametrize("module", NAMES)
def test_modules_are_short(module: str) -> None:
    """No module that does something has more than 300 lines."""
    text = NAMES[module].read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES or declares_only(text)


def test_what_only_declares() -> None:
    """Records with what they say of themselves, and tables; not what finds, reads or writes."""
    only = {name for name in NAMES if declares_only(NAMES[name].read_text(encoding="utf-8"))}
    assert {"carelist.catalog.records", "carelist.catalog.kinds"} <= only
    assert only.isdisjoint({"carelist.catalog.texts", "carelist.site.desk", "carelist.cli"})


def has_bare_tuple(annotation: ast.expr | None) -> bool:
    """Whether a type speaks of a tuple of three values or more without a name for each."""
    nodes = ast.walk(annotation) if annotation else ()
    return any(
        isinstance(node, ast.Subscript)
        and ast.unparse(node.value) == "tuple"
        and isinstance(node.slice, ast.Tuple)
        and len(node.slice.elts) > 2
        for node in nodes
    )


def test_what_functions_give_and_take_has_names() -> None:
    """No function that others call has a bare tuple of three values or more."""
    found = []
    for module, path in NAMES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = [one.annotation for one in (*node.args.args, *node.args.kwonlyargs)]
                if any(map(has_bare_tuple, (node.returns, *arguments))):
                    found.append(f"{module}.{node.name}")
    assert found == []
