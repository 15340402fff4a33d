#!/bin/sh
# Caddy 2.6.2: of two `header` directives the general one wins over that with a matcher.
#
# Directives of one name are sorted: those with the most telling path first, the one without a
# matcher last, in whatever order they are written. Of `redir` or `respond` the first that fits
# ends it, so that the particular wins; but each `header` sets its field anew, so that the last,
# the general one, has the last word. A Cache-Control for pictures behind one for everything is
# never sent. Nothing is said, and `caddy validate` is content.
#
# Seen: Caddy 2.6.2 (Debian 12).
# Way out: let matchers exclude each other (`path *.png`, `not path *.png`).
# Exit status 0 while it is so; 1 where it has changed; 2 without Caddy.
set -eu
command -v caddy >/dev/null || { echo 'needs caddy: apt-get install caddy' >&2; exit 2; }
folder=$(mktemp -d)
cat > "$folder/Caddyfile" <<'CADDY'
{
	admin off
	auto_https off
}
http://127.0.0.1:18089 {
	header Cache-Control "no-cache"
	@pictures path *.png
	header @pictures Cache-Control "max-age=86400"
	respond "" 200
}
CADDY
HOME=$folder caddy run --adapter caddyfile --config "$folder/Caddyfile" 2>"$folder/log" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
python3 - <<'PY'
import time
import urllib.error
import urllib.request

for _ in range(100):
    try:
        answer = urllib.request.urlopen("http://127.0.0.1:18089/a.png", timeout=5)
        break
    except urllib.error.URLError:
        time.sleep(0.1)
told = answer.headers["Cache-Control"]
print("Cache-Control of /a.png:", told)
raise SystemExit(0 if told == "no-cache" else 1)
PY
