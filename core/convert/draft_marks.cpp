// What of a draft is left in a file.
#include <nianbao/draft.hpp>

#include <algorithm>
#include <string>

#include "convert/draft_words.hpp"

namespace nianbao {
namespace {

/// The first characters of a text, to know it by.
std::string beginning(std::string_view text) {
  constexpr int kCharacters = 24;
  int count = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && ++count > kCharacters) {
      break;
    }
  }
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

/// Looks for marks in texts, the whole way down.
class MarkFinder {
 public:
  explicit MarkFinder(int year) : year_(year == 0 ? std::string() : std::to_string(year - 1) + "年") {}

  void look(const std::vector<Block>& blocks, const Place* at) {
    for (const auto& block : blocks) {
      const auto& place = at != nullptr ? *at : block.at;
      if (const auto* text = block.text()) {
        look(text->chars, place);
      } else if (const auto* list = block.as<List>()) {
        std::for_each(list->items.begin(), list->items.end(), [&](const auto& item) { look(item, &place); });
      } else if (const auto* table = block.as<Table>()) {
        look(*table, place);
      }
    }
  }

  void add(Message message, const Place& at) { marks_.push_back({std::move(message), at}); }
  [[nodiscard]] std::vector<DraftMark> finish() { return std::move(marks_); }

 private:
  void look(const Table& table, const Place& at) {
    const auto is_shaded = [](const Cell& cell) { return cell.shaded; };
    const auto first = std::find_if(table.cells.begin(), table.cells.end(), is_shaded);
    if (first != table.cells.end()) {
      const auto count = std::to_string(std::count_if(first, table.cells.end(), is_shaded));
      auto place = at;
      place.row = first->row;
      place.column = first->column;
      add({"从这里起有" + count + "个单元格仍有草稿底纹",
           "from here on, " + count + " cells still have a draft's shading"},
          place);
    }
    for (const auto& cell : table.cells) {
      auto place = at;
      place.row = cell.row;
      place.column = cell.column;
      look(cell.text.chars, place);
      look(cell.blocks, &place);
    }
  }

  void look(std::string_view text, const Place& at) {
    if (text.find(kLastYear) != std::string_view::npos) {
      add({"上年文字尚未改写：“" + beginning(text) + "”",
           "last year's text has not been rewritten: " + beginning(text)},
          at);
    } else if (!year_.empty() && text.find(year_) != std::string_view::npos) {
      add({"仍写着上年年度“" + year_ + "”：“" + beginning(text) + "”",
           "last year, " + year_ + ", is still written: " + beginning(text)},
          at);
    }
  }

  std::string year_;
  std::vector<DraftMark> marks_;
};

}  // namespace

std::vector<DraftMark> draft_marks(const Document& document, int year) {
  MarkFinder finder(year);
  for (const auto& property : document.properties) {
    if (property.name == kDraftNotice) {
      finder.add({"仍有草稿说明", "the draft's notice is still there"}, property.at);
    }
  }
  finder.look(document.blocks, nullptr);
  return finder.finish();
}

}  // namespace nianbao
