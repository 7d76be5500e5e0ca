# Shared by run.sh, rehearse.sh, test.sh and the scripts beside it: what a bare machine with only .NET SDK 10 and Node 20 still needs.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

need_dotnet() {
  command -v dotnet >/dev/null || { echo "Cần .NET SDK 10: https://dotnet.microsoft.com/download" >&2; exit 2; }
  command -v node >/dev/null || { echo "Cần Node.js 20 trở lên: https://nodejs.org" >&2; exit 2; }
}

# The pinned storage emulator, from its lock file; nothing is fetched when it is there already.
need_azurite() {
  local installed=tools/azurite/node_modules/.package-lock.json
  if [ ! -e "$installed" ] || [ tools/azurite/package-lock.json -nt "$installed" ]; then
    echo "Đang cài kho dữ liệu Azurite (một lần)..." >&2
    (cd tools/azurite && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    touch "$installed"
  fi
}

# The mail server of the tests, from its lock file.
need_smtp() {
  local installed=tools/smtp/node_modules/.package-lock.json
  if [ ! -e "$installed" ] || [ tools/smtp/package-lock.json -nt "$installed" ]; then
    echo "Installing the mail server of the tests in tools/smtp..." >&2
    (cd tools/smtp && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    touch "$installed"
  fi
}

# A browser for the tests of pages: one that is there, or Debian's with a font that has Vietnamese.
need_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Installing chromium and fonts-noto-core with apt-get, for the tests of pages..." >&2
  apt-get update -qq >/dev/null 2>&1 || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null 2>&1
}

# Restores and builds a project in Release, unless no source file is newer than its last build.
build_once() {
  local project=$1 stamp
  stamp="$(dirname "$project")/obj/built.stamp"
  if [ -e "$stamp" ] && [ -z "$(find src plans Directory.Build.props Directory.Packages.props global.json \
      -newer "$stamp" -type f -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then
    return
  fi
  echo "Đang dựng chương trình (một lần, và sau mỗi thay đổi)..." >&2
  # The moment before the build: a file saved while it runs is built the next time.
  local before
  before=$(mktemp)
  # Without analyzers: they are for those who change the code, and test.sh runs them.
  dotnet build "$project" -c Release -v quiet --nologo -p:RunAnalyzers=false >&2
  touch -r "$before" "$stamp"
  rm -f "$before"
}
