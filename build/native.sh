#!/bin/sh
# native.sh: compiles the generator to one native program, artifacts/native/sitefactory. It starts at once, runs without .NET, and
# writes the same bytes as the one that a runtime compiles. A release build calls this on Linux when a C compiler is there to link
# (Debian: gcc zlib1g-dev). Takes about a minute.
set -eu
cd "$(dirname "$0")/.."
linker=$(command -v clang || command -v gcc) || { echo "A C compiler links the program. Debian: apt-get install gcc zlib1g-dev" >&2; exit 3; }
# Built apart: a native compilation asks for packages of its own, and its sources were judged by the ordinary build.
dotnet publish generator/SiteFactory.Generator.Cli -c Release -r linux-x64 -v quiet -clp:NoSummary -nodeReuse:false \
  -p:NativeCompilation=true -p:CppCompilerAndLinker="$(basename "$linker")" -p:ArtifactsPath="$PWD/artifacts/native-build" \
  -p:NuGetLockFilePath=obj/native.lock.json -p:RestoreLockedMode=false \
  -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:DebugType=none \
  -o artifacts/native
rm -f artifacts/native/*.dbg artifacts/native/*.xml
