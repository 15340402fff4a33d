#!/bin/sh
# Prints a Python of version 3.11 or later that really runs and can make a
# virtual environment; otherwise says what to install, and fails.
# A name on the PATH is not enough: a version manager's stand-in can be there
# for a version that is not installed. Names given as arguments come first and
# are then the only ones looked at.
set -eu

[ "$#" -gt 0 ] || set -- python3.13 python3.12 python3.11 python3

found_without_venv=''
for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        printf '%s\n' "$name"
        exit 0
    fi
    found_without_venv=$name
done

if [ -n "$found_without_venv" ]; then
    version=$("$found_without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    cat >&2 <<MESSAGE

Python $version is here, but it cannot make virtual environments (no ensurepip).
  Debian, Ubuntu:  sudo apt-get install python$version-venv
  elsewhere:       install Python $version from https://www.python.org/downloads/
已找到 Python $version，但缺少 venv 组件，无法建立虚拟环境。
  Debian、Ubuntu：sudo apt-get install python$version-venv
  其他系统：请从 https://www.python.org/downloads/ 安装完整的 Python $version

MESSAGE
    exit 1
fi

cat >&2 <<MESSAGE

Python 3.11 or later is needed, and none was found that runs (looked for: $*).
  Debian, Ubuntu:  sudo apt-get install python3 python3-venv
  macOS:           brew install python@3.13
  elsewhere:       https://www.python.org/downloads/
Then run the same command again, or name one: make PYTHON=/path/to/python3 …
需要 Python 3.11 或更高版本，但没有找到能运行的（已查找：$*）。
  Debian、Ubuntu：sudo apt-get install python3 python3-venv
  macOS：brew install python@3.13
  其他系统：https://www.python.org/downloads/
装好后重新运行同一条命令，或自行指定：make PYTHON=/path/to/python3 …

MESSAGE
exit 1
