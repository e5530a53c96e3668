#include "annotate.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "ooxml/faults.hpp"
#include "ooxml/names.hpp"
#include "ooxml/package.hpp"
#include "ooxml/package_writer.hpp"
#include "reader.hpp"

namespace nianbao::docx {

namespace {

constexpr std::string_view kCommentsName = "word/comments.xml";
constexpr std::string_view kAuthor = "nianbao check";

struct Remark {
  std::uint32_t block = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::string text;
};

std::uint32_t take_number(std::string_view& line) {
  std::uint32_t number = 0;
  const auto* begin = line.data();
  const auto parsed = std::from_chars(begin, begin + line.size(), number);
  line.remove_prefix(std::min<std::size_t>(static_cast<std::size_t>(parsed.ptr - begin) + 1, line.size()));
  return number;
}

std::vector<Remark> parse(std::string_view lines) {
  std::vector<Remark> remarks;
  while (!lines.empty()) {
    auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    Remark remark;
    remark.block = take_number(line);
    remark.row = take_number(line);
    remark.column = take_number(line);
    remark.text = line;
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

Error cannot_annotate() {
  return {ErrorKind::input,
          "docx-not-annotated",
          {"不能在这个文件里加批注：它的写法与Word通常的不同。",
           "Comments cannot be put into this file: it is not written as Word writes."},
          "",
          {"请在Word中打开并另存后再试，或改用 --as docx 输出审核意见表。",
           "Open it in Word, save it and retry, or write a review form with --as docx."}};
}

/// The byte where the paragraph of a remark begins; none if it has no place in the text.
std::optional<std::uint64_t> place_of(const Remark& remark, const Document& document) {
  const auto begin = [](const Place& at) { return at.bytes ? std::optional(at.bytes->from) : std::nullopt; };
  if (remark.block == 0 || remark.block > document.blocks.size()) {
    return std::nullopt;
  }
  const auto& block = document.blocks[remark.block - 1];
  const auto* table = block.as<Table>();
  if (table == nullptr) {
    return begin(block.at);
  }
  const auto* cell = table->covering(std::max(remark.row, 1U), std::max(remark.column, 1U));
  if (cell != nullptr && cell->at.bytes) {
    return begin(cell->at);
  }
  return table->cells.empty() ? std::nullopt : begin(table->cells.front().at);
}

/// Behind the paragraph's start tag and properties; none where it is written otherwise than expected.
std::optional<std::size_t> inside_paragraph(std::string_view text, std::size_t start) {
  auto at = text.find('>', start);
  if (at == std::string_view::npos || !text.substr(start).starts_with("<w:p") || text[at - 1] == '/') {
    return std::nullopt;
  }
  ++at;
  if (text.substr(at).starts_with("<w:pPr/>")) {
    return at + std::string_view("<w:pPr/>").size();
  }
  if (text.substr(at).starts_with("<w:pPr")) {
    constexpr std::string_view kEnd = "</w:pPr>";
    const auto end = text.find(kEnd, at);
    return end == std::string_view::npos ? std::nullopt : std::optional(end + kEnd.size());
  }
  return at;
}

/// One above the highest id in use.
std::uint32_t free_id(std::string_view comments) {
  std::uint32_t next = 0;
  constexpr std::string_view kId = "w:id=\"";
  for (auto at = comments.find(kId); at != std::string_view::npos; at = comments.find(kId, at + 1)) {
    auto number = comments.substr(at + kId.size(), 10);
    next = std::max(next, std::min(take_number(number), 1000000U) + 1);
  }
  return next;
}

/// Puts text in front of the root's end tag; a root without content gets one. False if neither is there.
bool put_before_end(std::string& part, std::string_view end_tag, std::string_view text) {
  if (const auto at = part.rfind(end_tag); at != std::string::npos) {
    part.insert(at, text);
    return true;
  }
  constexpr std::string_view kEmpty = "/>";
  const auto at = part.rfind(kEmpty);
  if (at == std::string::npos || part.find_first_not_of(" \r\n\t", at + kEmpty.size()) != std::string::npos) {
    return false;
  }
  part.replace(at, std::string::npos, ">" + std::string(text) + std::string(end_tag));
  return true;
}

class Annotator {
 public:
  explicit Annotator(const ooxml::Package& package) : package_(package) {}

  Result<void> load() {
    NIANBAO_TRY(main_name_, package_.main_part());
    NIANBAO_TRY(main_, package_.bytes(main_name_));
    NIANBAO_TRY(const auto relationships, package_.relationships(main_name_));
    comments_name_ = std::string(relationships.part_of_type("comments"));
    new_part_ = comments_name_.empty();
    if (new_part_) {
      comments_name_ = kCommentsName;
      comments_ =
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:comments>";
    } else {
      NIANBAO_TRY(comments_, package_.bytes(comments_name_));
    }
    next_id_ = free_id(comments_);
    return {};
  }

  /// Comments at the places, from the last to the first so that places stay true.
  Result<void> add(const std::vector<Remark>& remarks, const Document& document) {
    std::multimap<std::size_t, const Remark*> placed;
    const auto first = main_.find("<w:p>") < main_.find("<w:p ") ? main_.find("<w:p>") : main_.find("<w:p ");
    for (const auto& remark : remarks) {
      auto at = inside_paragraph(main_, static_cast<std::size_t>(place_of(remark, document).value_or(first)));
      at = at ? at : inside_paragraph(main_, first);
      if (!at) {
        return cannot_annotate();
      }
      placed.emplace(*at, &remark);
    }
    std::string texts;
    for (auto it = placed.rbegin(); it != placed.rend(); ++it) {
      const auto id = "w:id=\"" + std::to_string(next_id_++) + "\"";
      main_.insert(it->first, "<w:commentRangeStart " + id + "/><w:commentRangeEnd " + id +
                                  "/><w:r><w:commentReference " + id + "/></w:r>");
      texts += "<w:comment " + id + " w:author=\"" + std::string(kAuthor) +
               "\" w:initials=\"NB\"><w:p><w:r><w:t xml:space=\"preserve\">" + ooxml::escaped(it->second->text) +
               "</w:t></w:r></w:p></w:comment>";
    }
    return put_before_end(comments_, "</w:comments>", texts) ? Result<void>() : cannot_annotate();
  }

  /// The parts that are changed.
  Result<std::vector<std::pair<std::string, std::string>>> finish() {
    std::vector<std::pair<std::string, std::string>> parts{{main_name_, main_}, {comments_name_, comments_}};
    if (!new_part_) {
      return parts;
    }
    const auto relationships_name = ooxml::relationships_part(main_name_);
    std::string relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    if (package_.has(relationships_name)) {
      NIANBAO_TRY(relationships, package_.bytes(relationships_name));
    }
    std::string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";
    if (package_.has("[Content_Types].xml")) {
      NIANBAO_TRY(types, package_.bytes("[Content_Types].xml"));
    }
    const bool listed =
        put_before_end(relationships, "</Relationships>",
                       "<Relationship Id=\"nianbaoComments\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                       "2006/relationships/comments\" Target=\"/word/comments.xml\"/>") &&
        put_before_end(types, "</Types>",
                       "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-"
                       "officedocument.wordprocessingml.comments+xml\"/>");
    if (!listed) {
      return cannot_annotate();
    }
    parts.emplace_back(relationships_name, std::move(relationships));
    parts.emplace_back("[Content_Types].xml", std::move(types));
    return parts;
  }

 private:
  const ooxml::Package& package_;
  std::string main_name_;
  std::string main_;
  std::string comments_name_;
  std::string comments_;
  bool new_part_ = false;
  std::uint32_t next_id_ = 0;
};

}  // namespace

Result<std::string> annotate(const std::string& package, const std::string& remarks, const Context& context) {
  NIANBAO_TRY(const auto opened, ooxml::Package::open(package, context.limits));
  NIANBAO_TRY(const auto document, read_docx_with_places(package, context));
  Annotator annotator(opened);
  NIANBAO_CHECK(annotator.load());
  NIANBAO_CHECK(annotator.add(parse(remarks), document));
  NIANBAO_TRY(const auto parts, annotator.finish());
  return ooxml::replace_parts(package, parts);
}

}  // namespace nianbao::docx
