#!/bin/sh
# native.sh [FOLDER]: compiles the generator to one native program (artifacts/native/sitefactory unless told otherwise), which
# starts at once and runs without .NET. Needs gcc or clang and zlib's headers (Debian: gcc zlib1g-dev); takes a minute or two.
set -eu
cd "$(dirname "$0")/.."
linker=$(command -v clang || command -v gcc) || { echo "A C compiler links the program. Debian: apt-get install gcc zlib1g-dev" >&2; exit 3; }
# Projects are built apart from the ordinary build: a native compilation asks for packages of its own.
dotnet publish generator/SiteFactory.Generator.Cli -c Release -r linux-x64 -v quiet -clp:NoSummary \
  -p:Native=true -p:CppCompilerAndLinker="$(basename "$linker")" -p:ArtifactsPath="$PWD/artifacts/native-build" \
  -p:NuGetLockFilePath=obj/native.lock.json -p:RestoreLockedMode=false \
  -o "${1:-artifacts/native}"
