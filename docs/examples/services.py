"""Which department answers for most promises, and what the list says of a child's disability.

    pip install pandas rdflib
    python services.py https://list.example.org/data/

Reads two tables and one graph of a published list; prints what it finds.
"""

import sys

import pandas
from rdflib import Graph

data = sys.argv[1]

# Tables: every cell is a text, an empty one says nothing, and one apostrophe in front is a mark.
read = {"dtype": str, "keep_default_na": False, "encoding": "utf-8-sig"}
services = pandas.read_csv(f"{data}services.csv", **read).set_index("id")
clauses = pandas.read_csv(f"{data}clauses.csv", **read)
services, clauses = (
    table.map(lambda cell: cell.removeprefix("'")) for table in (services, clauses)
)

# A cell of departments holds several ids, apart by spaces: one row each.
each = services["departments"].str.split().explode().rename("department")
promises = clauses.merge(each, left_on="service", right_index=True)
print(promises.groupby("department").size().sort_values(ascending=False, kind="stable").head(3))

# The graph: promises in their order, each with its words in English.
graph = Graph().parse(f"{data}services.ttl")
found = graph.query(
    """
    PREFIX care: <tag:carelist.github.io,2026-11-29:terms:>
    PREFIX dct: <http://purl.org/dc/terms/>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    SELECT ?number ?text WHERE {
      ?service care:number ?number ; care:clauses/rdf:rest*/rdf:first/dct:description ?text .
      FILTER (lang(?text) = "en" && contains(?text, "disab"))
    } ORDER BY ?number ?text
    """
)
for number, text in found:
    print(f"{number}. {text}")
