#!/usr/bin/env bash
# Everything a change must pass, from a fresh clone: restore, style, build, tests, and the promise that the same
# content gives the same bytes. The last line says "N passed, N failed"; the exit code says it too.
#
#   ./check.sh            everything
#   ./check.sh Content    only the test projects whose name contains "Content"; no style check, no determinism check
set -uo pipefail
cd "$(dirname "$0")"

only="${1:-}"
results="$PWD/artifacts/test-results"
work="$(mktemp -d)"
passed=0
failed=0
failures=()

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

finish() {
  stop_postgresql
  dotnet build-server shutdown >/dev/null 2>&1
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n== %s  [%s s]\n' "$1" "$SECONDS"; }

pass() { passed=$((passed + ${1:-1})); }

fail() {
  failed=$((failed + ${2:-1}))
  failures+=("$1")
}

conclude() {
  if [ "${#failures[@]}" -gt 0 ]; then
    printf '\nFailed:\n'
    printf '  - %s\n' "${failures[@]}"
  fi
  printf '\nTook %s s.\n%s passed, %s failed\n' "$SECONDS" "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

need() {
  command -v "$1" >/dev/null 2>&1 && return
  fail "$1 is not installed: $2"
  conclude
}

# The browser tests drive the system's Chromium. Where we may install it, we do; where we may not, they fail and say so.
ensure_chromium() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 && return
  [ -n "${CHROMIUM_PATH:-}" ] && return
  say "Chromium is missing (CHROMIUM_PATH may name its program)"
  get_package chromium
}

# The CMS's tests run a second time on PostgreSQL: a server of their own, in a temporary folder, that nobody else can reach.
postgresql_programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

ensure_postgresql() {
  [ -n "$(postgresql_programs)" ] && return
  say "PostgreSQL is missing"
  # Debian's package would start a server for the whole machine.
  if [ "$(id -u)" -eq 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  fi
  get_package postgresql
}

# PostgreSQL refuses to run as root.
unprivileged() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; else runuser -u "$(id -un postgres 2>/dev/null || echo nobody)" -- "$@"; fi
}

postgres=""

start_postgresql() {
  local programs
  programs="$(postgresql_programs)"
  [ -n "$programs" ] || return 1
  postgres="$(mktemp -d)"
  if [ "$(id -u)" -eq 0 ]; then chown "$(id -un postgres 2>/dev/null || echo nobody)" "$postgres"; fi
  unprivileged "$programs/initdb" --pgdata="$postgres/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$work/postgres.log" 2>&1 &&
    unprivileged "$programs/pg_ctl" --pgdata="$postgres/data" --wait --log="$postgres/log" start \
      --options="-k $postgres -c listen_addresses='' -c fsync=off -c max_connections=400 -c shared_buffers=64MB" >>"$work/postgres.log" 2>&1
}

stop_postgresql() {
  [ -n "$postgres" ] || return 0
  unprivileged "$(postgresql_programs)/pg_ctl" --pgdata="$postgres/data" --mode=immediate stop >/dev/null 2>&1
  rm -rf "$postgres"
  postgres=""
}

# The W3C's HTML checker is a Java program.
ensure_java() {
  command -v java >/dev/null 2>&1 && return
  say "Java is missing"
  get_package default-jre-headless
}

get_package() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install it with your system's packages ($1 in Debian)."
  elif [ "$(id -u)" -eq 0 ]; then
    install_package "$1"
  elif sudo -n true 2>/dev/null; then
    install_package "$1" sudo
  else
    echo "Install it with: sudo apt-get install $1"
  fi
}

