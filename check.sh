#!/usr/bin/env bash
# Everything a change must pass, from a fresh clone: restore, style, build, tests, and the promise that the same
# content gives the same bytes. The last line says "N passed, N failed"; the exit code says it too.
#
#   ./check.sh            everything
#   ./check.sh Content    only the test projects whose name contains "Content"; no style check, no determinism check
#   ./check.sh PostgreSql only what speaks to the database, on PostgreSQL
set -uo pipefail
cd "$(dirname "$0")"

only="${1:-}"
results="$PWD/artifacts/test-results"

# Tests write and sync thousands of small files: in memory where there is room, since no disk is under test; and where programs may run.
in_memory() {
  local room memory
  grep -qE '^[^ ]+ /dev/shm [^ ]+ ([^ ]*,)?noexec' /proc/mounts 2>/dev/null && return 1
  room="$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)"
  memory="$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)"
  [ "${room:-0}" -gt 4000000 ] && [ "${memory:-0}" -gt 8000000 ] && [ -w /dev/shm ]
}
in_memory && export TMPDIR=/dev/shm

work="$(mktemp -d)"
export TMPDIR="$work/tmp"
mkdir "$TMPDIR"
chmod 755 "$work" "$TMPDIR"

# What was counted, also by tasks that ran side by side: lines "pass N" and "fail N what".
: >"$work/counted"

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

finish() {
  stop_postgresql
  dotnet build-server shutdown >/dev/null 2>&1
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n== %s  [%s s]\n' "$1" "$SECONDS"; }

pass() { echo "pass ${1:-1}" >>"$work/counted"; }

fail() { echo "fail ${2:-1} $1" >>"$work/counted"; }

total() { awk -v word="$1" '$1 == word { sum += $2 } END { print sum + 0 }' "$work/counted"; }

conclude() {
  local passed failed
  passed="$(total pass)" failed="$(total fail)"
  if [ "$failed" -gt 0 ]; then
    printf '\nFailed:\n'
    sed -n 's/^fail [0-9]* /  - /p' "$work/counted"
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

# The browser tests drive the system's Chromium, best without the windows that nobody sees: they cost ten times a page's own work. Where we
# may install it, we do; where we may not, any Chromium will do, and without one the tests fail and say so.
ensure_chromium() {
  [ -n "${CHROMIUM_PATH:-}" ] || command -v chromium-headless-shell >/dev/null 2>&1 && return
  say "Chromium without windows is missing (CHROMIUM_PATH may name another one)"
  get_package chromium-headless-shell
  command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 && return
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
      --options="-k $postgres -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off -c wal_level=minimal -c max_wal_senders=0 -c max_connections=400 -c shared_buffers=64MB" >>"$work/postgres.log" 2>&1
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

# side_by_side TASK...: two at a time, the next one as soon as one is done. A task is a function and its arguments in one word,
# parted by colons; what it says is shown when it is done, in one piece.
side_by_side() {
  local task running=0
  for task; do
    if [ "$running" -ge 2 ]; then
      wait -n
      running=$((running - 1))
    fi
    (
      # No standard input: two tasks would share it.
      IFS=: read -r -a words <<<"$task"
      said="$("${words[@]}" 2>&1 </dev/null)"
      printf '%s  [%s s]\n%s\n' "${said%%$'\n'*}" "$SECONDS" "$(sed 1d <<<"$said")" | sed '/^$/d'
    ) &
    running=$((running + 1))
  done
  wait
}

# The counters of a run's report: total, passed, failed and errors.
counter() { sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

# run_tests PROJECT [LABEL FILTER]: the label tells a second run of the same tests apart.
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
  printf '%-46s %6s passed %4s failed' "$name" "$good" "$bad"
  pass "$good"
  if [ "$bad" -gt 0 ]; then
    fail "$name" "$bad"
    echo
    grep -vE '^\s*(at |--- End|Passed )' "$log" | tail -n 60
  fi
}

# The same tests where the database is PostgreSQL; a browser sees no difference.
on_postgresql() {
  SITEFACTORY_TEST_POSTGRESQL="Host=$postgres;Username=postgres;Database=postgres" run_tests "$1" PostgreSql "FullyQualifiedName!~.Browser."
}

chosen() { case "$1" in *"$only"*) return 0 ;; *) return 1 ;; esac; }

# The longest first: what is left at the end is short.
longest=(SiteFactory.Browser.Tests SiteFactory.Cms.Browser.Tests SiteFactory.Cms.Tests SiteFactory.Generator.Tests SiteFactory.Portal.Tests)
with_database=(SiteFactory.Cms.Tests SiteFactory.Portal.Tests)

# Short processes: what the runtime learns of a program to make it faster later never pays, and memory is cheaper than tidying it.
hurry() { export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x4000000; }

test_all() {
  local project tasks=()
  hurry
  mkdir -p "$results"
  for project in "${longest[@]}" $(cd tests && ls -d *.Tests); do
    chosen "$project" && case " ${tasks[*]} " in *" run_tests:$project "*) ;; *) tasks+=("run_tests:$project") ;; esac
  done
  if chosen "${with_database[*]} PostgreSql"; then
    ensure_postgresql
    if start_postgresql; then
      for project in "${with_database[@]}"; do
        chosen "$project PostgreSql" && tasks=("on_postgresql:$project" "${tasks[@]}")
      done
    else
      fail "PostgreSQL does not start"
      cat "$work/postgres.log" "$postgres/log" 2>/dev/null | tail -n 20
    fi
  fi
  [ -z "$only" ] && tasks=(check_demonstration "${tasks[@]}")
  say "Tests, two projects at a time"
  side_by_side "${tasks[@]}"
  stop_postgresql
}

