// The styles of the files we write: those of GB/T 9704-2012, or those of a reference document.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nianbao/sdk/result.hpp>

namespace nianbao::docx {

/// Ids of our own style sheet.
namespace style {
inline constexpr std::string_view kBody = "BodyText";
inline constexpr std::string_view kTitle = "Title";
inline constexpr std::string_view kSubtitle = "Subtitle";
inline constexpr std::string_view kCaption = "Caption";
inline constexpr std::string_view kNote = "NianbaoNote";
inline constexpr std::string_view kSignature = "Signature";
inline constexpr std::string_view kDate = "Date";
inline constexpr std::string_view kBullet = "ListBullet";
inline constexpr std::string_view kNumber = "ListNumber";
inline constexpr std::string_view kContinue = "ListContinue";
inline constexpr std::string_view kTable = "NianbaoTable";
inline constexpr std::string_view kTableText = "NianbaoTableText";
inline constexpr std::string_view kTableHead = "NianbaoTableHead";
inline constexpr std::string_view kTableCaption = "NianbaoTableCaption";
inline constexpr std::string_view kNoCell = "NianbaoNoCell";
inline constexpr std::string_view kLines = "NianbaoLines";
inline constexpr std::string_view kImage = "NianbaoImage";
inline constexpr std::string_view kDraftNotice = "NianbaoDraftNotice";
inline constexpr std::string_view kFooter = "Footer";
inline constexpr std::string_view kLink = "Hyperlink";
inline constexpr std::string_view kCommentText = "CommentText";
inline constexpr std::string_view kCommentReference = "CommentReference";
}  // namespace style

/// The id of our style of a heading: Heading1 to Heading9.
[[nodiscard]] std::string heading_style(int level);

/// A styles part, and by which ids it knows our styles.
class StyleSheet {
 public:
  /// Our own.
  StyleSheet();
  /// The styles of a reference document, by their names, with ours added where it has none.
  [[nodiscard]] static Result<StyleSheet> with(std::string reference_styles);

  /// The id to use for one of our ids.
  [[nodiscard]] std::string_view id(std::string_view ours) const;
  [[nodiscard]] const std::string& xml() const noexcept { return xml_; }

 private:
  std::string xml_;
  std::map<std::string, std::string, std::less<>> ids_;  // of ours that have another id in the reference
};

/// word/fontTable.xml: what stands in for a font that is not installed.
[[nodiscard]] std::string font_table();

}  // namespace nianbao::docx
