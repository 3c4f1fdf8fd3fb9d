#!/usr/bin/env bash
# corpus.sh TOOLS FOLDER [COMMUNES]: the benchmark's territory as a content folder. TOOLS is the folder of corpus.py and to_sitefactory.py.
set -euo pipefail
json=$(mktemp -d)
trap 'rm -rf "$json"' EXIT
python3 "$1/corpus.py" --communes "${3:-46}" --out "$json" >/dev/null
python3 "$1/to_sitefactory.py" "$json" "$2"
