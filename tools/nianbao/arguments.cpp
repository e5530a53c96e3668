#include "arguments.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <climits>

#include <boost/program_options.hpp>

#include <nianbao/sdk/text.hpp>

namespace nianbao::command {
namespace {

namespace po = boost::program_options;

Error usage_error(const std::string& where, std::string zh, std::string en) {
  return {ErrorKind::usage, "usage", {std::move(zh), std::move(en)}, where, {"用 --help 查看用法。", "See --help."}};
}

Error from_exception(const po::error& error) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    return usage_error(unknown->get_option_name(), "没有这个选项。", "There is no such option.");
  }
  if (const auto* named = dynamic_cast<const po::error_with_option_name*>(&error)) {
    const auto name = named->get_option_name();
    if (dynamic_cast<const po::multiple_occurrences*>(&error) != nullptr) {
      return usage_error(name, "这个选项只能给一次。", "This option can be given only once.");
    }
    return usage_error(name, "这个选项缺少值，或不该有值。", "This option lacks its value, or takes none.");
  }
  return usage_error("", std::string("参数有误：") + error.what(), std::string("Bad arguments: ") + error.what());
}

std::string long_name(const std::string& declared) { return declared.substr(0, declared.find(',')); }

std::string padded(std::string text, std::size_t width) {
  const auto used = display_width(text);
  text.append(width > used ? width - used : 1, ' ');
  return text;
}

}  // namespace

Arguments::Arguments(std::string usage, Message summary) : usage_(std::move(usage)), summary_(std::move(summary)) {}
Arguments::~Arguments() = default;

Arguments& Arguments::declare(const char* name, const char* placeholder, Message help, Kind kind) {
  declared_.push_back({name, placeholder, std::move(help), kind});
  return *this;
}

Arguments& Arguments::option(const char* name, const char* placeholder, Message help) {
  return declare(name, placeholder, std::move(help), Kind::option);
}

Arguments& Arguments::list(const char* name, const char* placeholder, Message help) {
  return declare(name, placeholder, std::move(help), Kind::list);
}

Arguments& Arguments::flag(const char* name, Message help) { return declare(name, "", std::move(help), Kind::flag); }

Arguments& Arguments::common() {
  list("bundle", "DIR", {"扩展包目录（可多次）", "a bundle's directory (several are possible)"});
  flag("no-native-plugins", {"不装入扩展包中的动态库，只用模板、规则包和程序插件",
                             "open no library of a bundle; templates, rule packs and programs are used"});
  option("lang", "zh|en", {"提示信息的语言", "language of the messages"});
  option("color", "auto|always|never", {"是否着色", "whether to use color"});
  flag("quiet,q", {"只显示错误", "show errors only"});
  flag("verbose,v", {"显示全部提示", "show everything"});
  return flag("help,h", {"显示本说明", "show this help"});
}

Arguments& Arguments::reading() {
  option("from", "FORMAT", {"原年报格式（不自动识别）", "format of the input, instead of recognising it"});
  option("from-container", "NAME", {"原文件类型（不自动识别）", "container of the input, instead of detecting it"});
  option("jurisdiction", "NAME|CODE", {"行政区划名称或代码", "jurisdiction, by name or GB/T 2260 code"});
  list("rules", "PACK", {"另外启用的规则包（可多次）", "a further rule pack (several are possible)"});
  option("year", "YEAR", {"年报年度（文中未写明时）", "year of the report, where the text does not say it"});
  option("part", "N", {"文件含多份年报时，取第N份", "of several reports in the file, the N-th"});
  return flag("strict", {"读取提示按错误处理", "treat warnings of the reading as errors"});
}

Result<void> Arguments::parse(const std::vector<std::string>& words, Console& console) {
  NIANBAO_CHECK(take(words));
  NIANBAO_CHECK(expect_values());
  return set_up(console);
}

