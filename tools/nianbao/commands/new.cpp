// nianbao new: a working start for a format, a container, a rule pack or a bundle.
#include <algorithm>
#include <array>
#include <filesystem>

#include <nianbao/files.hpp>

#include "commands.hpp"
#include "scaffold.hpp"

namespace nianbao::command {
namespace {

namespace fs = std::filesystem;

enum class Tier { yaml, cpp, python };

constexpr std::uint64_t kLargestBuildFile = 1U << 20U;

/// What is written for a kind of part in one tier: sets of files.
struct Recipe {
  std::string_view kind;
  Tier tier;
  std::vector<std::string_view> sets;
};
const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all{
      {"bundle", Tier::yaml, {}},
      {"pack", Tier::yaml, {"pack"}},
      {"format", Tier::yaml, {"format"}},
      {"format", Tier::cpp, {"format", "format-cpp", "cmake"}},
      {"format", Tier::python, {"format", "format-python"}},
      {"container", Tier::cpp, {"container", "container-cpp", "cmake"}},
      {"container", Tier::python, {"container", "container-python"}},
  };
  return all;
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// qinglin-2010 → Qinglin2010
std::string class_name(const std::string& id) {
  std::string name;
  bool begins = true;
  for (const char c : id) {
    if (c != '-') {
      name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    begins = c == '-';
  }
  return name;
}

/// An id that is also good for names in C++ and Python.
bool is_name(const std::string& id) {
  return !id.empty() && id.front() >= 'a' && id.front() <= 'z' && id.back() != '-' &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

/// A path as it is typed: in quotes where it has other characters than those of names.
std::string for_shell(const std::string& path) {
  const bool plain = path.find_first_of(" \t\n'\"\\$`&|;<>()*?[]#~!{}") == std::string::npos;
  if (plain) {
    return path;
  }
  auto inner = path;
  replace_all(inner, "'", "'\\''");
  return "'" + inner + "'";
}

class NewCommand {
 public:
  explicit NewCommand(const Arguments& arguments) : arguments_(arguments) {}

  /// Whether the bundle's build file, which was there before, does not build what was written.
  [[nodiscard]] bool is_left_unbuilt() const {
    const auto text = read_file((fs::path(folder_) / "CMakeLists.txt").string(), kLargestBuildFile);
    return tier_ == Tier::cpp && text.ok() && text->find("nianbao_add_bundle(") == std::string::npos;
  }

  /// Writes the files; gives the folder.
  Result<std::string> run() {
    NIANBAO_TRY(const auto kind, action_of(arguments_, {"bundle", "pack", "format", "container"}));
    NIANBAO_CHECK(arguments_.expect_inputs(2, 2));
    name_ = arguments_.inputs()[1];
    if (!is_name(name_)) {
      return usage(name_, {"名称只能用小写字母、数字和连字符，以字母开头。",
                           "A name is of lower-case letters, digits and hyphens and begins with a letter."});
    }
    NIANBAO_TRY(const auto* recipe, recipe_of(kind));
    folder_ = arguments_.has("output") ? arguments_.value("output") : name_;
    NIANBAO_CHECK(expect_not_taken(kind));
    tier_ = recipe->tier;
    std::error_code ignored;
    if (!fs::exists(fs::path(folder_) / "bundle.yaml", ignored)) {
      add("bundle");
    }
    for (const auto set : recipe->sets) {
      add(set);
    }
    NIANBAO_CHECK(write());
    return folder_;
  }

 private:
  static Error usage(const std::string& where, Message message) {
    return {ErrorKind::usage, "usage", std::move(message), where, {"用 --help 查看用法。", "See --help."}};
  }

  static Error taken(const std::string& name, const std::string& where) {
    return {ErrorKind::usage,
            "taken",
            {"“" + name + "”已被占用：" + where + "。没有写出任何文件。",
             "`" + name + "` is taken: " + where + ". Nothing was written."},
            "",
            {"请换一个名称。", "Take another name."}};
  }

  /// A second part of one id would hide the first, or be hidden: none of the search path, none of the bundle. A
  /// bundle's own name is no part's.
  [[nodiscard]] Result<void> expect_not_taken(const std::string& kind) const {
    std::error_code ignored;
    if (kind == "bundle") {
      const auto manifest = fs::path(folder_) / "bundle.yaml";
      return fs::exists(manifest, ignored) ? Result<void>(taken(name_, manifest.string())) : Result<void>();
    }
    for (const char* place : {"plugins", "formats"}) {
      const auto other = fs::path(folder_) / place / name_;
      if (kind != "pack" && fs::exists(other / "plugin.yaml", ignored)) {
        return taken(name_, other.string());
      }
    }
    NIANBAO_TRY(const auto engine, open_engine(arguments_));
    for (const auto& pack : engine->rules().packs()) {
      if (kind == "pack" && pack.id == name_) {
        return taken(name_, pack.folder);
      }
    }
    const auto* plugin = engine->plugins().manifest(name_);
    if (kind != "pack" && plugin != nullptr) {
      return taken(name_, plugin->folder);
    }
    const auto format = engine->find_template(name_, 0);
    return kind == "format" && format.ok() ? Result<void>(taken(name_, (*format)->file)) : Result<void>();
  }

  [[nodiscard]] Result<const Recipe*> recipe_of(const std::string& kind) const {
    NIANBAO_TRY(const auto process, arguments_.choice("process", {"python"}, 1));
    if (arguments_.has("cpp") && process == 0) {
      return usage("--cpp", {"--cpp 和 --process 只能用一个。", "Give --cpp or --process, not both."});
    }
    // A container is code in any case.
    const auto otherwise = kind == "container" ? Tier::python : Tier::yaml;
    const auto tier = arguments_.has("cpp") ? Tier::cpp : process == 0 ? Tier::python : otherwise;
    const auto it = std::find_if(recipes().begin(), recipes().end(),
                                 [&](const Recipe& one) { return one.kind == kind && one.tier == tier; });
    if (it != recipes().end()) {
      return &*it;
    }
    return usage(kind, {"“" + kind + "”没有代码。", "There is no code in a " + kind + "."});
  }

  void add(std::string_view set) {
    for (const auto& file : kScaffold) {
      if (file.set == set && !(set == "cmake" && has_cmake())) {
        OutputFile output{(fs::path(folder_) / filled(file.path)).string(), filled(file.text)};
        // A later set has the more particular file.
        const auto known = std::find_if(outputs_.begin(), outputs_.end(),
                                        [&](const OutputFile& one) { return one.path == output.path; });
        if (known != outputs_.end()) {
          *known = std::move(output);
        } else {
          outputs_.push_back(std::move(output));
        }
      }
    }
  }

  /// The build file of a bundle serves all of its plugins.
  [[nodiscard]] bool has_cmake() const {
    std::error_code ignored;
    return fs::exists(fs::path(folder_) / "CMakeLists.txt", ignored);
  }

  [[nodiscard]] std::string filled(std::string_view raw) const {
    std::string text(raw);
    auto snake = name_;
    std::replace(snake.begin(), snake.end(), '-', '_');
    replace_all(text, "@ID@", name_);
    replace_all(text, "@SNAKE@", snake);
    replace_all(text, "@CLASS@", class_name(name_));
    replace_all(text, "@FAMILY@", tier_ == Tier::yaml ? "legacy-table" : name_);
    replace_all(text, "@VERSION@", NIANBAO_VERSION);
    return text;
  }

  [[nodiscard]] Result<void> write() const {
    for (const auto& output : outputs_) {
      std::error_code error;
      if (fs::exists(output.path, error)) {
        return Error{ErrorKind::output,
                     "exists",
                     {"文件已存在，没有写出任何文件。", "The file is there already; nothing was written."},
                     output.path,
                     {"请换一个名称或文件夹（-o）。", "Take another name or folder (-o)."}};
      }
    }
    return write_files_and_folders(outputs_);
  }

  const Arguments& arguments_;
  std::string name_;
  std::string folder_;
  Tier tier_ = Tier::yaml;
  std::vector<OutputFile> outputs_;
};

/// What was written and what comes next. What is in C++ is checked where it was built.
void tell(const Console& console, const NewCommand& command, const std::string& folder, bool built) {
  const auto build = "cmake -S " + for_shell(folder) + " -B " + for_shell(folder + "/build") + " && cmake --build " +
                     for_shell(folder + "/build");
  const auto check = "nianbao bundle check " + for_shell(folder + (built ? "/build/bundle" : ""));
  console.say(
      {"已写出：" + folder + "。" + (built ? "编译：" + build + "；" : "") + "检查：" + check,
       "written: " + folder + ". " + (built ? "To build it: " + build + "; to" : "To") + " check it: " + check});
  if (command.is_left_unbuilt()) {
    console.say(
        Message{"CMakeLists.txt中没有nianbao_add_bundle()，不会编译刚写出的代码；请加在find_package(Nianbao)之后。",
                "CMakeLists.txt does not call nianbao_add_bundle(): add it after find_package(Nianbao), or what was "
                "written is not built."});
  }
}

}  // namespace

int run_new(const Words& words, Console& console) {
  Arguments arguments(
      "new bundle|pack|format|container NAME [--cpp | --process python] [-o DIR]",
      {"写出一个可用的起点：扩展包、规则包、年报格式或文件类型，连同样本和编译文件；加入 -o 所给的扩展包，没有则新建。",
       "Writes a working start for a bundle, a rule pack, a format or a container, with samples and build files, into "
       "the bundle given with -o, which is made if it is not there."});
  arguments.flag("cpp", {"用C++编写", "in C++"})
      .option("process", "python", {"作为程序编写（文件类型的默认）", "as a program (what a container is anyway)"})
      .option("output,o", "DIR", {"扩展包文件夹（默认同名）", "the bundle's folder (default: the name)"})
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  NewCommand command(arguments);
  const auto folder = command.run();
  if (!folder.ok()) {
    return fail(console, folder.error());
  }
  tell(console, command, *folder, arguments.has("cpp"));
  return kDone;
}

}  // namespace nianbao::command
