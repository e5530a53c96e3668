#include "forms/note.hpp"

#include <algorithm>
#include <array>

namespace nianbao::forms {

bool is_note(const Rows& rows, const Row& row) {
  constexpr std::array<std::string_view, 7> kBeginnings{"注：", "注:", "备注", "说明：", "*", "＊", "（注"};
  const auto first = std::find_if(rows.tokens + row.first, rows.tokens + row.last,
                                  [](const Token& t) { return t.kind != TokenKind::blank; });
  return first != rows.tokens + row.last &&
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view word) { return first->text.substr(0, word.size()) == word; });
}

}  // namespace nianbao::forms
