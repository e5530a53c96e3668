// Each figure is said by a pattern, and the sentence is read again before it stands.
#include <nianbao/telling.hpp>

#include <algorithm>
#include <set>

#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

#include "prose/figure_wordings.hpp"

namespace nianbao {
namespace {

/// A paragraph with the figures it says, each as `concept{dims}=5`.
struct Paragraph {
  std::string text;
  std::vector<std::string> says;
  std::string lead;             // that its sentences begin with
  std::size_t in_sentence = 0;  // figures of its last sentence
};

constexpr std::string_view kComma = "，";
constexpr std::string_view kStop = "。";

std::string told(const ConceptKey& key, const std::optional<Decimal>& value, Status status) {
  return to_string(key) + "=" + (status == Status::stated_zero || !value ? "zero" : value->to_string());
}

/// One kind of applicants; none where the figure is that of all or of something else.
std::string_view kind_of_applicant(const ConceptKey& key) {
  const auto applicant = key.dims.get("applicant");
  return applicant == "total" ? std::string_view{} : applicant;
}

bool is_total(const ConceptKey& key) {
  constexpr std::string_view kTotal = ".total";
  return kind_of_applicant(key).empty() && (!key.dims.get("applicant").empty() || key.id.ends_with(kTotal));
}

class Teller {
 public:
  Teller(const Report& report, const RuleSet& rules, const Template& format)
      : report_(report), format_(format), reader_(*rules.patterns()), wordings_(rules.prose(), report.year) {}

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

  /// Totals first: what a figure is part of is said before it. Then one kind of applicants behind the other, and last
  /// what is counted up over the years.
  void list_facts() {
    std::vector<std::string_view> applicants;
    for (std::uint32_t i = 0; i < report_.facts.size(); ++i) {
      if (report_.facts[i].value) {
        left_.push_back(i);
        applicants.push_back(kind_of_applicant(report_.facts[i].key));
      }
    }
    std::stable_partition(left_.begin(), left_.end(), [&](std::uint32_t i) { return is_total(report_.facts[i].key); });
    const auto group_of = [&](std::uint32_t i) {
      const auto applicant = kind_of_applicant(report_.facts[i].key);
      const auto first = std::find(applicants.begin(), applicants.end(), applicant) - applicants.begin();
      return std::pair(!report_.facts[i].key.dims.get("span").empty(), applicant.empty() ? -1 : first);
    };
    std::stable_sort(left_.begin(), left_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return group_of(a) < group_of(b); });
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
    // A bundle's own concepts stand under its name: fujian.request.email.
    const auto own = concept_id.substr(std::min(concept_id.find('.'), concept_id.size() - 1) + 1);
    return std::any_of(section.tells.begin(), section.tells.end(), [&](std::string_view start) {
      return begins_with(concept_id, start) || begins_with(own, start);
    });
  }

  static bool begins_with(std::string_view concept_id, std::string_view start) {
    return concept_id.starts_with(start) && (concept_id.size() == start.size() || concept_id[start.size()] == '.');
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
    for (const auto& wording : wordings_.of(fact)) {
      paragraphs.emplace_back();
      for (std::size_t i = paragraphs.size() - 1; i > 0 && paragraphs.size() - i <= kMostTried + 1; --i) {
        if (goes_on(paragraphs[i - 1], wording, says, context)) {
          paragraphs.pop_back();
          return true;
        }
      }
      if (begins(paragraphs.back(), wording, says, context)) {
        return true;
      }
      paragraphs.pop_back();
    }
    return false;
  }

  /// In the sentence the paragraph ends with, or in one of its own.
  bool goes_on(Paragraph& paragraph, const prose::FigureWording& wording, const std::string& says,
               const SentenceContext& context) {
    constexpr std::size_t kMostInSentence = 8;
    if (paragraph.lead != wording.lead) {
      return false;
    }
    if (paragraph.in_sentence < kMostInSentence && !has_told(paragraph, says)) {
      Paragraph longer = paragraph;
      longer.text.resize(longer.text.size() - kStop.size());
      longer.text += std::string(kComma) + wording.clause + std::string(kStop);
      if (reads(longer, says, context)) {
        paragraph = std::move(longer);
        return true;
      }
    }
    return begins(paragraph, wording, says, context);
  }

  /// True if the last sentence tells the same with another value: a second one would be read as a part of it.
  static bool has_told(const Paragraph& paragraph, const std::string& says) {
    const auto key = says.substr(0, says.rfind('=') + 1);
    return std::any_of(paragraph.says.end() - static_cast<std::ptrdiff_t>(paragraph.in_sentence), paragraph.says.end(),
                       [&](const std::string& said) { return said.starts_with(key); });
  }

  bool begins(Paragraph& paragraph, const prose::FigureWording& wording, const std::string& says,
              const SentenceContext& context) {
    Paragraph longer = paragraph;
    longer.lead = wording.lead;
    longer.in_sentence = 0;
    longer.text += wording.lead + (wording.lead.empty() ? "" : std::string(kComma)) + wording.clause;
    longer.text += kStop;
    const bool right = reads(longer, says, context);
    if (right) {
      paragraph = std::move(longer);
    }
    return right;
  }

  /// True if the paragraph says what it said, and behind it the new figure.
  bool reads(Paragraph& longer, const std::string& says, const SentenceContext& context) {
    longer.says.push_back(says);
    ++longer.in_sentence;
    if (read(longer.text, false, SentenceContext(context)) != longer.says) {
      return false;
    }
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
          facts.push_back(told(key_of(match, folded), match.number ? std::optional(match.number->value) : std::nullopt,
                               match.status));
        } else if (match.kind == SentenceMatch::Kind::claim) {
          facts.emplace_back();
        }
      }
    }
    return facts;
  }

  /// What is said to be counted up over the years is so for its clause.
  [[nodiscard]] ConceptKey key_of(const SentenceMatch& fact, const Folded& folded) const {
    ConceptKey key = fact.key;
    for (const Span& clause : split_clauses(folded, {reading_.from, reading_.to})) {
      const auto within = [&](const SentenceMatch& match) {
        return clause.from <= match.from && match.from < clause.to;
      };
      const bool cumulative =
          within(fact) &&
          std::any_of(reading_.matches.begin(), reading_.matches.end(), [&](const SentenceMatch& match) {
            return match.kind == SentenceMatch::Kind::note && match.name == "span" && within(match);
          });
      if (cumulative) {
        key.dims.set("span", "cumulative");
      }
    }
    return key;
  }

  const Report& report_;
  const Template& format_;
  SentenceReader reader_;
  SentenceReading reading_;
  prose::FigureWordings wordings_;
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
