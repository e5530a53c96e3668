#!/bin/sh
# Installs the Debian packages that nianbao needs. As root.
#   tools/install-packages.sh build    what the program needs to be built
#   tools/install-packages.sh test     and what its tests need
#   tools/install-packages.sh develop  and the tools of CONTRIBUTING.md
#   tools/install-packages.sh office   and the office programs that tests/containers compares with
set -eu

build="g++ cmake ninja-build pkg-config ccache
  libboost1.81-dev libboost-program-options1.81-dev libboost-json1.81-dev
  libicu-dev libyaml-cpp-dev libssl-dev
  libgumbo-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev libpugixml-dev
  libpoppler-private-dev poppler-data libpango1.0-dev"
test="libboost-test1.81-dev libvalijson-dev zlib1g-dev clang-14 python3 fontconfig fonts-droid-fallback"
develop="clang-tidy-14 clang-format-14 gcovr libbenchmark-dev python3-lxml pandoc"
office="libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk python3-docx python3-openpyxl"

case "${1:-}" in
  build) packages="$build" ;;
  test) packages="$build $test" ;;
  develop) packages="$build $test $develop" ;;
  office) packages="$build $test $office" ;;
  *) echo "usage: $0 build|test|develop|office" >&2; exit 2 ;;
esac

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086 -- the list is meant to be split
apt-get install -qy --no-install-recommends $packages
