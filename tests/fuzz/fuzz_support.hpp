// What the fuzzers of readers share.
#pragma once

#include <cstdlib>

#include <nianbao/engine.hpp>

namespace nianbao::fuzz {

/// Ends the run: libFuzzer keeps the input.
inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

/// The engine of the build tree, made once.
inline const Engine& engine() {
  static const auto engine = Engine::create({NIANBAO_FUZZ_BUNDLE}).value();
  return *engine;
}

}  // namespace nianbao::fuzz
