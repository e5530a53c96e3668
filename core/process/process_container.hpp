// A container that is a program of its own.
#pragma once

#include <memory>

#include <nianbao/plugin_manifest.hpp>
#include <nianbao/sdk/container.hpp>

#include "process/session.hpp"

namespace nianbao::process {

/// The program of a manifest: what is to be started, or why not. Nothing is started or opened.
struct ProgramFound {
  ProgramSpec spec;
  Message fault;  ///< what is wrong; empty if nothing is
  Message advice;
};
[[nodiscard]] ProgramFound find_program(const Manifest& manifest);

/// The container of a manifest with a program. The program is started by the first call of read or write and
/// serves many; calls at the same time have a program each. All are ended with the container. The manifest
/// outlives it.
[[nodiscard]] std::unique_ptr<Container> make_container(const Manifest& manifest, ProgramSpec spec);

}  // namespace nianbao::process
