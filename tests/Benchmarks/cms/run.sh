#!/usr/bin/env bash
# run.sh [CONTENT] [EDITORS] [SECONDS]: the CMS with the sites of a content folder (by default communes/, sixteen sites), editors
# at work, and what that took: start, screens, save to live, memory. Needs a release build (dotnet build -c Release), python3 and Node.js.
#
# POSTGRESQL="Host=…;Database=…;Username=…" measures on an empty database there instead of SQLite (needs psql; the user may come in without a password).
# FULL=true makes search and pictures too.
#
# For the forty-seven sites of the benchmark's territory: corpus.sh TOOLS FOLDER makes the content folder from the corpus tools.
set -euo pipefail
cd "$(dirname "$0")/../../.."
content=${1:-communes}
editors=${2:-50}
seconds=${3:-60}
port=${PORT:-5090}
cms=(dotnet "$PWD/artifacts/bin/SiteFactory.Cms/release/SiteFactory.Cms.dll")
work=$(mktemp -d)
server=""
finish() { [ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; }; rm -rf "$work"; }
trap finish EXIT
settings=(--data "$work/data" --output "$work/public" --seed "" --urls "http://127.0.0.1:$port" --Cms:RequestsPerMinute=0 --Cms:SignInsPerMinute=0 --Cms:FullBuilds="${FULL:-false}" --Logging:LogLevel:Default=Warning)
[ -z "${POSTGRESQL:-}" ] || settings+=(--Cms:Database=PostgreSql "--Cms:ConnectionString=$POSTGRESQL")

now() { date +%s%N; }
ms() { echo "$((($2 - $1) / 1000000)) ms"; }
memory() { awk -v k="$1" '$1 == k":" { printf "%d MB\n", $2 / 1024 }' "/proc/$server/status"; }
start() {
  local from; from=$(now)
  "${cms[@]}" "${settings[@]}" >"$work/log" 2>&1 &
  server=$!
  until curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do sleep 0.02; done
  curl -fsS "http://127.0.0.1:$port/connexion" >/dev/null
  echo "start to first screen:    $(ms "$from" "$(now)")"
}

from=$(now)
"${cms[@]}" import "$content" "${settings[@]}" | tail -1
echo "import:                   $(ms "$from" "$(now)")"
mkdir -p "$work/public/.benchmark"
python3 - "$content" "$work" "$editors" <<'P'
import os, re, sys, uuid, sqlite3
content, work, editors = sys.argv[1], sys.argv[2], int(sys.argv[3])
sites = []
for key in sorted(os.listdir(content)):
    path = os.path.join(content, key, 'site.yaml')
    if os.path.exists(path):
        sites.append(key)
        open(os.path.join(work, 'public/.benchmark', key), 'w').write(re.search(r'^domain:\s*(\S+)', open(path).read(), re.M).group(1).strip('"'))
open(os.path.join(work, 'sites'), 'w').write('\n'.join(sites))
print(len(sites), 'sites')
P
start
password=$("${cms[@]}" create-admin modele@example.org "${settings[@]}" | awk '/^Mot de passe/ { print $4 }')
# Fifty accounts with the model's password: hashing each one is not what is measured.
if [ -n "${POSTGRESQL:-}" ]; then
  part() { echo "$POSTGRESQL" | tr ';' '\n' | sed -n "s/^$1=//p"; }
  psql -q -v ON_ERROR_STOP=1 -h "$(part Host)" -U "$(part Username)" -d "$(part Database)" <<SQL
WITH sites AS (SELECT ARRAY[$(sed "s/.*/'&'/" "$work/sites" | paste -sd,)] AS keys),
people AS (
  INSERT INTO "AspNetUsers"
  SELECT (jsonb_populate_record(model, jsonb_build_object('Id', gen_random_uuid(), 'UserName', mail, 'Email', mail, 'NormalizedUserName', upper(mail), 'NormalizedEmail', upper(mail), 'DisplayName', mail, 'MustChangePassword', false))).*
  FROM "AspNetUsers" model, generate_series(1, $editors) n, LATERAL (SELECT 'editeur' || n || '@example.org') named(mail)
  WHERE model."Email" = 'modele@example.org'
  RETURNING "Id", "Email")
INSERT INTO "SiteMemberships" ("PersonId", "SiteKey", "Role")
SELECT "Id", keys[1 + substring("Email" FROM '[0-9]+')::int % array_length(keys, 1)], 2 FROM people, sites;
SQL
else
python3 - "$work" "$editors" <<'P'
import sqlite3, sys, uuid
work, editors = sys.argv[1], int(sys.argv[2])
db = sqlite3.connect(work + '/data/cms.db', timeout=30)
sites = open(work + '/sites').read().split('\n')
columns = [c[1] for c in db.execute('PRAGMA table_info("AspNetUsers")')]
model = dict(zip(columns, db.execute('SELECT * FROM "AspNetUsers" WHERE "Email" = ?', ['modele@example.org']).fetchone()))
for n in range(1, editors + 1):
    mail = f'editeur{n}@example.org'
    row = {**model, 'Id': str(uuid.uuid4()).upper(), 'UserName': mail, 'Email': mail, 'NormalizedUserName': mail.upper(), 'NormalizedEmail': mail.upper(), 'DisplayName': f'Éditeur {n}', 'MustChangePassword': 0}
    db.execute(f'INSERT INTO "AspNetUsers" ({",".join(chr(34) + c + chr(34) for c in row)}) VALUES ({",".join("?" * len(row))})', list(row.values()))
    db.execute('INSERT INTO "SiteMemberships" ("PersonId", "SiteKey", "Role") VALUES (?, ?, 2)', [row['Id'], sites[n % len(sites)]])
db.commit()
P
fi
until [ "$(find "$work/public" -maxdepth 1 -type l | wc -l)" -ge "$(wc -l <"$work/sites")" ]; do sleep 0.2; done
echo "memory, sites built:      $(memory VmRSS)"
node tests/Benchmarks/cms/editors.mjs "http://127.0.0.1:$port" "$work/public" "$password" "$editors" "$seconds"
echo "memory, after the work:   $(memory VmRSS) (most: $(memory VmHWM))"
kill "$server"; wait "$server" 2>/dev/null || true; server=""
start
echo "log:"; grep -cE "warn:|fail:" "$work/log" || true
