#!/bin/sh
# Adds a migration of that name for both databases of the CMS: sh build/add-migration.sh AddThing
# Every name after it is a context; by default the CMS's own.
set -eu
cd "$(dirname "$0")/.."
name="$1"
context="${2:-CmsDbContext}"
dotnet tool restore >/dev/null
for database in Sqlite PostgreSql; do
  project="cms/SiteFactory.Cms.$database"
  dotnet build "$project" -v quiet -clp:NoSummary
  dotnet ef migrations add "$name" --project "$project" --context "$context" --no-build --output-dir "Migrations/${context%DbContext}"
done
dotnet format whitespace cms --folder
