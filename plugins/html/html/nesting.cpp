#include "html/nesting.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace nianbao::html {

namespace {

constexpr std::uint32_t kMostAttributes = 256;
constexpr std::uint32_t kMostTags = 1000000;

// Void elements, and those whose start or end tags HTML supplies: any number of them may stand open
// in a file without nesting.
constexpr std::array<std::string_view, 51> kNotNesting = {
    "a",     "area",  "base",  "body",  "br",  "button", "caption", "col",   "colgroup", "dd",     "dt",
    "embed", "form",  "frame", "h1",    "h2",  "h3",     "h4",      "h5",    "h6",       "head",   "hr",
    "html",  "img",   "input", "link",  "li",  "meta",   "nobr",    "o:p",   "optgroup", "option", "p",
    "param", "rb",    "rp",    "rt",    "rtc", "select", "source",  "tbody", "td",       "tfoot",  "th",
    "thead", "title", "tr",    "track", "wbr", "image",  "keygen"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool ends_name(char c) { return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::uint32_t attributes = 0;
  std::size_t end = 0;  // after its >
};

/// Reads the tag whose < stands at the offset. Quotes hide a >.
Tag read_tag(std::string_view html, std::size_t offset) {
  Tag tag;
  auto i = offset + 1;
  tag.closing = html[i] == '/';
  i += static_cast<std::size_t>(tag.closing);
  for (; i < html.size() && !ends_name(html[i]); ++i) {
    tag.name.push_back(html[i] >= 'A' && html[i] <= 'Z' ? static_cast<char>(html[i] - 'A' + 'a') : html[i]);
  }
  bool between = true;
  for (; i < html.size() && html[i] != '>'; ++i) {
    const char c = html[i];
    const bool blank = ends_name(c);
    tag.attributes += static_cast<std::uint32_t>(between && !blank);
    between = blank;
    if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      const auto close = html.find(c, i + 1);
      i = close == std::string_view::npos ? html.size() - 1 : close;
    }
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

// The parser opens these again in every block that follows while their end tag is missing.
constexpr std::array<std::string_view, 12> kFormatting = {"b", "big",   "code",   "em",     "font", "i",
                                                          "s", "small", "strike", "strong", "tt",   "u"};
// Copies of them that no page needs and that cost no time.
constexpr std::uint64_t kMostCopies = 1000000;

/// Open elements by name: an end tag closes only what is open.
class OpenElements {
 public:
  void see(const Tag& tag) {
    const bool formatting = std::find(kFormatting.begin(), kFormatting.end(), tag.name) != kFormatting.end();
    if (formatting) {
      formatting_ = tag.closing ? formatting_ - std::min(formatting_, 1U) : formatting_ + 1;
    } else if (!tag.closing) {
      copies_ += formatting_;
    }
    const bool foreign = foreign_ > 0 || tag.name == "svg" || tag.name == "math";
    if (!foreign && std::find(kNotNesting.begin(), kNotNesting.end(), tag.name) != kNotNesting.end()) {
      return;
    }
    auto& open = open_[tag.name];
    if (tag.closing && open == 0) {
      return;
    }
    const int change = tag.closing ? -1 : 1;
    open += change;
    depth_ += change;
    foreign_ += tag.name == "svg" || tag.name == "math" ? change : 0;
  }
  [[nodiscard]] bool exceed(const Limits& limits) const noexcept {
    return depth_ > static_cast<int>(limits.nesting) || copies_ > kMostCopies;
  }

 private:
  std::unordered_map<std::string, int> open_;
  int depth_ = 0;
  int foreign_ = 0;
  std::uint32_t formatting_ = 0;
  std::uint64_t copies_ = 0;
};

std::size_t skip_to(std::string_view html, std::string_view end, std::size_t from) {
  const auto found = html.find(end, from);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

/// After the end tag of an element whose content is no markup.
std::size_t skip_raw_text(std::string_view html, std::string_view name, std::size_t from) {
  for (auto i = html.find("</", from); i != std::string_view::npos; i = html.find("</", i + 2)) {
    const auto tag = html.substr(i + 2, name.size());
    const bool same = tag.size() == name.size() && std::equal(tag.begin(), tag.end(), name.begin(), [](char a, char b) {
                        return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
                      });
    if (same) {
      return skip_to(html, ">", i);
    }
  }
  return html.size();
}

Error refused(std::string code, Message message, std::string_view html, std::size_t offset) {
  const auto line =
      std::to_string(1 + std::count(html.begin(), html.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  return {ErrorKind::input,
          std::move(code),
          {"网页第" + line + "行：" + message.zh, "Line " + line + " of the page: " + message.en},
          "",
          {"请只保存年报正文部分，或另存为纯文本。", "Save the report's text alone, or save it as plain text."}};
}

Error too_deep(std::string_view html, std::size_t offset, const Limits& limits) {
  const auto limit = std::to_string(limits.nesting);
  return refused("html-nesting",
                 {"标签嵌套过深，超过上限" + limit + "层。",
                  "the elements nest too deeply, more than the limit of " + limit + "."},
                 html, offset);
}

Error too_many_tags(std::string_view html, std::size_t offset) {
  const auto limit = std::to_string(kMostTags);
  return refused("html-tags",
                 {"标签过多，超过上限" + limit + "个。", "there are more tags than the limit of " + limit + "."}, html,
                 offset);
}

Error too_many_attributes(std::string_view html, std::size_t offset) {
  const auto limit = std::to_string(kMostAttributes);
  return refused(
      "html-attributes",
      {"一个标签的属性超过上限" + limit + "个。", "a tag has more attributes than the limit of " + limit + "."}, html,
      offset);
}

}  // namespace

Result<void> check_nesting(std::string_view html, const Limits& limits) {
  OpenElements open;
  std::uint32_t tags = 0;
  for (auto i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
    if (html.substr(i).starts_with("<!--")) {
      i = skip_to(html, "-->", i + 4);
      continue;
    }
    const auto next = i + 1 < html.size() && html[i + 1] == '/' ? i + 2 : i + 1;
    if (next >= html.size() || !is_letter(html[next])) {
      ++i;
      continue;
    }
    if (++tags > kMostTags) {
      return too_many_tags(html, i);
    }
    const auto tag = read_tag(html, i);
    if (tag.attributes > kMostAttributes) {
      return too_many_attributes(html, i);
    }
    open.see(tag);
    if (open.exceed(limits)) {
      return too_deep(html, i, limits);
    }
    const bool raw = !tag.closing && (tag.name == "script" || tag.name == "style" || tag.name == "xmp");
    i = raw ? skip_raw_text(html, tag.name, tag.end) : tag.end;
    if (raw) {
      open.see(Tag{tag.name, true, 0, 0});
    }
  }
  return {};
}

}  // namespace nianbao::html
