#!/usr/bin/env bash
# Makes the pictures of README (docs/pictures): a year rehearsed up to a Saturday in August, as its pages show it.
# Needs what test.sh needs, a Chromium, and takes some minutes; with pngquant the files are a third as big.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/setup.sh
need_dotnet
need_azurite
work=$(mktemp -d)
trap 'kill "$host" 2>/dev/null; wait "$host" 2>/dev/null; rm -rf "$work"' EXIT
host=
./rehearse.sh --out "$work/year" --until 2024-08-24 >/dev/null
dotnet src/LocalHost/bin/Release/net10.0/NtmServerless.LocalHost.dll --data "$work/year/data" --port 0 > "$work/host.log" 2>&1 &
host=$!
until grep -q 'http://127.*lan-dau' "$work/host.log" && grep -q 'Mở trình duyệt' "$work/host.log"; do kill -0 "$host"; sleep 1; done
NTM_PICTURES_CODE=$(sed -n 's/^Mã tạo quản trị viên đầu tiên.*: //p' "$work/host.log") \
NTM_PICTURES_ADDRESS=$(sed -n 's/.*Mở trình duyệt tại: *//p' "$work/host.log") \
NTM_PICTURES="$PWD/docs/pictures" dotnet run --project tests/Browser.Tests -- -class '*ReadmePictures'
command -v pngquant >/dev/null && pngquant --force --ext .png 96 docs/pictures/*.png
ls -l docs/pictures
