#include "plugin/abi_facts.hpp"

#include <algorithm>
#include <nianbao/sdk/plugin.hpp>

namespace nianbao::plugin {
namespace {

#define NIANBAO_STRING_(x) #x
#define NIANBAO_STRING(x) NIANBAO_STRING_(x)

constexpr std::string_view kOwnMarker = NIANBAO_STRING(NIANBAO_ABI_MARKER);
constexpr std::string_view kPrefix = "nianbao_abi";
constexpr std::string_view kSeparator = "__";

struct FactWords {
  std::string_view name;
  const char* zh;
  const char* en;
};
constexpr FactWords kWords[] = {
    {"library", "标准库", "standard library"},       {"release", "标准库版本", "its release"},
    {"string", "字符串ABI", "string ABI"},           {"debug", "调试版标准库", "debug mode of the standard library"},
    {"pointer", "指针字节数", "bytes of a pointer"}, {"sanitizer", "内存检查工具", "sanitizer"},
};

constexpr FactWords kValueWords[] = {
    {"", "未标明", "not stated"},
    {"yes", "是", "yes"},
    {"no", "否", "no"},
    {"none", "无", "none"},
};

/// The words for a name or value; itself if it needs none.
template <typename Words>
Message words_of(const Words& all, std::string_view name) {
  for (const auto& words : all) {
    if (words.name == name) {
      return {words.zh, words.en};
    }
  }
  return {std::string(name), std::string(name)};
}

}  // namespace

const AbiFacts& AbiFacts::own() {
  static const AbiFacts own = of_symbol(kOwnMarker).value();
  return own;
}

std::optional<AbiFacts> AbiFacts::of_symbol(std::string_view symbol) {
  if (symbol.substr(0, kPrefix.size()) != kPrefix) {
    return std::nullopt;
  }
  AbiFacts facts;
  for (auto rest = symbol.substr(kPrefix.size()); !rest.empty();) {
    if (rest.substr(0, kSeparator.size()) != kSeparator) {
      return std::nullopt;
    }
    rest.remove_prefix(kSeparator.size());
    const auto item = rest.substr(0, rest.find(kSeparator));
    const auto split = item.find('_');
    if (split == std::string_view::npos) {
      return std::nullopt;
    }
    facts.facts_.emplace_back(item.substr(0, split), item.substr(split + 1));
    rest.remove_prefix(item.size());
  }
  return facts.get("api").empty() ? std::nullopt : std::optional(facts);
}

std::string_view AbiFacts::get(std::string_view fact) const noexcept {
  for (const auto& [name, value] : facts_) {
    if (name == fact) {
      return value;
    }
  }
  return {};
}

std::vector<std::string> AbiFacts::names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : facts_) {
    if (name != "api") {
      names.push_back(name);
    }
  }
  return names;
}

std::vector<std::string> AbiFacts::differences(const AbiFacts& other) const {
  auto all = names();
  for (auto& name : other.names()) {
    if (std::find(all.begin(), all.end(), name) == all.end()) {
      all.push_back(std::move(name));
    }
  }
  const auto equal = [&](const std::string& name) { return get(name) == other.get(name); };
  all.erase(std::remove_if(all.begin(), all.end(), equal), all.end());
  return all;
}

Message AbiFacts::words(const std::vector<std::string>& facts) const {
  Message message;
  for (const auto& name : facts) {
    const auto words = words_of(kWords, name);
    const auto value = words_of(kValueWords, get(name));
    message.zh += (message.zh.empty() ? "" : "，") + words.zh + "：" + value.zh;
    message.en += (message.en.empty() ? "" : ", ") + words.en + ": " + value.en;
  }
  return message;
}

}  // namespace nianbao::plugin
