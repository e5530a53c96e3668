#include "prose/pattern_options.hpp"

#include <nianbao/sdk/sentences.hpp>

#include <algorithm>
#include <array>
#include <charconv>

#include "prose/pattern_grammar.hpp"
#include "rules/source.hpp"
#include "text/utf32.hpp"

namespace nianbao::prose {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end != 0) {
      parts.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// `name=rest`, or `name` alone.
struct Pair {
  std::string_view name;
  std::string_view rest;
};
Pair pair_of(std::string_view text) {
  const auto equals = text.find('=');
  return equals == std::string_view::npos ? Pair{text, {}} : Pair{text.substr(0, equals), text.substr(equals + 1)};
}

constexpr std::array<std::string_view, 13> kOptions{"take", "also", "by",     "sets",     "needs", "unless", "note",
                                                    "with", "each", "beside", "priority", "sign",  "says"};

class OptionReader {
 public:
  OptionReader(const ProsePattern& rule, PatternSet& set, WordTable& words, const Vocabulary& vocabulary,
               Pattern& pattern, std::vector<PatternFault>& faults)
      : rule_(rule), set_(set), words_(words), vocabulary_(vocabulary), pattern_(pattern), faults_(faults) {}

  void run() {
    copy_fields();
    for (option_ = 0; option_ < rule_.options.size(); ++option_) {
      read(rule_.options[option_].first, rule_.options[option_].second);
    }
  }

 private:
  void copy_fields() {
    if (!rule_.key.id.empty()) {
      pattern_.key = stored(rule_.key);
    }
    pattern_.unit = set_.arena.store(rule_.unit);
    pattern_.status = rule_.status;
    pattern_.claim = rule_.claim;
    pattern_.years = rule_.years;
    if (!rule_.context.empty()) {
      pattern_.sections = 0;
      for (const SectionKind kind : rule_.context) {
        pattern_.sections |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
      }
    }
  }

  void read(std::string_view name, std::string_view value) {
    if (name == "take") {
      take(value);
    } else if (name == "also") {
      pattern_.also = key(value);
    } else if (name == "by") {
      pattern_.by = value_of(value);
    } else if (name == "sets") {
      sets(value);
    } else if (name == "needs") {
      conditions(value, pattern_.needs);
    } else if (name == "unless") {
      conditions(value, pattern_.unless);
    } else if (name == "note") {
      const auto [note, text] = pair_of(value);
      pattern_.note = set_.arena.store(note);
      pattern_.note_value = set_.arena.store(text);
    } else if (name == "with") {
      pattern_.with_figures = value == "figures";
      if (!pattern_.with_figures) {
        fault({"选项 with 只能是 figures", "Option with is figures"});
      }
    } else if (name == "sign") {
      pattern_.minus = value == "minus";
      if (!pattern_.minus) {
        fault({"选项 sign 只能是 minus", "Option sign is minus"});
      }
    } else if (name == "each" || name == "beside") {
      (name == "each" ? pattern_.each : pattern_.beside) = yes(name, value);
    } else if (name == "priority") {
      priority(value);
    } else if (name == "says") {
      says(value);
    } else if (name.substr(0, 4) == "key.") {
      pattern_.member_keys.push_back(
          {set_.arena.store(name.substr(4)), value == "none" ? std::nullopt : std::optional(key(value))});
    } else {
      fault({"没有选项“" + std::string(name) + "”", "There is no option \"" + std::string(name) + "\""},
            did_you_mean(name, {kOptions.begin(), kOptions.end()}));
    }
  }

  /// Words in which figures are told: whether this pattern reads them is seen where they are.
  void says(std::string_view value) {
    if (!parse_pattern(to_utf32(value)).ok) {
      fault({"选项 says 不是有效的句式", "Option says is no pattern"});
    }
  }

  bool yes(std::string_view name, std::string_view value) {
    if (value != "yes" && value != "no") {
      fault({"选项“" + std::string(name) + "”只能是 yes 或 no", "Option " + std::string(name) + " is yes or no"});
    }
    return value == "yes";
  }

