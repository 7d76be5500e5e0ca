#!/usr/bin/env bash
# Rehearses the plan year of 2024 on virtual time: ./rehearse.sh --out DIR [--seed N] [--kill-at N] [--kill-at-advance N]
# [--until YYYY-MM-DD], which stops on that morning, unchecked
# Leaves summary.json, every report, and a data folder that ./run.sh --data DIR/data opens. Fails when a rule was broken.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
here=$PWD
cd "$root"
source scripts/setup.sh
need_dotnet
need_azurite
build_once src/LocalHost/LocalHost.csproj
build_once src/Rehearsal/Rehearsal.csproj
cd "$here"
exec dotnet "$root/src/Rehearsal/bin/Release/net10.0/NtmServerless.Rehearsal.dll" "$@"
