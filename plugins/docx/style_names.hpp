// Names of our own styles, by which a file we wrote is read back. Lower case, as readers compare them.
#pragma once

#include <string_view>

namespace nianbao::docx::names {

inline constexpr std::string_view kNote = "nianbao note";
inline constexpr std::string_view kTableHead = "nianbao table head";
inline constexpr std::string_view kTableCaption = "nianbao table caption";
inline constexpr std::string_view kLines = "nianbao lines";
inline constexpr std::string_view kImage = "nianbao image";
inline constexpr std::string_view kNoCell = "nianbao no cell";
inline constexpr std::string_view kDraftNotice = "nianbao draft notice";

/// Author of the comments that carry draft marks.
inline constexpr std::string_view kAuthor = "nianbao";
/// Fill of cells that are not safe.
inline constexpr std::string_view kDraftFill = "FFF2CC";
/// Custom properties that are properties of the Document.
inline constexpr std::string_view kPropertyPrefix = "nianbao:";

}  // namespace nianbao::docx::names
