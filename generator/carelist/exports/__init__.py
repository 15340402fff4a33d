"""The list as open data."""
