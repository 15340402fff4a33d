"""What a new city begins with: a list to look at, settings, workflows, guides."""
