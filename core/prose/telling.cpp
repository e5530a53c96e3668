// Each figure is said by a pattern, and the sentence is read again before it stands.
#include <nianbao/telling.hpp>

#include <algorithm>
#include <set>

#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

#include "prose/pattern_grammar.hpp"
#include "prose/pattern_wording.hpp"
#include "text/utf32.hpp"

namespace nianbao {
namespace {

/// A paragraph with the figures it says, each as `concept{dims}=5`.
struct Paragraph {
  std::string text;
  std::vector<std::string> says;
};

std::string told(const ConceptKey& key, const std::optional<Decimal>& value, Status status) {
  return to_string(key) + "=" + (status == Status::stated_zero || !value ? "zero" : value->to_string());
}

bool is_total(const ConceptKey& key) {
  constexpr std::string_view kTotal = ".total";
  return key.dims.get("applicant") == "total" || key.id.ends_with(kTotal);
}

/// What the option `name` of a pattern is; empty if it has none.
std::string_view option(const ProsePattern& pattern, std::string_view name) {
  const auto found =
      std::find_if(pattern.options.begin(), pattern.options.end(), [&](const auto& one) { return one.first == name; });
  return found == pattern.options.end() ? std::string_view{} : std::string_view(found->second);
}

class Teller {
 public:
  Teller(const Report& report, const RuleSet& rules, const Template& format)
      : report_(report), rules_(rules), format_(format), reader_(*rules.patterns()) {
    for (const ProsePattern& pattern : rules.prose().patterns) {
      parsed_.push_back(prose::parse_pattern(to_utf32(pattern.pattern)));
    }
  }

  Telling run() {
    list_facts();
    Telling telling;
    telling.text = title() + "\n";
    for (const TemplateSection& section : format_.sections) {
      const auto paragraphs = section_of(section);
      if (!paragraphs.empty()) {
        telling.text += "\n" + std::string(section.number) + "、" + std::string(section.heading) + "\n";
      }
      for (const Paragraph& paragraph : paragraphs) {
        telling.text += paragraph.text + "\n";
      }
    }
    telling.untold = std::move(left_);
    std::sort(telling.untold.begin(), telling.untold.end());
    return telling;
  }

 private:
  [[nodiscard]] std::string title() const {
    std::string text(format_.report_title);
    const auto put = [&](std::string_view name, const std::string& value) {
      if (const auto at = text.find(name); at != std::string::npos) {
        text.replace(at, name.size(), value);
      }
    };
    put("{issuer}", std::string(report_.issuer));
    put("{year}", std::to_string(report_.year));
    return text;
  }

  /// Totals first: what a figure is part of is said before it.
  void list_facts() {
    for (std::uint32_t i = 0; i < report_.facts.size(); ++i) {
      if (report_.facts[i].value) {
        left_.push_back(i);
      }
    }
    std::stable_partition(left_.begin(), left_.end(), [&](std::uint32_t i) { return is_total(report_.facts[i].key); });
  }

  std::vector<Paragraph> section_of(const TemplateSection& section) {
    SentenceContext context;
    context.section = section.kind;
    context.year = report_.year;
    read(std::string(section.heading), true, context);
    std::vector<Paragraph> paragraphs;
    std::vector<std::uint32_t> left;
    for (const auto fact : left_) {
      if (!tells(section, report_.facts[fact].key.id) || !tell(report_.facts[fact], context, paragraphs)) {
        left.push_back(fact);
      }
    }
    left_ = std::move(left);
    return paragraphs;
  }

  static bool tells(const TemplateSection& section, std::string_view concept_id) {
    return std::any_of(section.tells.begin(), section.tells.end(), [&](std::string_view start) {
      return concept_id.starts_with(start) && (concept_id.size() == start.size() || concept_id[start.size()] == '.');
    });
  }

