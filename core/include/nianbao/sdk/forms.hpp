// Tables of figures in a Document: what families of tabular formats share.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::forms {

/// The key by which printed labels are compared: label_key() without punctuation, so that
/// `3. 危及“三安全一稳定”` and `危及三安全一稳定` are one. The folded text without punctuation where
/// numbering and brackets are all there is. Thread-safe.
[[nodiscard]] std::string match_key(std::string_view label);

}  // namespace nianbao::forms
