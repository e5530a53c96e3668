#include "reader.hpp"

#include <algorithm>

#include <nianbao/sdk/encoding.hpp>

#include "blocks/blanks.hpp"
#include "blocks/blocks.hpp"
#include "blocks/drawn_table.hpp"
#include "blocks/metadata.hpp"
#include "document/own_document.hpp"
#include "front_matter.hpp"
#include "html/html_blocks.hpp"
#include "inline_markup.hpp"
#include "lists.hpp"

namespace nianbao::markdown {

namespace {

using blocks::Line;
using blocks::LineKind;

// A longer line above --- is a paragraph with a rule below it, not a heading.
constexpr std::uint32_t kLongestUnderlined = 60;

Error too_deep(const Line& line, const Limits& limits) {
  const auto number = std::to_string(line.number);
  const auto limit = std::to_string(limits.nesting);
  return {ErrorKind::input,
          "markdown-nesting",
          {"第" + number + "行的列表或引用嵌套过深，超过上限" + limit + "层。",
           "Lists or quotations on line " + number + " nest too deeply: more than the limit of " + limit + "."},
          "",
          {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

int count_tags(std::string_view text, std::string_view tag) {
  int count = 0;
  for (auto at = html::find_word(text, tag); at != std::string_view::npos; at = html::find_word(text, tag)) {
    text.remove_prefix(at + tag.size());
    ++count;
  }
  return count;
}

/// The parser's time grows with the markers and blanks before a line's text times the lines.
Result<void> check_nesting(const std::vector<Line>& lines, const Limits& limits) {
  for (const auto& line : lines) {
    const auto text = line.raw.find_first_not_of(" \t>-+*0123456789.)");
    const auto prefix = std::min(text, line.raw.size());
    if (prefix > limits.nesting) {
      return too_deep(line, limits);
    }
  }
  return {};
}

/// The markdown's blocks in turn; what cmark does not know as a list, a quotation, code or HTML goes to
/// the reader of plain lines, which sees more in them: tables without a rule, bold beside Chinese
/// punctuation, paragraphs cut by pages.
class Reader {
 public:
  Reader(std::vector<Line> lines, const blocks::Source& source, const Limits& limits, Document& document)
      : lines_(std::move(lines)),
        source_(source),
        limits_(limits),
        document_(document),
        wrapping_(blocks::measure(lines_)) {
    for (const auto& table : blocks::find_drawn_tables(lines_)) {
      drawn_.push_back(table.region);
    }
  }

  Result<void> run(std::size_t first) {
    next_ = first;
    if (first >= lines_.size()) {
      return {};
    }
    // Empty lines for those taken already, so that cmark's numbers are the file's.
    std::string text(first, '\n');
    text += source_.text.substr(source_.offset(lines_[first].raw));
    const auto tree = parse(text);
    for (auto* node = cmark_node_first_child(tree.get()); node != nullptr; node = cmark_node_next(node)) {
      NIANBAO_CHECK(take(node));
    }
    return flush(lines_.size());
  }

 private:
  Result<void> take(cmark_node* node) {
    const std::size_t from = first_line(node) - 1;
    auto to = end_of(node, from);
    if (from < next_ || is_lines(node, from)) {
      return {};
    }
    if (is_paragraph_above_rule(node, from, to)) {
      NIANBAO_CHECK(flush(to - 1));
      next_ = to;
      return {};
    }
    NIANBAO_CHECK(flush(from));
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
      to = end_of_html(from, to);
      NIANBAO_CHECK(append_html_lines(from, to));
    } else {
      append_node(node);
    }
    next_ = to;
    return {};
  }

  /// After the node's last line that is not blank. cmark's last line is wrong for HTML blocks.
  [[nodiscard]] std::size_t end_of(cmark_node* node, std::size_t from) const {
    std::size_t end = last_line(node);
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
      auto* next = cmark_node_next(node);
      end = next == nullptr ? lines_.size() : first_line(next) - 1;
    }
    end = std::clamp(end, from + 1, lines_.size());
    while (end > from + 1 && lines_[end - 1].body.empty()) {
      --end;
    }
    return end;
  }

  /// Left to the reader of lines.
  [[nodiscard]] bool is_lines(cmark_node* node, std::size_t from) const {
    const auto inside = [&](const blocks::Region& table) { return table.from <= from && from < table.to; };
    if (std::any_of(drawn_.begin(), drawn_.end(), inside)) {
      return true;
    }
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        return !is_image(node);
      case CMARK_NODE_HEADING:
        return lines_[from].kind == LineKind::heading;
      case CMARK_NODE_CODE_BLOCK:
        return !lines_[from].body.starts_with("```") && !lines_[from].body.starts_with("~~~");
      case CMARK_NODE_LIST:
        return lines_[from].kind == LineKind::page_number || lines_[from].kind == LineKind::figures ||
               (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST && cmark_node_get_list_start(node) != 1);
      default:
        return false;
    }
  }

  static bool is_image(cmark_node* paragraph) {
    auto* only = cmark_node_first_child(paragraph);
    return only != nullptr && cmark_node_get_type(only) == CMARK_NODE_IMAGE && cmark_node_next(only) == nullptr;
  }

  void append_node(cmark_node* node) {
    auto& arena = document_.arena();
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_LIST:
        document_.blocks.push_back(make_list(node, source_, arena));
        break;
      case CMARK_NODE_CODE_BLOCK:
        document_.blocks.push_back(make_code(node, arena));
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        append_quotation(node);
        break;
      case CMARK_NODE_HEADING:
        append_underlined(node);
        break;
      case CMARK_NODE_PARAGRAPH:
        append_image(cmark_node_first_child(node));
        break;
      default:
        break;
    }
  }

