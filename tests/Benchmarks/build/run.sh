#!/usr/bin/env bash
# run.sh [cold|scale|edits|all] [COMMUNES]: times cold builds against Hugo (when it is installed), what a page costs from 15 to
# 500 communes, and edits in a process that stays. The corpus is made on the spot. Works in $TMPDIR, on disk or in memory.
set -euo pipefail
cd "$(dirname "$0")/../../.."
dotnet build -c Release generator/SiteFactory.Generator.Cli -v q -clp:NoSummary >&2
dotnet build -c Release tests/Benchmarks/build/BuildBench -v q -clp:NoSummary >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet artifacts/bin/BuildBench/release/BuildBench.dll artifacts/bin/SiteFactory.Generator.Cli/release/sitefactory "$work" "${1:-all}" "${2:-44}"