Result<void> Arguments::take(const std::vector<std::string>& words) {
  po::options_description options;
  for (const auto& declared : declared_) {
    if (declared.kind == Kind::flag) {
      options.add_options()(declared.name.c_str(), "");
    } else if (declared.kind == Kind::list) {
      options.add_options()(declared.name.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    } else {
      options.add_options()(declared.name.c_str(), po::value<std::string>(), "");
    }
  }
  options.add_options()("input", po::value<std::vector<std::string>>(), "");
  po::positional_options_description positional;
  positional.add("input", -1);
  try {
    po::variables_map map;
    const auto style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(words).options(options).positional(positional).style(style).run(), map);
    for (const auto& [name, value] : map) {
      if (name == "input") {
        inputs_ = value.as<std::vector<std::string>>();
      } else if (const auto* text = boost::any_cast<std::string>(&value.value())) {
        values_[name] = {*text};
      } else if (const auto* texts = boost::any_cast<std::vector<std::string>>(&value.value())) {
        values_[name] = *texts;
      } else {
        values_[name] = {};
      }
    }
  } catch (const po::error& error) {
    return from_exception(error);
  }
  return {};
}

Result<void> Arguments::expect_values() const {
  for (const auto& declared : declared_) {
    const auto name = long_name(declared.name);
    const auto& given = values(name);
    if (declared.kind != Kind::flag && std::find(given.begin(), given.end(), "") != given.end()) {
      return usage_error("--" + name, "这个选项的值是空的。", "The value of this option is empty.");
    }
  }
  return {};
}

Result<void> Arguments::set_up(Console& console) const {
  if (has("quiet")) {
    console.verbosity = Verbosity::quiet;
  } else if (has("verbose")) {
    console.verbosity = Verbosity::verbose;
  }
  NIANBAO_TRY(const auto language, choice("lang", {"zh", "en"}, console.language == Language::zh ? 0 : 1));
  console.language = language == 0 ? Language::zh : Language::en;
  NIANBAO_TRY(const auto color, choice("color", {"auto", "always", "never"}, 0));
  console.color = color == 1 || (color == 0 && ::isatty(STDERR_FILENO) != 0);
  return {};
}

std::string Arguments::help(Language language) const {
  const bool zh = language == Language::zh;
  std::string text = (zh ? "用法：nianbao " : "Usage: nianbao ") + usage_ + "\n\n" + summary_.in(language) + "\n\n";
  for (const auto& declared : declared_) {
    const auto comma = declared.name.find(',');
    std::string names = comma == std::string::npos ? "    " : "-" + declared.name.substr(comma + 1) + ", ";
    names += "--" + long_name(declared.name) + (declared.placeholder.empty() ? "" : " " + declared.placeholder);
    text += "  " + padded(names, 34) + declared.help.in(language) + "\n";
  }
  return text;
}

std::string Arguments::value(const std::string& name) const {
  const auto it = values_.find(name);
  return it == values_.end() || it->second.empty() ? std::string{} : it->second.front();
}

const std::vector<std::string>& Arguments::values(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto it = values_.find(name);
  return it == values_.end() ? none : it->second;
}

Result<std::optional<int>> Arguments::number(const std::string& name, int low, int high) const {
  if (!has(name)) {
    return std::optional<int>{};
  }
  const auto text = value(name);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < low || number > high) {
    const auto range = std::to_string(low) + "–" + std::to_string(high);
    return usage_error("--" + name, "应为" + range + "的整数，现为“" + text + "”。",
                       "Expected a whole number " + range + ", got \"" + text + "\".");
  }
  return std::optional<int>{number};
}

Result<std::size_t> Arguments::choice(const std::string& name, const std::vector<std::string>& choices,
                                      std::size_t fallback) const {
  if (!has(name)) {
    return fallback;
  }
  const auto it = std::find(choices.begin(), choices.end(), value(name));
  if (it == choices.end()) {
    std::string all;
    for (const auto& one : choices) {
      all += (all.empty() ? "" : " | ") + one;
    }
    return usage_error("--" + name, "应为 " + all + "，现为“" + value(name) + "”。",
                       "Expected " + all + ", got \"" + value(name) + "\".");
  }
  return static_cast<std::size_t>(it - choices.begin());
}

Result<void> Arguments::expect_inputs(std::size_t low, std::size_t high) const {
  if (inputs_.size() < low) {
    return usage_error("", "缺少参数：nianbao " + usage_, "Something is missing: nianbao " + usage_);
  }
  if (std::find(inputs_.begin(), inputs_.end(), "") != inputs_.end()) {
    return usage_error("", "有一个文件名是空的。", "A file name is empty.");
  }
  if (inputs_.size() > high) {
    return usage_error(inputs_[high], "多余的参数。", "One argument too many.");
  }
  return {};
}

}  // namespace nianbao::command
