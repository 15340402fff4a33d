"""The kinds of change between two revisions: one small class a kind, which can apply itself.

Every change holds what was and what is, so that it can be told without the catalog.
"""
