// How a workbook of ours is laid out, by which it is read back.
#pragma once

#include <string_view>

namespace nianbao::xlsx::layout {

/// The sheet with all that is no table: a row for each block, its kind in column A, its text in B.
inline constexpr std::string_view kMainSheet = "正文";
inline constexpr std::string_view kKind = "类型";
inline constexpr std::string_view kText = "内容";
/// A row that stands for a table: the name of its sheet in B, its caption in C, its size (3x4) in D.
inline constexpr std::string_view kTable = "表格";
/// Goes on with the text of the row above: a cell holds no more than 32767 characters.
inline constexpr std::string_view kContinued = "续";
inline constexpr std::string_view kProperty = "属性";
inline constexpr std::string_view kLines = "原样文本";
inline constexpr std::string_view kImage = "图片";
inline constexpr std::string_view kHeading = "标题";       // followed by its level
inline constexpr std::string_view kBullet = "列表";        // followed by the depth; the next list ends in *
inline constexpr std::string_view kNumbered = "编号列表";  // the same

inline constexpr std::string_view kAuthor = "nianbao";
// Fills, as Excel writes colours: opaque.
inline constexpr std::string_view kHeadFill = "FFE7EDF5";
inline constexpr std::string_view kDraftFill = "FFFFF2CC";
inline constexpr std::string_view kMissingFill = "FFEDEDED";

}  // namespace nianbao::xlsx::layout