program=artifacts/bin/SiteFactory.Generator.Cli/release/sitefactory

# build_sites FOLDER TIME COMMAND…
build_sites() {
  local folder="$work/$1" at="$2"
  shift 2
  "$@" build --content communes --output "$folder" \
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

# Promises 2 and 3 of docs/architecture.md, on the whole demonstration territory; then its HTML.
check_demonstration() {
  # Another culture, another time zone, and the runtime instead of the native program.
  local elsewhere=(env LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Auckland dotnet "$program.dll")
  printf '%-46s' "The demonstration territory"
  if ! build_sites clean 2026-11-22T09:00 "./$program" || ! build_sites elsewhere 2026-11-22T09:00 "${elsewhere[@]}"; then
    unbuilt
    return
  fi
  judge "Another culture, time zone and compiler give the same bytes" same_sites clean elsewhere
  # What was built elsewhere, at another time and then at the first again: what an incremental build keeps must be what a clean one makes.
  if ! build_sites elsewhere 2026-06-01T09:00 "${elsewhere[@]}" || ! build_sites elsewhere 2026-11-22T09:00 "${elsewhere[@]}"; then
    unbuilt
    return
  fi
  judge "An incremental build gives the bytes of a clean one" same_sites clean elsewhere
  # Every page of a commune and of the métropole; the other sites are made of the same pages (valid.sh FOLDER reads them all).
  judge "The HTML is valid" tests/Benchmarks/pages/valid.sh "$work/clean" www.amanvillers.fr www.metzmetropole.fr
}

unbuilt() {
  printf '\n%s' "$(tail -n 20 "$work/build.log")"
  fail "determinism: the demonstration territory does not build"
}

# judge WHAT COMMAND...
judge() {
  local what="$1" said
  shift
  if said="$("$@" 2>&1)"; then
    pass
  else
    fail "$what: no"
    printf '\n%s: no\n%s' "$what" "$(tail -n 40 <<<"$said")"
  fi
}

need dotnet "the .NET SDK of global.json"
need node "Node.js 20 or later"
need npm "it comes with Node.js"
[ -z "$only" ] && check_style
build
case "SiteFactory.Browser.Tests SiteFactory.Cms.Browser.Tests SiteFactory.Portal.Tests" in *"$only"*) ensure_chromium ;; esac
[ -z "$only" ] && ensure_java
test_all
conclude
