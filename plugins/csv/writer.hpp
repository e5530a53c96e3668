#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::csv {

/// RFC 4180 in UTF-8 with a byte order mark, as Excel wants it: a table's rows, a merged cell's text at its
/// first place; other texts in rows of their own, a blank row around tables.
[[nodiscard]] std::string write_csv(const Document& document);

}  // namespace nianbao::csv
