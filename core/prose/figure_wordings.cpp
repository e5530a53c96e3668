#include "prose/figure_wordings.hpp"

#include <algorithm>

#include "prose/pattern_grammar.hpp"
#include "prose/pattern_wording.hpp"
#include "text/utf32.hpp"

namespace nianbao::prose {
namespace {

constexpr std::string_view kMinus = "-";

/// What the option `name` of a pattern is; empty if it has none.
std::string_view option(const ProsePattern& pattern, std::string_view name) {
  const auto found =
      std::find_if(pattern.options.begin(), pattern.options.end(), [&](const auto& one) { return one.first == name; });
  return found == pattern.options.end() ? std::string_view{} : std::string_view(found->second);
}

bool has_word(std::string_view words, const std::string& word) {
  return (" " + std::string(words) + " ").find(" " + word + " ") != std::string::npos;
}

/// The key as patterns know it: that it is counted up over the years is said beside it.
ConceptKey without_span(const ConceptKey& key) {
  ConceptKey plain;
  plain.id = key.id;
  for (const Dimension& dimension : key.dims) {
    if (dimension.name != "span") {
      plain.dims.set(dimension.name, dimension.member);
    }
  }
  return plain;
}

/// True if the pattern may lead to the key; `members` are those it is to name.
bool leads_to(const ProsePattern& pattern, const ConceptKey& wanted, std::vector<std::string_view>& members) {
  constexpr std::string_view kKey = "key.";
  const bool takes = !option(pattern, "take").empty();
  const std::string key = to_string(wanted);
  bool leads = takes ? pattern.key.id == wanted.id : pattern.key == wanted;
  for (const Dimension& dimension : wanted.dims) {
    members.push_back(dimension.member);
  }
  for (const auto& [name, value] : pattern.options) {
    if (name.starts_with(kKey) && (value == key || (takes && value == wanted.id))) {
      members.push_back(std::string_view(name).substr(kKey.size()));
      leads = true;
    }
  }
  return leads;
}

/// The figure as the pattern prints it; none if the pattern cannot say such a one.
std::optional<std::string> printed(const ProsePattern& pattern, const Fact& fact) {
  if (pattern.claim || (pattern.status && *pattern.status != fact.status)) {
    return std::nullopt;
  }
  std::string value = fact.value->to_string();
  const bool negative = value.starts_with(kMinus);
  if (negative != (option(pattern, "sign") == "minus")) {
    return std::nullopt;
  }
  return pattern.status ? std::string{} : value.substr(negative ? kMinus.size() : 0);
}

ast::Alternatives parsed(std::string_view text) {
  auto result = text.empty() ? ParsedPattern{} : parse_pattern(to_utf32(text));
  return result.ok ? std::move(result.pattern) : ast::Alternatives{};
}

}  // namespace

FigureWordings::FigureWordings(const ProseRules& book, int year) : book_(book), year_(year) {
  for (const ProsePattern& pattern : book.patterns) {
    parsed_.push_back(parsed(pattern.pattern));
    says_.push_back(parsed(option(pattern, "says")));
  }
}

std::vector<FigureWording> FigureWordings::of(const Fact& fact) const {
  std::vector<FigureWording> wordings;
  const ConceptKey key = without_span(fact.key);
  const std::string span = fact.key.dims.get("span").empty() ? std::string{} : words_of_span();
  for (std::size_t i = 0; i < book_.patterns.size(); ++i) {
    const ProsePattern& pattern = book_.patterns[i];
    SaidFigure figure;
    if (parsed_[i].empty() || !pattern.years.contains(year_) || !leads_to(pattern, key, figure.members)) {
      continue;
    }
    const auto value = printed(pattern, fact);
    figure.value = value.value_or("");
    figure.unit = fact.unit;
    const auto lead = lead_for(pattern, key);
    if (!value || !lead) {
      continue;
    }
    const auto add = [&](const ast::Alternatives& words, bool as_told) {
      const auto wording = words.empty() ? std::nullopt : plain_wording(words, book_, figure);
      if (!wording) {
        return;
      }
      const auto rank = as_told           ? FigureWording::Rank::as_told
                        : wording->gapped ? FigureWording::Rank::gapped
                                          : FigureWording::Rank::whole;
      wordings.push_back({*lead, span + wording->text, rank});
      for (const Dimension& dimension : key.dims) {
        const auto word = first_word(book_, dimension.name, dimension.member);
        if (!word.empty()) {
          wordings.push_back({*lead, span + std::string(word) + wording->text, rank});
        }
      }
    };
    add(says_[i], true);
    add(parsed_[i], false);
  }
  std::stable_sort(wordings.begin(), wordings.end(),
                   [](const FigureWording& a, const FigureWording& b) { return a.rank < b.rank; });
  return wordings;
}

/// Where a pattern takes a dimension from what its sentence has spoken of, the words that speak of it; none if there
/// are no such words.
std::optional<std::string> FigureWordings::lead_for(const ProsePattern& pattern, const ConceptKey& key) const {
  constexpr std::string_view kOfSentence = "sentence-";
  for (const Dimension& dimension : key.dims) {
    const std::string taken =
        std::string(dimension.name) + "=" + std::string(kOfSentence) + std::string(dimension.name);
    if (has_word(option(pattern, "take"), taken)) {
      auto words = words_that_set(std::string_view(taken).substr(dimension.name.size() + 1), dimension.member);
      return words.empty() ? std::nullopt : std::optional(std::move(words));
    }
  }
  return std::string{};
}

std::string FigureWordings::words_that_set(std::string_view value, std::string_view member) const {
  for (std::size_t i = 0; i < book_.patterns.size(); ++i) {
    const auto sets = option(book_.patterns[i], "sets");
    if (sets.find(std::string(value) + "=@") == std::string_view::npos || parsed_[i].empty()) {
      continue;
    }
    SaidFigure said;
    said.members.push_back(member);
    if (auto wording = plain_wording(parsed_[i], book_, said)) {
      return std::move(wording->text);
    }
  }
  return {};
}

std::string FigureWordings::words_of_span() const {
  for (std::size_t i = 0; i < book_.patterns.size(); ++i) {
    if (option(book_.patterns[i], "note") != "span" || parsed_[i].empty()) {
      continue;
    }
    if (auto wording = plain_wording(parsed_[i], book_, SaidFigure{})) {
      return std::move(wording->text);
    }
  }
  return {};
}

}  // namespace nianbao::prose
