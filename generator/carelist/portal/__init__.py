"""A portal of many places: what is built, what lists share, the pages that lead there."""
