"""`python -m carelist`: the `carelist` command."""

from carelist.beginning import begin

begin()
