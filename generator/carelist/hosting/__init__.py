"""A city's own server: its settings, compressed files beside the site, and what it does wrong."""
