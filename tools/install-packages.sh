#!/bin/sh
# Installs the Debian packages that nianbao needs. As root.
#   tools/install-packages.sh build    what the program needs to be built
#   tools/install-packages.sh test     and what its tests need
#   tools/install-packages.sh develop  and the tools of CONTRIBUTING.md
#   tools/install-packages.sh office   and the office programs that tests/containers compares with
#   tools/install-packages.sh cross    what it needs to be built for aarch64 on another processor, and be run there
#   tools/install-packages.sh list-libraries    names the libraries it is built with, and installs nothing
set -eu

libraries="libboost1.81-dev libboost-program-options1.81-dev libboost-json1.81-dev
  libicu-dev libyaml-cpp-dev libssl-dev
  libgumbo-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev libpugixml-dev
  libpoppler-private-dev poppler-data libpango1.0-dev"
build="g++ cmake ninja-build pkg-config ccache $libraries"
test="libboost-test1.81-dev libvalijson-dev zlib1g-dev clang-14 python3 fontconfig fonts-droid-fallback busybox-static"
develop="clang-tidy-14 clang-format-14 gcovr libbenchmark-dev python3-lxml pandoc"
office="libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk python3-docx python3-openpyxl"
cross="$build g++-aarch64-linux-gnu qemu-user-static binfmt-support busybox-static"

case "${1:-}" in
  build) packages="$build" ;;
  test) packages="$build $test" ;;
  develop) packages="$build $test $develop" ;;
  office) packages="$build $test $office" ;;
  cross) packages="$cross" ;;
  list-libraries) printf '%s\n' $libraries; exit ;;
  *) echo "usage: $0 build|test|develop|office|cross|list-libraries" >&2; exit 2 ;;
esac

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086 -- the list is meant to be split
apt-get install -qy --no-install-recommends $packages
# Where services may not be started by packages.
[ "$1" != cross ] || update-binfmts --enable qemu-aarch64
