#!/usr/bin/env bash
# Starts the product on this PC: ./run.sh [--port N] [--data DIR] [--plan FILE] [--listen ADDRESS --certificate FILE]
# Everything it needs is set up on the way; where nothing changed, the built program is started at once.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
here=$PWD
cd "$root"
source scripts/setup.sh
need_dotnet
need_azurite
# A settings file that was deleted must not live on in the output.
[ -e src/Functions/local.settings.json ] || rm -f src/Functions/bin/Release/net10.0/local.settings.json
build_once src/LocalHost/LocalHost.csproj
cd "$here"
# The program itself becomes this process, so that Ctrl-C and signals reach it.
exec dotnet "$root/src/LocalHost/bin/Release/net10.0/NtmServerless.LocalHost.dll" --data "${NTM_DATA:-$root/data}" "$@"
