// What a passage has told so far, and the statements about it: shares, growth, sums.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <nianbao/sdk/report.hpp>

namespace nianbao::prose_format {

struct Said {
  ConceptKey key;  ///< empty for a stated sum
  std::optional<Decimal> value;
  std::vector<std::uint32_t> facts;  ///< one; or those a stated sum is of
  std::size_t from = 0;              ///< folded place in its passage
  std::size_t sentence = 0;
  int year = 0;  ///< that it is told of
};

/// The figures of one passage in their order.
class SaidFigures {
 public:
  void clear() { said_.clear(); }
  void add(Said said) { said_.push_back(std::move(said)); }

  /// True if the figure tells a part of one told before, of the same thing and year with another value:
  /// 全市收到52件，其中市本级收到12件. `part`: its sentence says so.
  [[nodiscard]] bool tells_part(const Said& said, bool part) const;
  /// Of what figure, and of what whole, a share or growth is told that stands at `from` in this sentence. False if
  /// there is none.
  [[nodiscard]] bool complete(Claim& claim, std::size_t sentence, std::size_t from) const;
  /// Those of which others are told as shares, that have a value.
  [[nodiscard]] std::vector<const Said*> wholes() const;
  /// The figures a stated sum is made of: those of the tables, else those said before. False if one is lacking.
  [[nodiscard]] bool complete_sum(Claim& claim, const std::vector<ConceptKey>& parts, const Report& report) const;

 private:
  [[nodiscard]] const Said* base_of(const Said& part, const Claim& share) const;

  std::vector<Said> said_;
};

}  // namespace nianbao::prose_format
