// A total followed by the list of what it is made of: 2599条（其中机构职能25条，…，其他856条）.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao::prose_format {

struct ListedParts {
  Decimal sum;
  std::size_t from = 0;  ///< folded range of the list
  std::size_t to = 0;
};

/// The list of parts that begins at the folded index, right behind a total counted in `unit` (folded). None
/// unless it names three parts or more in that unit and says by a last one, 其他, that nothing is left out. The
/// words come as notes of patterns in the sentence: `list=begins` (其中), `list=nested` (包括: a part's own
/// parts), `list=rest` (其他).
[[nodiscard]] std::optional<ListedParts> listed_parts(const Folded& text, const SentenceReading& sentence,
                                                      std::size_t index, std::string_view unit);

}  // namespace nianbao::prose_format
