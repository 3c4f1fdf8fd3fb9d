#!/usr/bin/env bash
# run.sh TOOLS [COMMUNES]: times cold builds of the benchmark's territory against Hugo, side by side, whole processes.
#
# TOOLS is the folder of the corpus tools: corpus.py, to_sitefactory.py, to_hugo.py, hugo.sh and compare.py.
# Needs python3, hugo and a release build (dotnet build -c Release). Works in $TMPDIR (a folder on disk or in memory).
set -euo pipefail
tools=${1:?"usage: run.sh TOOLS [COMMUNES]"}
communes=${2:-44}
cd "$(dirname "$0")/../../.."
program=$PWD/artifacts/bin/SiteFactory.Generator.Cli/release/sitefactory
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for count in 1 "$communes"; do
  python3 "$tools/corpus.py" --communes "$count" --out "$work/json$count" >/dev/null
  python3 "$tools/to_sitefactory.py" "$work/json$count" "$work/content$count"
  python3 "$tools/to_hugo.py" "$work/json$count" "$work/hugo$count"
  echo "== $count commune(s): A is sitefactory, B is Hugo with two processes"
  python3 "$tools/compare.py" --out "$work/out" \
    "$program build --content $work/content$count --output $work/out --at 2026-11-01T08:00 --skip search,precompress" \
    "sh $tools/hugo.sh par2 $work/hugo$count $work/out"
done
