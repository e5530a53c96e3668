// A program plugin in C++: a Container behind stdin and stdout.
#pragma once

#include <string_view>

#include <nianbao/sdk/container.hpp>

namespace nianbao {

/// Serves the container as nianbao-process/1 on the program's three streams until its input ends; gives the
/// program's exit code. Id and version are those of the manifest. Whatever else the program's libraries print
/// to stdout goes to stderr. Called once, by `main` alone.
int serve_container(const Container& container, std::string_view id, std::string_view version);

}  // namespace nianbao
