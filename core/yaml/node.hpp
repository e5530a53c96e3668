// YAML read as data: scalars are texts, every node knows where it stands, and what a data file has no
// use for (tags, duplicate keys, several documents, nodes without end) is a fault.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/sdk/message.hpp>

namespace nianbao::yaml {

/// Line and column in characters, from 1.
struct Mark {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

enum class Kind { null, scalar, sequence, mapping };

class Node;
/// Nodes are immutable and shared: an alias is the node of its anchor.
using NodePtr = std::shared_ptr<const Node>;

/// One node of a YAML document.
class Node {
 public:
  struct Entry {
    std::string key;
    Mark at;
    NodePtr value;
  };

  Kind kind = Kind::null;
  Mark at;
  std::string text;            ///< of a scalar
  std::vector<NodePtr> items;  ///< of a sequence
  std::vector<Entry> entries;  ///< of a mapping, in the order of the file
  std::uint64_t weight = 1;    ///< nodes below and including this one, aliases followed

  /// The value under a key of a mapping; null if there is none.
  [[nodiscard]] const Node* find(std::string_view key) const noexcept;
  [[nodiscard]] bool is_scalar() const noexcept { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const noexcept { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const noexcept { return kind == Kind::mapping; }
};

/// Something wrong in a file, with its place in it.
struct Fault {
  std::string file;
  Mark at;
  Message message;

  /// file:line:column
  [[nodiscard]] std::string where() const;
};

/// Collects the faults of one file.
class Faults {
 public:
  explicit Faults(std::string file) : file_(std::move(file)) {}
  void add(Mark at, Message message) { faults_.push_back({file_, at, std::move(message)}); }
  [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] std::vector<Fault> take() { return std::move(faults_); }

 private:
  std::string file_;
  std::vector<Fault> faults_;
};

/// Reads one YAML document. Null if the text is no YAML at all; other faults leave a tree that can be
/// read on, so that all of them are told at once.
[[nodiscard]] NodePtr read(std::string_view text, Faults& faults);

/// The known name closest to a misspelt one, or an empty view if none is close.
[[nodiscard]] std::string_view closest(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace nianbao::yaml
