// The commands. Each gets the words after its name and gives the exit code (design, section 10).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nianbao/engine.hpp>

#include "arguments.hpp"
#include "console.hpp"

namespace nianbao::command {

inline constexpr int kDone = 0;
inline constexpr int kFindings = 1;

using Words = std::vector<std::string>;

int run_convert(const Words& words, Console& console);
int run_inspect(const Words& words, Console& console);
int run_check(const Words& words, Console& console);
int run_draft(const Words& words, Console& console);
int run_formats(const Words& words, Console& console);
int run_containers(const Words& words, Console& console);
int run_concepts(const Words& words, Console& console);
int run_plugins(const Words& words, Console& console);
int run_rules(const Words& words, Console& console);
int run_bundle(const Words& words, Console& console);
int run_new(const Words& words, Console& console);

/// Shows the error and gives its exit code.
int fail(const Console& console, const Error& error);

/// Parses; where the command ends here (help, or bad usage) sets `exit_code` and gives false.
bool parsed(Arguments& arguments, const Words& words, Console& console, int& exit_code);

/// Writes data to stdout; an output error becomes the exit code.
int print(const Console& console, const std::string& data);

/// The first input if it is one of the actions (list, show …), the first action if there is no input.
Result<std::string> action_of(const Arguments& arguments, const std::vector<std::string>& actions);

/// The engine for the bundles given.
Result<std::unique_ptr<Engine>> open_engine(const Arguments& arguments);
/// The engine for these bundles, else as the arguments say.
Result<std::unique_ptr<Engine>> open_engine(const Arguments& arguments, std::vector<std::string> bundles);
/// ReadOptions from the arguments of `reading()`; an error if the engine has no such format, container,
/// rule pack or jurisdiction.
Result<ReadOptions> read_options(const Arguments& arguments, const Engine& engine);
/// The error with the option it is about in front of its place.
Error at_option(Error error, const char* option);
/// The id of the container that an option names, by its id or by the ending of its files (md), and that can do this
/// (read, write); any other name is a wrong call.
Result<std::string> container_named(const PluginHost& plugins, const std::string& name, const char* capability,
                                    const char* option);
/// The error with the input it is about in front of its place.
Error in_input(Error error, const std::string& path);
/// The reports of one input file ("-" is stdin).
Result<std::vector<Report>> read_input(const Engine& engine, const std::string& path, const ReadOptions& options);
/// The report that --part asks for; with several reports and no --part an error that lists them.
Result<std::size_t> chosen_part(const std::vector<Report>& reports, const Arguments& arguments,
                                const std::string& path);
/// With --strict, warnings of the reading are an error.
Result<void> strict_enough(const Report& report, const Arguments& arguments, const std::string& path);

}  // namespace nianbao::command