install_package() {
  ${2:-} apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${2:-} apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

check_style() {
  say "Style"
  if dotnet format whitespace . --folder --verify-no-changes --exclude artifacts/ node_modules/ tests/Benchmarks/pages/node_modules/ public/; then
    pass
  else
    fail "style: run 'dotnet format whitespace . --folder --exclude artifacts/ node_modules/ tests/Benchmarks/pages/node_modules/ public/'"
  fi
}

build() {
  say "Restore"
  dotnet restore --locked-mode -v quiet || { fail "restore: a lock file is out of date, or a package source is away"; conclude; }
  say "Build"
  dotnet build -c Release --no-restore -v quiet -clp:NoSummary || { fail "build"; conclude; }
  pass
}

# The counters of a run's report: total, passed, failed and errors.
counter() { sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

# run_tests PROJECT [LABEL]: the label tells a second run of the same tests apart.
run_tests() {
  local project="$1" name="$1${2:+ ($2)}" trx="$results/$1${2:+.$2}.trx" log="$work/$1${2:+.$2}.log" filter=() code=0
  [ -n "${3:-}" ] && filter=(--filter "$3")
  rm -f "$trx"
  dotnet test "artifacts/bin/$project/release/$project.dll" "${filter[@]}" --logger "trx;LogFileName=$trx" --results-directory "$results" >"$log" 2>&1 || code=$?
  local good bad
  good=$(counter passed "$trx" 2>/dev/null)
  bad=$(counter failed "$trx" 2>/dev/null)
  good=${good:-0} bad=${bad:-0}
  if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$good" -eq 0 ]; }; then bad=1; fi
  printf '%-42s %6s passed %4s failed  [%s s]\n' "$name" "$good" "$bad" "$SECONDS"
  pass "$good"
  if [ "$bad" -gt 0 ]; then
    fail "$name" "$bad"
    grep -vE '^\s*(at |--- End|Passed )' "$log" | tail -n 60
  fi
}

test_all() {
  say "Tests"
  mkdir -p "$results"
  local project name
  for project in tests/*.Tests/*.csproj; do
    name="$(basename "$project" .csproj)"
    case "$name" in *"$only"*) run_tests "$name" ;; esac
  done
  [ "$only" = PostgreSQL ] && on_postgresql=""
  case "SiteFactory.Cms.Tests PostgreSQL" in *"$only"*) test_postgresql ;; esac
}

# What speaks to the database: access, editing, import, API. ./check.sh PostgreSQL runs every test of the CMS on it.
on_postgresql="FullyQualifiedName~Tests.Editing|FullyQualifiedName~Tests.Import|FullyQualifiedName~Tests.Delivery|FullyQualifiedName~Tests.Access"

test_postgresql() {
  ensure_postgresql
  if start_postgresql; then
    SITEFACTORY_TEST_POSTGRESQL="Host=$postgres;Username=postgres;Database=postgres" run_tests SiteFactory.Cms.Tests PostgreSQL "$on_postgresql"
  else
    fail "PostgreSQL does not start"
    cat "$work/postgres.log" "$postgres/log" 2>/dev/null | tail -n 20
  fi
  stop_postgresql
}

# build_sites FOLDER TIME [COMMAND…]: the command, if any, is what runs the program.
build_sites() {
  local folder="$work/$1" at="$2"
  shift 2
  "$@" ./artifacts/bin/SiteFactory.Generator.Cli/release/sitefactory build --content communes --output "$folder" \
    --at "$at" --skip pictures,precompress >>"$work/build.log" 2>&1
}

# Compares what is served, site by site; a release's own name is the time it was made.
same_sites() {
  local site count=0
  for site in "$work/$1"/*; do
    [ -L "$site" ] || continue
    count=$((count + 1))
    diff -rq "$site/" "$work/$2/$(basename "$site")/" || return 1
  done
  [ "$count" -gt 0 ]
}

# Promises 2 and 3 of docs/architecture.md, on the whole demonstration territory.
check_determinism() {
  say "The same content gives the same bytes"
  if ! build_sites clean 2026-11-22T09:00; then
    tail -n 20 "$work/build.log"
    fail "determinism: the demonstration territory does not build"
    return
  fi
  build_sites elsewhere 2026-11-22T09:00 env LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Auckland
  if same_sites clean elsewhere; then pass; else fail "determinism: another culture and time zone give other bytes"; fi
  build_sites again 2026-06-01T09:00
  build_sites again 2026-11-22T09:00
  if same_sites clean again; then pass; else fail "determinism: an incremental build differs from a clean one"; fi
}

# Every page of a commune and of the métropole; the other sites are made of the same pages (valid.sh FOLDER reads them all).
check_html() {
  say "The HTML is valid"
  ensure_java
  if tests/Benchmarks/pages/valid.sh "$work/clean" www.amanvillers.fr www.metzmetropole.fr; then pass; else fail "HTML: vnu finds errors in the demonstration sites"; fi
}

need dotnet "the .NET SDK of global.json"
need node "Node.js 20 or later"
need npm "it comes with Node.js"
[ -z "$only" ] && check_style
build
case "SiteFactory.Browser.Tests SiteFactory.Cms.Browser.Tests" in *"$only"*) ensure_chromium ;; esac
test_all
[ -z "$only" ] && check_determinism
[ -z "$only" ] && check_html
conclude
