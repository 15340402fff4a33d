"""The list as JSON by files, each of one thing, with their schemas and their addresses."""
