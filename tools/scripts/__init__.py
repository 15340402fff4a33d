"""The checks of the scripts of the site: style, form and types."""
