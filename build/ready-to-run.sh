#!/bin/sh
# ready-to-run.sh CROSSGEN2 CACHE OUTPUT DOTNET: compiles the assemblies named on standard input ahead of time and puts
# them in OUTPUT in place of the originals. What did not change is taken from CACHE. An assembly that cannot be compiled
# stays as it is: the program runs the same, and starts slower.
set -eu
crossgen=$1 cache=$2 output=${3%/} shared=${4%/}/shared
core=$(ls -d "$shared"/Microsoft.NETCore.App/10.* | sort -V | tail -n 1)
web=$(ls -d "$shared"/Microsoft.AspNetCore.App/10.* | sort -V | tail -n 1)
originals=$cache/originals compiled=$cache/compiled
mkdir -p "$originals" "$compiled"
export crossgen originals compiled core web

# The originals stand still in a folder of their own while the compilers read them.
grep '\.dll$' | sort -u | while read -r source; do
  name=$(basename "$source")
  cmp -s "$source" "$originals/$name" || cp "$source" "$originals/$name"
done

ls "$originals" | xargs -P 2 -I '{}' sh -c '
  if [ ! "$compiled/$1" -nt "$originals/$1" ]; then
    timeout 120 "$crossgen" "$originals/$1" -o "$compiled/$1.tmp" -r "$originals/*.dll" -r "$core/*.dll" -r "$web/*.dll" \
      --targetos linux --targetarch x64 -O >"$compiled/$1.log" 2>&1 || cp "$originals/$1" "$compiled/$1.tmp"
    mv "$compiled/$1.tmp" "$compiled/$1"
  fi
' sh '{}'

for file in "$compiled"/*.dll; do
  cp "$file" "$output/$(basename "$file")"
done
