#!/usr/bin/env bash
# Bootstrapper: installs what is missing (Debian packages, .NET tools), then runs build.cake with the arguments given.
#   ./build.sh                 regenerate, build and boot both kernels, results side by side
#   ./build.sh --target=Test   every test suite
#   ./build.sh --target=Help   the other targets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# Nothing is drawn, so no terminal is asked to prepare for it.
export TERM=dumb
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# Options of build.cake's targets. Cake takes any word without a complaint, and would do something else than was asked.
mapfile -t options < <(grep -oE 'Argument(<[a-z]+>)?\("[a-z]+"' build.cake | cut -d'"' -f2 | sort -u)
for word in "$@"; do
  name=${word#--}
  if [[ $word != --*=* || " ${options[*]} " != *" ${name%%=*} "* ]]; then
    printf "build.sh: error: '%s' is no option; './build.sh --target=Help' lists the targets and their options\n" "$word" >&2
    exit 2
  fi
done

say() { printf '==> %s\n' "$*"; }
fail() { printf 'build.sh: error: %s\n' "$*" >&2; exit 3; }

command -v dotnet >/dev/null || fail ".NET SDK 10 not found: install it (https://dotnet.microsoft.com) and put 'dotnet' on PATH"

# One line per thing that the build uses: a file that proves the package is there, and the Debian package that brings it.
needs=(
  "/usr/bin/clang-19                        clang-19"
  "/usr/lib/llvm-19/lib/libclang-cpp.so     libclang-cpp19-dev"
  "/usr/lib/llvm-19/include/clang/AST/AST.h libclang-19-dev"
  "/usr/lib/llvm-19/bin/llvm-config         llvm-19-dev"
  "/usr/lib/llvm-19/lib/clang/19/lib/linux/libclang_rt.profile-i386.a libclang-rt-19-dev"
  "/usr/bin/g++                             g++"
  "/usr/bin/make                            make"
  "/usr/bin/patch                           patch"
  "/usr/bin/python3                         python3"
  "/usr/bin/dpkg-source                     dpkg-dev"
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
mkdir -p artifacts
as_root=()
(( EUID == 0 )) || as_root=(sudo)

install_packages() {
  command -v apt-get >/dev/null || fail "missing packages and no apt-get: $*"
  (( EUID == 0 )) || command -v sudo >/dev/null || fail "missing packages (install them as root): apt-get install $*"
  say "installing $*"
  local log=artifacts/apt.log
  {
    "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || { tail -n 15 "$log" >&2; fail "apt-get failed; whole log in $log"; }
}

# The smallest i386 program, which does nothing but end well.
runs_i386_programs() {
  local probe=artifacts/i386-probe
  printf '.globl _start\n_start: movl $1, %%eax\n xorl %%ebx, %%ebx\n int $0x80\n' | as --32 -o "$probe.o" - && ld -m elf_i386 -o "$probe" "$probe.o" || fail "as and ld made no i386 program"
  "$probe" 2>/dev/null
}

# Translated programs are i386 programs that the tests run. A kernel built or started without 32-bit emulation refuses them; then QEMU's user mode runs them, and the kernel is told so (binfmt_misc) until the next boot.
register_i386_emulator() {
  [[ -x /usr/bin/qemu-i386-static ]] || install_packages qemu-user-static
  local folder=/proc/sys/fs/binfmt_misc
  local magic='\x7fELF\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x03\x00'
  local mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
  say "this system runs no i386 programs: registering QEMU for them"
  "${as_root[@]}" bash -c "[[ -e $folder/register ]] || mount -t binfmt_misc binfmt_misc $folder; printf '%s' ':porting-i386:M::$magic:$mask:/usr/bin/qemu-i386-static:F' > $folder/register" 2>artifacts/binfmt.log || true
}

say "looking for packages and tools"
missing=()
for need in "${needs[@]}"; do
  read -r file package <<<"$need"
  [[ -e $file ]] || missing+=("$package")
done
(( ${#missing[@]} == 0 )) || install_packages "${missing[@]}"
runs_i386_programs || register_i386_emulator
runs_i386_programs || say "note: this system still runs no i386 programs (artifacts/binfmt.log): tests that run translated programs will fail"

dotnet tool restore >artifacts/tools.log 2>&1 || { cat artifacts/tools.log >&2; fail "dotnet tool restore failed"; }
exec dotnet cake build.cake --verbosity=quiet --no-report "$@"
