#!/usr/bin/env bash
# Writes a picture of every page, at 1280 and 390 pixels, into screenshots/ (not in git):
# scripts/screenshots.sh [--dark|--print] [part of a page's name|another]
# Needs what test.sh needs, and a Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/setup.sh
need_dotnet
need_azurite
rm -rf screenshots
mkdir screenshots
[ "${1:-}" = --dark ] && { export NTM_SCREENSHOTS_DARK=1; shift; }
[ "${1:-}" = --print ] && { export NTM_SCREENSHOTS_PRINT=1; shift; }
NTM_SCREENSHOTS="$PWD/screenshots" NTM_SCREENSHOTS_ONLY="${1:-}" dotnet run --project tests/Browser.Tests -- -class '*Screenshots'
echo "screenshots.sh: $(find screenshots -name '*.png' | wc -l) pictures in screenshots/"