  /// A figure needs what its paragraph speaks of: it goes on with one of the last, or begins one.
  bool tell(const Fact& fact, const SentenceContext& context, std::vector<Paragraph>& paragraphs) {
    constexpr std::size_t kMostTried = 3;
    if (fact.reading == Reading::suspect || fact.qualifier != Qualifier::none || fact.year) {
      return false;
    }
    const auto says = told(fact.key, fact.value, fact.status);
    if (said_.count(says) != 0) {
      return true;  // once is enough for a table and its text
    }
    for (const auto& sentence : sentences_for(fact)) {
      paragraphs.emplace_back();
      for (std::size_t i = paragraphs.size() - 1; i > 0 && paragraphs.size() - i <= kMostTried + 1; --i) {
        if (goes_on(paragraphs[i - 1], sentence, says, context)) {
          paragraphs.pop_back();
          return true;
        }
      }
      if (goes_on(paragraphs.back(), sentence, says, context)) {
        return true;
      }
      paragraphs.pop_back();
    }
    return false;
  }

  bool goes_on(Paragraph& paragraph, const std::string& sentence, const std::string& says,
               const SentenceContext& context) {
    Paragraph longer = paragraph;
    longer.text += sentence;
    longer.says.push_back(says);
    if (read(longer.text, false, SentenceContext(context)) != longer.says) {
      return false;
    }
    paragraph = std::move(longer);
    said_.insert(says);
    return true;
  }

  /// What the patterns read; a statement about figures beside them spoils it.
  std::vector<std::string> read(const std::string& text, bool heading, SentenceContext&& context) {
    return read(text, heading, context);
  }
  std::vector<std::string> read(const std::string& text, bool heading, SentenceContext& context) {
    std::vector<std::string> facts;
    const Folded folded = fold(text);
    reader_.start(folded, heading);
    while (reader_.next(context, reading_)) {
      for (const SentenceMatch& match : reading_.matches) {
        if (match.kind == SentenceMatch::Kind::fact) {
          facts.push_back(
              told(match.key, match.number ? std::optional(match.number->value) : std::nullopt, match.status));
        } else if (match.kind == SentenceMatch::Kind::claim) {
          facts.emplace_back();
        }
      }
    }
    return facts;
  }

  std::vector<std::string> sentences_for(const Fact& fact) const {
    std::vector<std::string> sentences;
    const ProseRules& book = rules_.prose();
    for (std::size_t i = 0; i < book.patterns.size(); ++i) {
      const ProsePattern& pattern = book.patterns[i];
      prose::SaidFigure figure;
      if (!parsed_[i].ok || !pattern.years.contains(report_.year) || !may_say(pattern, fact, figure.members)) {
        continue;
      }
      figure.value = pattern.status ? std::string{} : fact.value->to_string();
      figure.unit = fact.unit;
      if (const auto wording = prose::plain_wording(parsed_[i].pattern, book, figure)) {
        sentences.push_back(*wording + "。");
        for (const Dimension& dimension : fact.key.dims) {
          const auto word = prose::first_word(book, dimension.name, dimension.member);
          if (!word.empty()) {
            sentences.push_back(std::string(word) + *wording + "。");
          }
        }
      }
    }
    return sentences;
  }

  /// True if the pattern may lead to the figure's key; `members` are those it is to name.
  static bool may_say(const ProsePattern& pattern, const Fact& fact, std::vector<std::string_view>& members) {
    constexpr std::string_view kKey = "key.";
    if (pattern.claim || (pattern.status && *pattern.status != fact.status)) {
      return false;
    }
    const bool takes = !option(pattern, "take").empty();
    const std::string key = to_string(fact.key);
    bool leads = takes ? pattern.key.id == fact.key.id : pattern.key == fact.key;
    for (const Dimension& dimension : fact.key.dims) {
      members.push_back(dimension.member);
    }
    for (const auto& [name, value] : pattern.options) {
      if (name.starts_with(kKey) && (value == key || (takes && value == fact.key.id))) {
        members.push_back(std::string_view(name).substr(kKey.size()));
        leads = true;
      }
    }
    return leads;
  }

  const Report& report_;
  const RuleSet& rules_;
  const Template& format_;
  SentenceReader reader_;
  SentenceReading reading_;
  std::vector<prose::ParsedPattern> parsed_;
  std::vector<std::uint32_t> left_;
  std::set<std::string> said_;
};

}  // namespace

Telling tell_figures(const Report& report, const RuleSet& rules, const Template& format) {
  if (rules.patterns() == nullptr) {
    return {};
  }
  return Teller(report, rules, format).run();
}

}  // namespace nianbao
