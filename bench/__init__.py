"""Measurements, never tests: the budgets of the design, beside stock Material, in one run."""
