#!/usr/bin/env bash
# Bootstrapper: installs what is missing (Debian packages, .NET tools), then runs build.cake with the arguments given.
#   ./build.sh                 regenerate, build and boot both kernels, results side by side
#   ./build.sh --target=Test   every test suite
#   ./build.sh --target=Help   the other targets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '==> %s\n' "$*"; }
fail() { printf 'build.sh: error: %s\n' "$*" >&2; exit 3; }

command -v dotnet >/dev/null || fail ".NET SDK 10 not found: install it (https://dotnet.microsoft.com) and put 'dotnet' on PATH"

# One line per thing that the build uses: a file that proves the package is there, and the Debian package that brings it.
needs=(
  "/usr/bin/clang-19                        clang-19"
  "/usr/lib/llvm-19/lib/libclang-cpp.so     libclang-cpp19-dev"
  "/usr/lib/llvm-19/include/clang/AST/AST.h libclang-19-dev"
  "/usr/lib/llvm-19/bin/llvm-config         llvm-19-dev"
  "/usr/bin/g++                             g++"
  "/usr/bin/make                            make"
  "/usr/bin/patch                           patch"
  "/usr/bin/ld                              binutils"
  "/usr/bin/qemu-system-i386                qemu-system-x86"
  "/usr/bin/gdb                             gdb"
  "/usr/bin/grub-mkrescue                   grub-common"
  "/usr/lib/grub/i386-pc                    grub-pc-bin"
  "/usr/bin/xorriso                         xorriso"
  "/usr/bin/mformat                         mtools"
  "/usr/bin/csmith                          csmith"
  "/usr/include/csmith/csmith.h             libcsmith-dev"
  "/usr/include/stb/stb_image.h             libstb-dev"
  "/usr/lib/gcc/x86_64-linux-gnu/12/32/libgcc.a gcc-multilib"
)
missing=()
for need in "${needs[@]}"; do
  read -r file package <<<"$need"
  [[ -e $file ]] || missing+=("$package")
done
if (( ${#missing[@]} )); then
  command -v apt-get >/dev/null || fail "missing packages and no apt-get: ${missing[*]}"
  run=()
  if (( EUID != 0 )); then
    command -v sudo >/dev/null || fail "missing packages (install them as root): apt-get install ${missing[*]}"
    run=(sudo)
  fi
  say "installing ${missing[*]}"
  mkdir -p artifacts
  log=artifacts/apt.log
  {
    "${run[@]}" apt-get update -qq &&
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1 </dev/null || { tail -n 15 "$log" >&2; fail "apt-get failed; whole log in $log"; }
fi

mkdir -p artifacts
dotnet tool restore >artifacts/tools.log 2>&1 || { cat artifacts/tools.log >&2; fail "dotnet tool restore failed"; }
exec dotnet cake build.cake --verbosity=quiet --no-report "$@"
