// What a figure means: a concept and the dimensions that qualify it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// One dimension with its member: applicant=natural_person.
struct Dimension {
  std::string_view name;
  std::string_view member;
  friend bool operator==(const Dimension& a, const Dimension& b) noexcept {
    return a.name == b.name && a.member == b.member;
  }
  friend bool operator<(const Dimension& a, const Dimension& b) noexcept {
    return a.name != b.name ? a.name < b.name : a.member < b.member;
  }
};

/// The dimensions of one figure: sorted by name, each name once. Texts are views; whoever keeps a
/// Dims keeps its texts (a Report's arena, a Template).
class Dims {
 public:
  Dims() = default;
  Dims(std::initializer_list<Dimension> dims) {
    for (const auto& d : dims) {
      set(d.name, d.member);
    }
  }

  /// Sets or replaces a dimension.
  void set(std::string_view name, std::string_view member) {
    auto it = std::lower_bound(items_.begin(), items_.end(), name,
                               [](const Dimension& d, std::string_view n) { return d.name < n; });
    if (it != items_.end() && it->name == name) {
      it->member = member;
    } else {
      items_.insert(it, Dimension{name, member});
    }
  }
  void erase(std::string_view name) {
    items_.erase(std::remove_if(items_.begin(), items_.end(), [&](const Dimension& d) { return d.name == name; }),
                 items_.end());
  }
  /// The member, or an empty view if the dimension is absent.
  [[nodiscard]] std::string_view get(std::string_view name) const noexcept {
    for (const auto& d : items_) {
      if (d.name == name) {
        return d.member;
      }
    }
    return {};
  }
  [[nodiscard]] bool empty() const noexcept { return items_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return items_.size(); }
  [[nodiscard]] auto begin() const noexcept { return items_.begin(); }
  [[nodiscard]] auto end() const noexcept { return items_.end(); }

  friend bool operator==(const Dims& a, const Dims& b) { return a.items_ == b.items_; }
  friend bool operator!=(const Dims& a, const Dims& b) { return !(a == b); }
  friend bool operator<(const Dims& a, const Dims& b) { return a.items_ < b.items_; }

 private:
  std::vector<Dimension> items_;
};

/// A concept with dimensions: what a cell, a fact or a term of a relation is about.
struct ConceptKey {
  std::string_view id;  ///< such as request.received
  Dims dims;
  friend bool operator==(const ConceptKey& a, const ConceptKey& b) { return a.id == b.id && a.dims == b.dims; }
  friend bool operator!=(const ConceptKey& a, const ConceptKey& b) { return !(a == b); }
  friend bool operator<(const ConceptKey& a, const ConceptKey& b) {
    return a.id != b.id ? a.id < b.id : a.dims < b.dims;
  }
};

/// `request.received{applicant=total}`; dimensions in their order, none: the id alone.
[[nodiscard]] std::string to_string(const ConceptKey& key);

/// For unordered containers keyed by ConceptKey.
struct ConceptKeyHash {
  [[nodiscard]] std::size_t operator()(const ConceptKey& key) const noexcept;
};

}  // namespace nianbao
