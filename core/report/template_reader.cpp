// A template file, field by field.
#include <algorithm>
#include <charconv>

#include "report/template_spec.hpp"
#include "yaml/fields.hpp"

namespace nianbao::template_yaml {
namespace {

std::optional<std::int16_t> year(std::string_view text) {
  std::int16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1900 || value > 2999) {
    return std::nullopt;
  }
  return value;
}

std::optional<SectionKind> read_kind(const std::string& name, yaml::Mark at, yaml::Faults& faults) {
  const auto kind = section_kind(name);
  if (!kind && !name.empty()) {
    faults.add(at, {"没有“" + name + "”这种章节。", "There is no kind of section \"" + name + "\"."});
  }
  return kind;
}

void read_part(const yaml::Fields& fields, PartSpec& part, yaml::Faults& faults) {
  const auto kind = fields.required("kind");
  part.kind = read_kind(kind, fields.at(), faults).value_or(SectionKind::overview);
  part.number = fields.text("number");
  part.heading = fields.text("heading");
  for (const auto& taken : fields.texts("takes")) {
    if (const auto taken_kind = read_kind(taken, fields.find("takes")->at, faults)) {
      part.takes.push_back(*taken_kind);
    }
  }
}

SectionSpec read_section(const yaml::Node& node, yaml::Faults& faults) {
  const yaml::Fields fields(node, {"kind", "number", "heading", "forms", "attachment", "takes", "tells", "parts"},
                            faults);
  SectionSpec section;
  read_part(fields, section, faults);
  section.forms = fields.texts("forms");
  section.attachment = fields.flag("attachment", false);
  section.tells = fields.texts("tells");
  if (const auto* parts = fields.find("parts")) {
    for (const auto& item : parts->items) {
      read_part({*item, {"kind", "number", "heading", "takes"}, faults}, section.parts.emplace_back(), faults);
    }
  }
  return section;
}

void read_signoff(const yaml::Node& node, FormSpec& form, yaml::Faults& faults) {
  static const std::vector<std::string_view> kFields{"responsible", "reviewer", "preparer", "phone", "date"};
  form.signoff.clear();
  for (const auto& item : node.items) {
    const yaml::Fields fields(*item, {"field", "label"}, faults);
    const auto field = fields.required("field");
    if (!field.empty() && std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
      faults.add(item->at, {"落款没有“" + field + "”这一项。", "The sign-off has no field \"" + field + "\"."});
    }
    form.signoff.emplace_back(field, fields.required("label"));
  }
}

BlockSpec read_block(const yaml::Node& node, yaml::Faults& faults) {
  const yaml::Fields fields(node, {"heading", "corner", "columns", "rows"}, faults);
  BlockSpec block;
  block.at = node.at;
  block.heading = fields.text("heading");
  block.corner = fields.text("corner");
  for (const bool columns : {true, false}) {
    const auto* lines = fields.find(columns ? "columns" : "rows");
    if (lines == nullptr) {
      faults.add(node.at, {std::string("这张表没有") + (columns ? "“columns”。" : "“rows”。"),
                           std::string("The table has no ") + (columns ? "\"columns\"." : "\"rows\".")});
      continue;
    }
    (columns ? block.columns : block.rows) = read_lines(*lines, columns, faults);
  }
  return block;
}

void read_form(const yaml::Node& node, FormSpec& form, bool derived, yaml::Faults& faults) {
  const yaml::Fields fields(node, {"id", "remove", "title", "caption", "lead", "notes", "signoff", "blocks", "changes"},
                            faults);
  form.at = node.at;
  if (fields.has("title")) {
    form.title = fields.message("title");
  }
  if (fields.has("caption")) {
    form.caption = fields.text("caption");
  }
  if (fields.has("lead")) {
    form.lead = fields.texts("lead");
  }
  if (fields.has("notes")) {
    form.notes = fields.texts("notes");
  }
  if (const auto* signoff = fields.find("signoff")) {
    read_signoff(*signoff, form, faults);
  }
  if (const auto* blocks = fields.find("blocks")) {
    form.blocks.clear();
    for (const auto& block : blocks->items) {
      form.blocks.push_back(read_block(*block, faults));
    }
  }
  if (const auto* changes = fields.find("changes")) {
    apply_changes(*changes, form, faults);
  }
  if (form.blocks.empty()) {
    faults.add(node.at, {"表“" + form.id + "”没有内容，请写“blocks”" + (derived ? "或“changes”。" : "。"),
                         "Form \"" + form.id + "\" is empty; write \"blocks\"" + (derived ? " or \"changes\"." : ".")});
  }
}

void read_forms(const yaml::Node& list, TemplateSpec& spec, bool derived, yaml::Faults& faults) {
  std::vector<std::string> seen;
  for (const auto& item : list.items) {
    const auto* id_node = item->find("id");
    const std::string id = id_node != nullptr ? id_node->text : std::string();
    if (id.empty()) {
      faults.add(item->at, {"这张表没有“id”。", "The form has no \"id\"."});
      continue;
    }
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) {
      faults.add(id_node->at, {"表“" + id + "”写了两次。", "Form \"" + id + "\" stands twice."});
      continue;
    }
    seen.push_back(id);
    auto form = std::find_if(spec.forms.begin(), spec.forms.end(), [&](const FormSpec& f) { return f.id == id; });
    if (const auto* remove = item->find("remove"); remove != nullptr && remove->text == "true") {
      if (form == spec.forms.end()) {
        faults.add(item->at,
                   {"上级格式没有表“" + id + "”，无从删除。", "The base has no form \"" + id + "\" to remove."});
      } else {
        spec.forms.erase(form);
      }
      continue;
    }
    if (form == spec.forms.end()) {
      form = spec.forms.insert(spec.forms.end(), FormSpec{});
      form->id = id;
    }
    read_form(*item, *form, derived, faults);
  }
}

}  // namespace

