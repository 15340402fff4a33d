"""What changed between revisions, in typed records; and the history of what stands now."""
