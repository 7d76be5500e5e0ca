#!/usr/bin/env bash
# Builds everything and runs every test: ./test.sh [--ci] [arguments for dotnet test, e.g. --project tests/Domain.Tests]
# Installs: the pinned Azurite and a mail server for the tests (npm, in tools/azurite and tools/smtp); as root on Debian or Ubuntu, where no browser is there, Chromium and a
# font (apt-get). Without a network, what is installed already is used, and what is missing is skipped by name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/setup.sh
ci=false
[ "${1:-}" = --ci ] && { ci=true; shift; }
need_dotnet
echo "test.sh: Azurite and a mail server are installed in tools/azurite and tools/smtp when they are missing; for a browser see below; nothing else is installed."
logs=$(mktemp -d)
# Whatever was started beside the build or the tests ends before this does.
trap 'wait; rm -rf "$logs"' EXIT
{
  need_azurite || echo "test.sh: Azurite could not be installed; tests that need it are skipped by name."
  need_smtp || echo "test.sh: the mail server of the tests could not be installed; tests that need it are skipped by name."
  need_chromium || echo "test.sh: no Chromium here, and it could not be installed; tests that need it are skipped by name."
} &
installing=$!

if $ci; then
  dotnet restore NtmServerless.sln -p:NuGetAudit=true -p:NuGetAuditLevel=high -v quiet || {
    echo "The package audit failed or could not be asked; restoring without it."
    dotnet restore NtmServerless.sln -v quiet
  }
else
  dotnet restore NtmServerless.sln -v quiet
fi
# In CI with what only Azure takes, so that what is published below is made of the very files that are tested.
dotnet build NtmServerless.sln --no-restore -v quiet --nologo -p:HostExtensions=$ci
wait $installing
if $ci; then
  dotnet publish src/Functions -c Debug --no-build -v quiet --nologo -o "$logs/app"
  for file in functions.metadata worker.config.json host.json extensions.json .azurefunctions plans/caoloc-2024.json; do
    [ -e "$logs/app/$file" ] || { echo "dotnet publish made no $file"; exit 1; }
  done
fi

status=0
formatted=0
# Beside the tests: it takes one core for over a minute, and the first tests leave time over.
$ci && { dotnet format NtmServerless.sln --verify-no-changes --no-restore >"$logs/format" 2>&1 & formatting=$!; }
dotnet test --solution NtmServerless.sln --no-build "$@" | tee "$logs/tests" || status=$?
count() { sed -n "s/^ *$1: *\([0-9]\+\).*/\1/p" "$logs/tests" | tail -n 1; }
if $ci; then
  wait $formatting || formatted=$?
  cat "$logs/format"
  [ $formatted = 0 ] && echo "dotnet format: nothing to change" || { echo "dotnet format: see above"; status=$formatted; }
fi
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
exit $status
