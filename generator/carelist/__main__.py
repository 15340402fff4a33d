"""`python -m carelist`: the `carelist` command."""

from carelist.cli import main

main(prog_name="carelist")
