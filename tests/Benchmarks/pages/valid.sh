#!/usr/bin/env bash
# valid.sh FOLDER [SITE…]: the W3C's checker (vnu) over every HTML page of the sites built in FOLDER, or of the domains named.
# Every page of every site in one process; needs java 11 or later. The last line says how many pages were read.
set -euo pipefail
output=$(cd "${1:?"usage: valid.sh FOLDER [SITE…]"}" && pwd)
shift
cd "$(dirname "$0")/../../.."
[ "$#" -gt 0 ] || set -- $(cd "$output" && find . -mindepth 1 -maxdepth 1 -type l -printf '%f\n' | sort)
folders=()
for site; do folders+=("$(readlink -f "$output/$site")"); done
pages=$(find "${folders[@]}" -name '*.html' | wc -l)
[ "$pages" -gt 0 ] || { echo "no page in $output"; exit 1; }
java -Xss8m -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only --format gnu "${folders[@]}"
echo "$pages pages, no error"
