// Files of rule packs as they were read, and what is wrong in them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rule_store.hpp>

#include "rules/ast.hpp"
#include "yaml/node.hpp"

namespace nianbao {

/// A file of a pack. Immutable once read.
struct SourceFile {
  std::string pack;
  std::string path;
  std::string text;
  yaml::NodePtr root;              ///< null if the file is no YAML
  std::vector<std::size_t> lines;  ///< byte offsets of the lines

  /// The text of a line (from 1), without its end.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] RuleOrigin origin(yaml::Mark at) const;
};
using SourcePtr = std::shared_ptr<const SourceFile>;

/// Collects the faults of packs, up to a number beyond which nobody reads on.
class RuleFaults {
 public:
  static constexpr std::size_t kMost = 200;
  void add(const SourceFile& file, yaml::Mark at, std::string code, Message message, Message hint = {});
  /// An Error whose message names its places itself.
  void add_error(const Error& error);
  void append(std::vector<RuleFault> faults);
  /// Orders them by file and place.
  void sort();
  [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
  /// No more are taken: to word them would be work for nobody.
  [[nodiscard]] bool full() const noexcept { return faults_.size() >= kMost; }
  [[nodiscard]] const std::vector<RuleFault>& all() const noexcept { return faults_; }
  [[nodiscard]] std::vector<RuleFault> take() { return std::move(faults_); }

 private:
  /// True if the fault comes of one already told of this place: a value of the wrong kind, the same unknown name.
  [[nodiscard]] bool follows(const SourceFile& file, yaml::Mark at, std::string_view code) const;

  std::vector<RuleFault> faults_;
};

/// Reads a file of at most 1 MiB. Null and a fault if it cannot be read; faults of its YAML and of what its schema
/// says are told, too.
[[nodiscard]] SourcePtr read_source(const std::string& pack, const std::string& path, RuleFaults& faults);

/// Where a character of a scalar's value stands in the file: inside quotes, folded and literal blocks
/// too. The scalar's own place where that cannot be told.
[[nodiscard]] yaml::Mark mark_inside(const SourceFile& file, const yaml::Node& scalar, std::uint32_t character);

/// "Did you mean …?" for the closest known word, or an empty message.
[[nodiscard]] Message did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace nianbao
