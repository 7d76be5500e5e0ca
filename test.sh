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
need_azurite || echo "test.sh: Azurite could not be installed; tests that need it are skipped by name."
need_smtp || echo "test.sh: the mail server of the tests could not be installed; tests that need it are skipped by name."
need_chromium || echo "test.sh: no Chromium here, and it could not be installed; tests that need it are skipped by name."

if $ci; then
  dotnet restore NtmServerless.sln -p:NuGetAudit=true -p:NuGetAuditLevel=high -v quiet || {
    echo "The package audit failed or could not be asked; restoring without it."
    dotnet restore NtmServerless.sln -v quiet
  }
else
  dotnet restore NtmServerless.sln -v quiet
fi
dotnet build NtmServerless.sln --no-restore -v quiet --nologo
$ci && dotnet format NtmServerless.sln --verify-no-changes --no-restore

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution NtmServerless.sln --no-build "$@" | tee "$log" || status=$?
count() { sed -n "s/^ *$1: *\([0-9]\+\).*/\1/p" "$log" | tail -n 1; }
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
exit $status
