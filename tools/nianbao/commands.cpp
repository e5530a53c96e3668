#include "commands.hpp"

#include <algorithm>

#include <nianbao/files.hpp>

namespace nianbao::command {
namespace {

std::string part_line(const Report& report, std::size_t index) {
  const std::string issuer(report.issuer);
  const std::string title(report.title);
  return std::to_string(index + 1) + ". " + (title.empty() ? issuer + " " + std::to_string(report.year) : title);
}

/// A pack that is not there is a wrong call; one that is there and faulty is not.
Result<void> expect_packs(const std::vector<std::string>& asked, const RuleStore& store) {
  for (const auto& id : asked) {
    const auto& packs = store.packs();
    if (std::any_of(packs.begin(), packs.end(), [&](const PackInfo& pack) { return pack.id == id; })) {
      continue;
    }
    RuleQuery query;
    query.packs = {id};
    auto rules = store.effective(query);
    if (rules.ok()) {
      continue;
    }
    auto error = std::move(rules).error();
    if (error.code == "unknown-pack" && store.faults().empty()) {
      error.kind = ErrorKind::usage;
    }
    return at_option(std::move(error), "--rules");
  }
  return {};
}

/// Whatever is wrong with the names is said before the input is read; a file's ending becomes the container's id.
Result<void> expect_names(ReadOptions& options, const Engine& engine) {
  const auto& plugins = engine.plugins();
  if (!options.container.empty()) {
    NIANBAO_TRY(options.container, container_named(plugins, options.container, "read", "--from-container"));
  }
  if (!options.format.empty()) {
    if (const auto format = engine.find_template(options.format, options.year); !format.ok()) {
      return at_option(format.error(), "--from");
    }
  }
  if (!options.jurisdiction.empty()) {
    if (const auto known = engine.expect_jurisdiction(options.jurisdiction); !known.ok()) {
      return at_option(known.error(), "--jurisdiction");
    }
  }
  return expect_packs(options.packs, engine.rules());
}

}  // namespace

int fail(const Console& console, const Error& error) {
  console.error(error);
  return static_cast<int>(error.kind);
}

bool parsed(Arguments& arguments, const Words& words, Console& console, int& exit_code) {
  const auto result = arguments.parse(words, console);
  // --help works also where the rest of the line is wrong.
  const bool help = std::find(words.begin(), words.end(), "--help") != words.end() ||
                    std::find(words.begin(), words.end(), "-h") != words.end();
  if (help) {
    exit_code = print(console, arguments.help(console.language));
    return false;
  }
  if (!result.ok()) {
    exit_code = fail(console, result.error());
    return false;
  }
  return true;
}

int print(const Console& console, const std::string& data) {
  const auto result = write_file("-", data);
  return result.ok() ? kDone : fail(console, result.error());
}

Result<std::string> action_of(const Arguments& arguments, const std::vector<std::string>& actions) {
  const auto& words = arguments.inputs();
  if (words.empty() || std::find(actions.begin(), actions.end(), words.front()) != actions.end()) {
    return words.empty() ? actions.front() : words.front();
  }
  std::string all;
  for (const auto& action : actions) {
    all += (all.empty() ? "" : " | ") + action;
  }
  return Error{ErrorKind::usage,
               "usage",
               {"应为 " + all + "。", "Expected " + all + "."},
               words.front(),
               {"用 --help 查看用法。", "See --help."}};
}

Result<std::unique_ptr<Engine>> open_engine(const Arguments& arguments) {
  return open_engine(arguments, arguments.values("bundle"));
}

Result<std::unique_ptr<Engine>> open_engine(const Arguments& arguments, std::vector<std::string> bundles) {
  const bool trusted = !arguments.has("no-native-plugins");
  return Engine::create(std::move(bundles), trusted ? NativePlugins::everywhere : NativePlugins::installed_only);
}

Error at_option(Error error, const char* option) {
  error.where = error.where.empty() ? option : std::string(option) + " " + error.where;
  return error;
}

Result<std::string> container_named(const PluginHost& plugins, const std::string& name, const char* capability,
                                    const char* option) {
  const auto can = [&](const Manifest* manifest) {
    return manifest != nullptr && manifest->kind == ManifestKind::container && manifest->can(capability);
  };
  const auto opened = plugins.container(name);
  if (can(plugins.manifest(name))) {
    return opened.ok() ? Result<std::string>(name) : at_option(opened.error(), option);
  }
  // A type may be read by one plugin and written by another.
  for (const auto* manifest : plugins.manifests()) {
    const auto& endings = manifest->extensions;
    if (can(manifest) && std::find(endings.begin(), endings.end(), name) != endings.end()) {
      return manifest->id;
    }
  }
  if (opened.ok()) {
    const bool reads = std::string_view(capability) == "read";
    return Error{ErrorKind::usage,
                 "container-cannot",
                 {"文件类型“" + name + (reads ? "”不能读取。" : "”不能写出。"),
                  "\"" + name + (reads ? "\" cannot be read." : "\" cannot be written.")},
                 option,
                 {"用 nianbao containers 查看各文件类型。", "nianbao containers lists what each can do."}};
  }
  auto error = opened.error();
  if (error.code == "plugin-unknown") {
    error.kind = ErrorKind::usage;
  }
  return at_option(std::move(error), option);
}

Result<ReadOptions> read_options(const Arguments& arguments, const Engine& engine) {
  ReadOptions options;
  options.container = arguments.value("from-container");
  options.format = arguments.value("from");
  options.jurisdiction = arguments.value("jurisdiction");
  options.packs = arguments.values("rules");
  NIANBAO_TRY(const auto year, arguments.number("year", 1990, 2200));
  options.year = year.value_or(0);
  NIANBAO_CHECK(expect_names(options, engine));
  return options;
}

Error in_input(Error error, const std::string& path) {
  if (error.where.empty()) {
    error.where = path;
  } else if ((error.kind == ErrorKind::input || error.kind == ErrorKind::plugin) && error.where != path) {
    error.where = path + ": " + error.where;
  }
  return error;
}

Result<std::vector<Report>> read_input(const Engine& engine, const std::string& path, const ReadOptions& options) {
  NIANBAO_TRY(auto bytes, read_file(path, options.limits.input_bytes));
  auto reports = engine.read_reports(std::move(bytes), path, options);
  if (reports.ok()) {
    return reports;
  }
  return in_input(std::move(reports).error(), path);
}

Result<std::size_t> chosen_part(const std::vector<Report>& reports, const Arguments& arguments,
                                const std::string& path) {
  const auto count = static_cast<int>(reports.size());
  NIANBAO_TRY(const auto part, arguments.number("part", 1, std::max(count, 1)));
  if (part) {
    return static_cast<std::size_t>(*part - 1);
  }
  if (count == 1) {
    return std::size_t{0};
  }
  std::string list;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    list += "\n    " + part_line(reports[i], i);
  }
  return Error{ErrorKind::usage,
               "several-reports",
               {"文件含" + std::to_string(count) + "份年报：" + list,
                "The file holds " + std::to_string(count) + " reports:" + list},
               path,
               {"用 --part N 指定其中一份。", "Choose one with --part N."}};
}

Result<void> strict_enough(const Report& report, const Arguments& arguments, const std::string& path) {
  if (!arguments.has("strict")) {
    return {};
  }
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::note) {
      return Error{ErrorKind::input, "strict", diagnostic.message, path, {}};
    }
  }
  return {};
}

}  // namespace nianbao::command
