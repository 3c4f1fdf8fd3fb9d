#!/bin/sh
# Restores the npm packages of package-lock.json once, however many projects ask at the same time.
set -eu
cd "$(dirname "$0")/.."
mkdir -p artifacts
exec 9>artifacts/npm.lock
if command -v flock >/dev/null 2>&1; then flock 9; fi
if [ node_modules/.restored -nt package-lock.json ]; then exit 0; fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
touch node_modules/.restored
