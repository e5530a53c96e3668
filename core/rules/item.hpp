// An item of a rule pack: keys and values, some of them perhaps overridden by another pack.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nianbao/rules.hpp>

#include "rules/compile.hpp"
#include "rules/source.hpp"

namespace nianbao {

/// A text with its place.
struct Word {
  std::string text;
  yaml::Mark at;
  const SourceFile* file = nullptr;
};

/// Reads the keys of a mapping, each as what it should be. What is of another kind or missing was told when the file
/// was checked against its schema, and is read as if it were absent.
class Item {
 public:
  Item(const yaml::Node& node, const SourceFile& file);

  /// Takes over every key of the other item but those that name it.
  void override_with(const Item& other);

  /// Takes the other's value of a key that it has not itself.
  void inherit(std::string_view key, const Item& from);

  /// The faults go here; must be set before keys are read.
  void report_to(RuleFaults& faults) noexcept { faults_ = &faults; }

  [[nodiscard]] bool has(std::string_view key) const { return field(key) != nullptr; }
  [[nodiscard]] std::string text(std::string_view key);
  /// A scalar is a list of one.
  [[nodiscard]] std::vector<Word> words(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  /// {zh: …, en: …}, or one text for both.
  [[nodiscard]] Message message(std::string_view key);
  [[nodiscard]] YearRange years(std::string_view key);
  [[nodiscard]] std::optional<Decimal> decimal(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);
  /// The entries of a mapping of texts.
  [[nodiscard]] std::vector<std::pair<Word, Word>> pairs(std::string_view key);
  /// A mapping as an item of its own.
  [[nodiscard]] std::optional<Item> mapping(std::string_view key);
  /// The value as it is; null if the key is absent.
  [[nodiscard]] const yaml::Node* node(std::string_view key);
  /// Null if the key is absent or its expression is faulty.
  [[nodiscard]] std::shared_ptr<const Expression> expression(std::string_view key, Yields yields, bool concept_allowed,
                                                             const ExpressionCompiler& compiler);

  /// One of a list of names; `otherwise` if the key is absent or wrong.
  template <typename Value, std::size_t size>
  [[nodiscard]] Value choice(std::string_view key, const std::array<std::pair<std::string_view, Value>, size>& names,
                             Value otherwise) {
    const auto value = text(key);
    std::vector<std::string_view> known;
    for (const auto& [name, meaning] : names) {
      if (name == value) {
        return meaning;
      }
      known.push_back(name);
    }
    if (!value.empty()) {
      unknown_choice(key, value, known);
    }
    return otherwise;
  }

  /// A fault at the key's value, or at the item where it is absent.
  void fault(std::string_view key, std::string code, Message message, Message hint = {});
  /// A fault at a character of the key's text, from 0.
  void fault_inside(std::string_view key, std::uint32_t character, std::string code, Message message,
                    Message hint = {});
  /// A fault at a word of one of the values.
  void fault_at(const Word& word, std::string code, Message message, Message hint = {});
  /// A fault for each key that nothing has asked for: it does not go with the others, or no reader knows what its
  /// schema allows.
  void refuse_unknown_keys();

  [[nodiscard]] const SourceFile& file() const noexcept { return *file_; }
  [[nodiscard]] yaml::Mark at() const noexcept { return at_; }
  [[nodiscard]] RuleOrigin origin() const { return file_->origin(at_); }
  [[nodiscard]] RuleOrigin origin_of(std::string_view key) const;

 private:
  struct Field {
    std::string key;
    yaml::Mark key_at;
    const yaml::Node* value;
    const SourceFile* file;
    bool used = false;
  };

  [[nodiscard]] const Field* field(std::string_view key) const;
  Field* use(std::string_view key);
  /// A mapping of a pack may have thousands of keys, each of which is asked for.
  void index_fields();
  /// Indices of the fields with this key: several where it is repeated.
  [[nodiscard]] std::vector<std::size_t> places_of(std::string_view key) const;
  void unknown_choice(std::string_view key, const std::string& value, const std::vector<std::string_view>& known);

  const SourceFile* file_;
  yaml::Mark at_;
  std::vector<Field> fields_;
  std::unordered_multimap<std::string, std::size_t> index_;  // key → its fields
  std::vector<std::string> asked_;
  RuleFaults* faults_ = nullptr;
};

/// The keys of a whole file.
[[nodiscard]] Item whole_file(const SourceFile& file, RuleFaults& faults);

}  // namespace nianbao