YearRange read_years(const yaml::Fields& fields, std::string_view key, yaml::Faults& faults) {
  const auto text = fields.text(key);
  YearRange range;
  if (text.empty()) {
    return range;
  }
  const auto dots = text.find("..");
  const std::string_view from(text.data(), dots == std::string::npos ? text.size() : dots);
  const std::string_view to = dots == std::string::npos ? from : std::string_view(text).substr(dots + 2);
  const auto first = from.empty() ? std::optional<std::int16_t>(0) : year(from);
  const auto last = to.empty() ? std::optional<std::int16_t>(0) : year(to);
  if (!first || !last || (from.empty() && to.empty()) || (*last != 0 && *first > *last)) {
    faults.add(fields.find(key)->at, {"年份范围“" + text + "”写法有误，应为2014..2018、2021..或..2018。",
                                      "\"" + text + "\" is no range of years; write 2014..2018, 2021.. or ..2018."});
    return range;
  }
  return {*first, *last};
}

TemplateSpec read_template(const yaml::Node& root, const TemplateSpec* base, yaml::Faults& faults) {
  const yaml::Fields fields(
      root,
      {"id", "title", "family", "in-force", "basis", "report-title", "extends", "applies-to", "sections", "forms"},
      faults);
  TemplateSpec spec = base != nullptr ? *base : TemplateSpec{};
  spec.id = fields.required("id");
  spec.title = fields.message("title");
  spec.extends = fields.text("extends");
  spec.basis = fields.text("basis");
  if (base == nullptr || fields.has("report-title")) {
    spec.report_title = fields.text("report-title");
  }
  spec.in_force = read_years(fields, "in-force", faults);
  if (spec.title.empty()) {
    faults.add(root.at, {"缺少“title”。", "\"title\" is missing."});
  }
  if (base == nullptr || fields.has("family")) {
    spec.family = fields.required("family");
  }
  if (const auto* applies = fields.find("applies-to")) {
    const yaml::Fields where(*applies, {"jurisdictions", "years"}, faults);
    spec.jurisdictions = where.texts("jurisdictions");
    spec.years = read_years(where, "years", faults);
  }
  if (const auto* sections = fields.find("sections")) {
    spec.sections.clear();
    for (const auto& section : sections->items) {
      spec.sections.push_back(read_section(*section, faults));
    }
  }
  if (const auto* forms = fields.find("forms")) {
    read_forms(*forms, spec, base != nullptr, faults);
  }
  if (spec.forms.empty() && fields.find("forms") == nullptr) {
    faults.add(root.at, {"模板没有“forms”；没有表的格式请写“forms: []”。",
                         "The template has no \"forms\"; a format without any says \"forms: []\"."});
  }
  return spec;
}

}  // namespace nianbao::template_yaml
