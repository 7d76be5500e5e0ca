#!/usr/bin/env bash
# Measures how many mutants of src/Domain its tests kill, folder by folder: scripts/mutation.sh [folder...]
# One Stryker run a folder, its report kept in mutation/<folder>/reports (not in git): an interrupted round goes on where it stopped, and
# a folder is measured again once its code or its own tests change. Prints a table; exits 1 while a guarded folder is below its score.
# MUTATION_RUN goes before each run (MUTATION_RUN="nice -n 10"); MUTATION_JOBS mutants are tested at a time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/setup.sh
need_dotnet
root=$PWD

if [ $# -gt 0 ]; then
  folders=("$@")
else
  # Those that are guarded come first.
  mapfile -t folders < <({ node scripts/mutation-table.mjs --guarded; ls src/Domain; } | awk '!seen[$0]++' | while read -r folder; do
    [ -n "$(find "src/Domain/$folder" -name '*.cs' -not -path '*/bin/*' -not -path '*/obj/*' -print -quit 2>/dev/null)" ] && echo "$folder"
  done)
fi

dotnet tool restore >/dev/null
for folder in "${folders[@]}"; do
  [ -d "src/Domain/$folder" ] || { echo "mutation.sh: there is no src/Domain/$folder" >&2; exit 2; }
  report="mutation/$folder/reports/mutation-report.json"
  tests="tests/Domain.Tests/$folder"
  [ -d "$tests" ] || tests=
  if [ -e "$report" ] && [ -z "$(find "src/Domain/$folder" $tests -name '*.cs' -newer "$report" -print -quit)" ]; then
    echo "mutation.sh: $folder was measured after its last change"
    continue
  fi
  echo "mutation.sh: $folder ..."
  mkdir -p "mutation/$folder"
  # The runner of xunit.v3 is Microsoft's testing platform: with Stryker's default runner every mutant would count as untested.
  (cd tests/Domain.Tests && RunAnalyzers=false ${MUTATION_RUN:-} dotnet stryker --test-runner mtp --project Domain.csproj \
    --mutate "**/src/Domain/$folder/**/*.cs" --concurrency "${MUTATION_JOBS:-1}" --reporter json --reporter html \
    --skip-version-check --output "$root/mutation/$folder") >"mutation/$folder/log" 2>&1 || {
    tail -n 20 "mutation/$folder/log" >&2
    exit 2
  }
done
node scripts/mutation-table.mjs "${folders[@]}"
