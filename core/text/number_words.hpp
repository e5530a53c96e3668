// The small words around a number.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <nianbao/sdk/text.hpp>

namespace nianbao {

/// True for a digit that is a digit of a figure: not one that a sign like ① folds to.
[[nodiscard]] inline bool is_digit(const Folded& text, std::size_t index) noexcept {
  return index < text.size() && text.chars()[index] >= U'0' && text.chars()[index] <= U'9' && !text.is_numbering(index);
}

/// A word of a kind and the folded range it stands in.
struct QualifierWord {
  Qualifier qualifier = Qualifier::none;
  std::size_t from = 0;
  std::size_t to = 0;
};

/// 近, 约, 超过 … that starts at the index.
[[nodiscard]] std::optional<QualifierWord> qualifier_at(const Folded& text, std::size_t index) noexcept;
/// 近, 约, 超过 … that ends before the index; not as part of another word (附近, 预约).
[[nodiscard]] std::optional<QualifierWord> qualifier_before(const Folded& text, std::size_t index) noexcept;
/// 余, 多, 左右, 上下, 以上 that starts at the index.
[[nodiscard]] std::optional<QualifierWord> qualifier_after(const Folded& text, std::size_t index) noexcept;
/// 左右, 上下, 以上 behind a unit of at most three characters that starts at the index.
[[nodiscard]] Qualifier qualifier_behind_unit(const Folded& text, std::size_t index) noexcept;

}  // namespace nianbao
