"""Which promises fit a family's answers, and why: criteria, verdicts, questions."""
