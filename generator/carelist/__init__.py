"""Turns the YAML of a city's list of care services into its public site."""
