// The doc container: documents of Word 97 to 2003, and of WPS.
#include <algorithm>
#include <array>
#include <string>

#include <nianbao/sdk/plugin.hpp>

#include "file/bytes.hpp"
#include "reader.hpp"

namespace nianbao::doc {

namespace {

// Of a file as long as this, more may follow.
constexpr std::size_t kProbed = std::size_t{64} << 10U;
constexpr std::string_view kMagic("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

/// True where the directory of the compound file names this entry.
bool names(std::string_view head, std::string_view entry) {
  std::string wide;
  for (const char c : entry) {
    wide += {c, '\0'};
  }
  wide += {'\0', '\0'};
  return head.find(wide) != std::string_view::npos;
}

/// Most programs write their main stream first, in the sector behind the head.
std::uint32_t first_number(std::string_view head) { return u16(head, 512); }

class DocContainer final : public Container {
  /// Many programs' files are compound files. The directory tells which, but it may stand further back
  /// than what is looked at; then the beginning of the first stream tells, or it is probably Word's.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    if (!head.starts_with(kMagic)) {
      return Certainty::none;
    }
    constexpr std::uint32_t kWord = 0xA5EC;
    if (names(head, "WordDocument") || names(head, "EncryptedPackage") || first_number(head) == kWord) {
      return Certainty::certain;
    }
    constexpr std::array<std::string_view, 4> kOthers = {"Workbook", "Book", "PowerPoint Document", "MatOST"};
    constexpr std::uint32_t kSheet = 0x0809;
    const bool other = std::any_of(kOthers.begin(), kOthers.end(), [&](auto entry) { return names(head, entry); });
    const bool whole = head.size() < kProbed;
    return whole || other || first_number(head) == kSheet ? Certainty::none : Certainty::likely;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_doc(std::move(bytes), context);
  }
};

}  // namespace

}  // namespace nianbao::doc

NIANBAO_CONTAINER_PLUGIN(nianbao::doc::DocContainer, "doc", "0.1.0")
