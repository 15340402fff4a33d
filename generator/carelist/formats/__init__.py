"""Reading what a clerk has: a notice as Word, Excel, PDF, a web page, CSV or text.

Every reader gives the same: paragraphs and tables in their order, each cell with the place where
a person finds it, and what the format left in doubt. Nothing is guessed here. `read_file` tells
the format and gives the copy of a notice in its one form.
"""
