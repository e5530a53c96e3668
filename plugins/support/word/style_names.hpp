// Names of our own styles, by which a file we wrote is read back, and what else marks our files. The
// people who use Word see these names. Latin letters are lower case, as readers compare them.
#pragma once

#include <string_view>

namespace nianbao::word::names {

inline constexpr std::string_view kNote = "年报附注";
inline constexpr std::string_view kTable = "年报表";
inline constexpr std::string_view kTableText = "年报表格文字";
inline constexpr std::string_view kTableHead = "年报表头";
inline constexpr std::string_view kTableCaption = "年报表题";
inline constexpr std::string_view kLines = "年报原样文本";
inline constexpr std::string_view kImage = "年报图片";
inline constexpr std::string_view kNoCell = "年报无单元格";
inline constexpr std::string_view kDraftNotice = "年报草稿说明";

/// Author of the comments that carry draft marks.
inline constexpr std::string_view kAuthor = "nianbao";
/// Fill of cells that are not safe.
inline constexpr std::string_view kDraftFill = "FFF2CC";
/// Custom properties that are properties of the Document.
inline constexpr std::string_view kPropertyPrefix = "nianbao:";

}  // namespace nianbao::word::names