  /// `channel=request-channel route`: the dimension channel from the class request-channel, route from
  /// the class or the context's value of that name.
  void take(std::string_view text) {
    for (const auto part : split(text, ' ')) {
      const auto [dimension, source] = pair_of(part);
      TakenDimension taken;
      taken.dimension = set_.arena.store(dimension);
      taken.from = set_.arena.store(source.empty() ? dimension : source);
      taken.class_id = words_.class_of(taken.from);
      taken.value = value_of(taken.from);
      pattern_.taken.push_back(taken);
    }
  }

  /// `about=request route=@case`: to a text, or to the member of a class of the pattern.
  void sets(std::string_view text) {
    for (const auto part : split(text, ' ')) {
      const auto [name, to] = pair_of(part);
      Setting setting;
      setting.value = value_of(name);
      if (!to.empty() && to.front() == '@') {
        setting.class_id = words_.class_of(to.substr(1));
        if (setting.class_id == kNoIndex) {
          fault({"没有名为“" + std::string(to.substr(1)) + "”的词表",
                 "There is no list of words called \"" + std::string(to.substr(1)) + "\""},
                did_you_mean(to.substr(1), words_.list_names()));
        }
      } else {
        setting.to = set_.arena.store(to);
      }
      pattern_.sets.push_back(setting);
    }
  }

  /// `about=request|dispute route`: one of these texts, or any.
  void conditions(std::string_view text, std::vector<Condition>& into) {
    for (const auto part : split(text, ' ')) {
      const auto [name, values] = pair_of(part);
      Condition condition;
      condition.value = value_of(name);
      for (const auto value : split(values, '|')) {
        condition.any_of.push_back(set_.arena.store(value));
      }
      into.push_back(std::move(condition));
    }
  }

  std::uint32_t value_of(std::string_view name) {
    const auto found = std::find(set_.values.begin(), set_.values.end(), name);
    if (found != set_.values.end()) {
      return static_cast<std::uint32_t>(found - set_.values.begin());
    }
    if (set_.values.size() == SentenceContext::kMostValues) {
      fault({"上下文的名称太多（最多 16 个）", "There are too many names in the context (16 at most)"});
      return 0;
    }
    set_.values.push_back(set_.arena.store(name));
    return static_cast<std::uint32_t>(set_.values.size() - 1);
  }

  /// `request.received{applicant=total}`
  ConceptKey key(std::string_view text) {
    ConceptKey result;
    const auto brace = std::min(text.find('{'), text.size());
    result.id = set_.arena.store(text.substr(0, brace));
    auto dims = text.substr(brace);
    const bool closed = dims.empty() || (dims.size() > 1 && dims.back() == '}');
    if (dims.size() > 1 && closed) {
      dims = dims.substr(1, dims.size() - 2);
      for (const auto part : split(dims, ',')) {
        const auto [name, member] = pair_of(part);
        result.dims.set(set_.arena.store(name), set_.arena.store(member));
      }
    }
    if (!closed || vocabulary_.concept_info(result.id) == nullptr) {
      fault({"没有指标“" + std::string(text) + "”", "There is no concept \"" + std::string(text) + "\""});
    }
    return result;
  }

  ConceptKey stored(const ConceptKey& from) {
    ConceptKey result;
    result.id = set_.arena.store(from.id);
    for (const auto& dimension : from.dims) {
      result.dims.set(set_.arena.store(dimension.name), set_.arena.store(dimension.member));
    }
    return result;
  }

  void priority(std::string_view value) {
    const auto* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, pattern_.priority);
    if (read.ec != std::errc() || read.ptr != end) {
      fault({"选项 priority 应为整数", "Option priority must be a whole number"});
    }
  }

  void fault(Message message, Message hint = {}) {
    faults_.push_back({0, std::move(message), std::move(hint), option_});
  }

  const ProsePattern& rule_;
  PatternSet& set_;
  WordTable& words_;
  const Vocabulary& vocabulary_;
  Pattern& pattern_;
  std::vector<PatternFault>& faults_;
  std::size_t option_ = 0;  // the one being read
};

}  // namespace

void read_options(const ProsePattern& rule, PatternSet& set, WordTable& words, const Vocabulary& vocabulary,
                  Pattern& pattern, std::vector<PatternFault>& faults) {
  OptionReader(rule, set, words, vocabulary, pattern, faults).run();
}

}  // namespace nianbao::prose
