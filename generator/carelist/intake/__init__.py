"""Starting a revision: a draft from last year's list, or from a published table."""
