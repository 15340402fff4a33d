"""`python -m generator`: the `carelist` command."""

from generator.cli import main

main(prog_name="carelist")
