#!/usr/bin/env bash
# GNU parallel runs `followup batch` over the parts of a file, on this machine or many, and gives the bytes that one run gives.
#
#   bash scripts/scale/parallel.sh target/release/followup facts.ndjson
#
# The facts need an `as_of` of their own, or both runs the same --as-of. A problem line counts within its part.
set -euo pipefail

binary=$(realpath "$1")
facts=$(realpath "$2")
view=${3:-schedules}

one=$(mktemp)
parts=$(mktemp)
trap 'rm -f "$one" "$parts"' EXIT

"$binary" batch --view "$view" "$facts" > "$one"
# Ten parts for each job slot, cut at line ends; --keep-order puts the answers into the order of the facts.
parallel --pipe-part --arg-file "$facts" --block -10 --keep-order "$binary" batch --view "$view" > "$parts"

cmp "$one" "$parts"
echo "GNU parallel: $(wc -l < "$parts") answers, the same $(wc -c < "$parts") bytes as one run"