  void append_quotation(cmark_node* node) {
    std::vector<Block> inner;
    append_inner_blocks(node, source_, document_.arena(), inner);
    const auto* text = inner.size() == 1 ? inner.front().text() : nullptr;
    const auto prefix = std::string(own::kDraftNotice) + "：";
    if (text != nullptr && text->chars.starts_with(prefix)) {
      document_.properties.push_back({own::kDraftNotice, text->chars.substr(prefix.size()), {}});
      return;
    }
    std::move(inner.begin(), inner.end(), std::back_inserter(document_.blocks));
  }

  /// A heading of cmark's that is prose with a rule right below it.
  [[nodiscard]] bool is_paragraph_above_rule(cmark_node* node, std::size_t from, std::size_t to) const {
    return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
           (to - from > 2 || lines_[from].edge > kLongestUnderlined || lines_[from].kind == LineKind::prose);
  }

  void append_underlined(cmark_node* node) {
    Block block;
    block.at.line = first_line(node);
    block.body = Heading{cmark_node_get_heading_level(node), make_text(plain_text(node), source_, document_.arena())};
    document_.blocks.push_back(std::move(block));
  }

  void append_image(cmark_node* image) {
    Block block;
    block.at.line = first_line(cmark_node_parent(image));
    const char* url = cmark_node_get_url(image);
    block.body = Image{document_.arena().store(url == nullptr ? "" : url), document_.arena().store(plain_text(image))};
    document_.blocks.push_back(std::move(block));
  }

  /// An HTML block ends at a blank line; a table in it goes on to its end tag.
  [[nodiscard]] std::size_t end_of_html(std::size_t from, std::size_t to) const {
    int open = 0;
    for (auto i = from; i < lines_.size(); ++i) {
      open += count_tags(lines_[i].raw, "<table") - count_tags(lines_[i].raw, "</table");
      if (i + 1 >= to && open <= 0) {
        return i + 1;
      }
    }
    return to;
  }

  Result<void> append_html_lines(std::size_t from, std::size_t to) {
    const auto start = source_.offset(lines_[from].raw);
    const auto end = source_.offset(lines_[to - 1].raw) + lines_[to - 1].raw.size();
    const html::Piece piece{source_.text.substr(start, end - start), source_, lines_[from].number};
    return html::append_html(piece, limits_, document_.arena(), document_.blocks);
  }

  /// Gives the lines not taken by then to the reader of lines.
  Result<void> flush(std::size_t to) {
    if (next_ >= to) {
      return {};
    }
    const std::vector<Line> part(lines_.begin() + static_cast<std::ptrdiff_t>(next_),
                                 lines_.begin() + static_cast<std::ptrdiff_t>(to));
    next_ = to;
    return blocks::append_blocks(part, source_, wrapping_, limits_, document_.arena(), document_.blocks);
  }

  std::vector<Line> lines_;
  const blocks::Source& source_;
  const Limits& limits_;
  Document& document_;
  blocks::Wrapping wrapping_;
  std::vector<blocks::Region> drawn_;  ///< its dashes are no rules between paragraphs
  std::size_t next_ = 0;               // first line not taken
};

}  // namespace

Result<Document> read_markdown(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(auto decoded, decode_text(std::move(bytes), context.diagnostics));
  document.input.encoding = decoded.encoding;
  const blocks::Source source{document.arena().hold(std::move(decoded.text)), decoded.map,
                              [](std::string_view part) { return plain_text(part); }};
  NIANBAO_CHECK(blocks::check_amount(source.text, context.limits));
  auto lines = blocks::split_lines(source.text);
  NIANBAO_CHECK(check_nesting(lines, context.limits));
  auto first = take_front_matter(lines, source, document);
  if (first == 0) {
    first = blocks::take_properties(lines, source, document);
  }
  NIANBAO_CHECK(Reader(std::move(lines), source, context.limits, document).run(first));
  if (document.blocks.empty() && document.properties.empty()) {
    return Error{ErrorKind::input,
                 "input-empty",
                 {"文件里只有空白，没有内容。", "The file holds nothing but blanks."},
                 "",
                 {"请检查文件是否保存完整。", "Check that the file was saved completely."}};
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao::markdown
