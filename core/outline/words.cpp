#include "outline/words.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "yaml/fields.hpp"

namespace nianbao {
namespace {

Words folded(const std::vector<std::string>& texts) {
  Words words;
  words.reserve(texts.size());
  for (const auto& text : texts) {
    words.emplace_back(fold(text).chars());
  }
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

/// A mapping of lists of words; a missing one is empty, which its reader allows.
class Group {
 public:
  Group(const yaml::Fields& parent, std::string_view key, const std::vector<std::string_view>& known,
        yaml::Faults& faults)
      : fields_(parent.has(key) ? *parent.find(key) : empty(), known, faults) {}

  [[nodiscard]] Words words(std::string_view key) const { return folded(fields_.texts(key)); }

 private:
  static const yaml::Node& empty() {
    static const yaml::Node node = [] {
      yaml::Node mapping;
      mapping.kind = yaml::Kind::mapping;
      return mapping;
    }();
    return node;
  }
  yaml::Fields fields_;
};

void read_names(const yaml::Fields& file, OutlineWords& words, yaml::Faults& faults) {
  const Group title(file, "title", {"ends", "joints", "not-in"}, faults);
  words.title_ends = title.words("ends");
  words.title_joints = title.words("joints");
  words.title_not_in = title.words("not-in");
  const Group issuer(file, "issuer", {"bodies", "areas", "zones", "parents"}, faults);
  words.bodies = issuer.words("bodies");
  words.areas = issuer.words("areas");
  words.zones = issuer.words("zones");
  words.parents = issuer.words("parents");
  const Group properties(file, "properties",
                         {"title", "issuer", "published", "index-number", "document-number", "other"}, faults);
  words.properties = {properties.words("title"),           properties.words("issuer"),
                      properties.words("published"),       properties.words("index-number"),
                      properties.words("document-number"), properties.words("other")};
}

void read_labels(const yaml::Fields& file, OutlineWords& words, yaml::Faults& faults) {
  const Group contact(file, "contact", {"address", "postcode", "phone", "fax", "email", "url"}, faults);
  words.contact = {contact.words("address"), contact.words("postcode"), contact.words("phone"),
                   contact.words("fax"),     contact.words("email"),    contact.words("url")};
  const Group signoff(file, "signoff", {"responsible", "reviewer", "preparer", "phone", "date", "other"}, faults);
  words.signoff = {signoff.words("responsible"), signoff.words("reviewer"), signoff.words("preparer"),
                   signoff.words("phone"),       signoff.words("date"),     signoff.words("other")};
}

void read_body(const yaml::Fields& file, OutlineWords& words, yaml::Faults& faults) {
  const Group furniture(file, "furniture", {"lines", "starts", "ends", "holds"}, faults);
  words.furniture_lines = furniture.words("lines");
  words.furniture_starts = furniture.words("starts");
  words.furniture_ends = furniture.words("ends");
  words.furniture_holds = furniture.words("holds");
  const Group headings(file, "headings", {"ends", "go-on", "never-start", "parts", "contents"}, faults);
  words.heading_ends = headings.words("ends");
  words.heading_goes_on = headings.words("go-on");
  words.heading_never_starts = headings.words("never-start");
  words.heading_parts = headings.words("parts");
  words.contents = headings.words("contents");
  words.attachment_starts = Group(file, "attachment", {"starts"}, faults).words("starts");
  words.period_leads = Group(file, "period", {"leads"}, faults).words("leads");
  const Group coverage(file, "coverage", {"leads", "area", "body"}, faults);
  words.coverage_leads = coverage.words("leads");
  words.coverage_area = coverage.words("area");
  words.coverage_body = coverage.words("body");
}

Error faulty(yaml::Faults& faults) {
  Error error;
  error.kind = ErrorKind::rules;
  error.code = "outline-rules-faulty";
  for (const auto& fault : faults.take()) {
    error.where = error.where.empty() ? fault.where() : error.where;
    error.message.zh += (error.message.zh.empty() ? "" : "\n") + fault.where() + "：" + fault.message.zh;
    error.message.en += (error.message.en.empty() ? "" : "\n") + fault.where() + ": " + fault.message.en;
  }
  error.hint = {"请改正该文件，或重新安装规则包national。",
                "Correct the file, or install the rule pack national again."};
  return error;
}

}  // namespace

Result<OutlineRules> OutlineRules::read(std::string_view yaml_text, std::string file) {
  yaml::Faults faults(std::move(file));
  const auto root = yaml::read(yaml_text, faults);
  auto words = std::make_shared<OutlineWords>();
  if (root != nullptr) {
    const yaml::Fields fields(*root,
                              {"title", "issuer", "properties", "contact", "signoff", "furniture", "headings",
                               "attachment", "period", "coverage"},
                              faults);
    read_names(fields, *words, faults);
    read_labels(fields, *words, faults);
    read_body(fields, *words, faults);
  }
  if (!faults.empty()) {
    return faulty(faults);
  }
  OutlineRules rules;
  rules.words_ = std::move(words);
  return rules;
}

Result<OutlineRules> OutlineRules::load(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    return Error{ErrorKind::rules,
                 "outline-rules-missing",
                 {"找不到提纲用词文件outline.yaml。", "The file of the outline's words, outline.yaml, is missing."},
                 file,
                 {"请重新安装规则包national。", "Install the rule pack national again."}};
  }
  std::ostringstream content;
  content << stream.rdbuf();
  return read(content.str(), file);
}

std::u32string_view starts_with_word(std::u32string_view text, const Words& words) noexcept {
  for (const auto& word : words) {
    if (text.starts_with(word)) {
      return text.substr(0, word.size());
    }
  }
  return {};
}

std::u32string_view ends_with_word(std::u32string_view text, const Words& words) noexcept {
  for (const auto& word : words) {
    if (text.ends_with(word)) {
      return text.substr(text.size() - word.size());
    }
  }
  return {};
}

bool contains_word(std::u32string_view text, const Words& words) noexcept {
  return std::any_of(words.begin(), words.end(),
                     [text](const auto& word) { return text.find(word) != std::u32string_view::npos; });
}

bool is_word(std::u32string_view text, const Words& words) noexcept {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace nianbao
