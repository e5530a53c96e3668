// Forms and sections as JSON: what a report is made of.
#include <boost/json/array.hpp>

#include "report/json_parts.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

bj::array texts(const std::vector<std::string_view>& values) {
  bj::array array;
  for (const auto value : values) {
    array.push_back(view(value));
  }
  return array;
}

std::vector<std::string_view> texts_from_json(const Field& field, Arena& arena) {
  std::vector<std::string_view> values;
  field.each([&](const Field& value) { values.push_back(arena.store(value.text())); });
  return values;
}

}  // namespace

bj::object form_to_json(const Form& form) {
  bj::array notes;
  for (const auto& note : form.notes) {
    notes.push_back({{"text", view(note.text)}, {"at", place_to_json(note.at)}});
  }
  bj::array blocks(form.blocks.begin(), form.blocks.end());
  return {{"id", view(form.id)},
          {"format", view(form.format)},
          {"instance", form.instance},
          {"caption", text_or_null(form.caption)},
          {"scope", text_or_null(to_string(form.scope))},
          {"certainty", view(to_string(form.certainty))},
          {"rows_missing", texts(form.rows_missing)},
          {"columns_missing", texts(form.columns_missing)},
          {"notes", std::move(notes)},
          {"blocks", std::move(blocks)},
          {"at", place_to_json(form.at)}};
}

Form form_from_json(const Field& field, Arena& arena) {
  Form form;
  form.id = arena.store(field["id"].text());
  form.format = arena.store(field["format"].text());
  form.instance = static_cast<std::uint32_t>(field["instance"].number());
  form.caption = arena.store(field["caption"].text());
  form.scope = name_from_json<Scope>(field["scope"], 3);
  form.certainty = name_from_json<Certainty>(field["certainty"], 4);
  form.rows_missing = texts_from_json(field["rows_missing"], arena);
  form.columns_missing = texts_from_json(field["columns_missing"], arena);
  field["notes"].each([&](const Field& note) {
    form.notes.push_back({arena.store(note["text"].text()), place_from_json(note["at"], arena)});
  });
  field["blocks"].each([&](const Field& block) { form.blocks.push_back(static_cast<std::uint32_t>(block.number())); });
  form.at = place_from_json(field["at"], arena);
  return form;
}

bj::object section_to_json(const Section& section) {
  bj::array blocks;
  for (const auto& block : section.blocks) {
    if (const auto* reference = std::get_if<FormReference>(&block)) {
      blocks.push_back({{"type", "form"}, {"id", view(reference->id)}, {"instance", reference->instance}});
    } else {
      blocks.push_back(block_to_json(std::get<Block>(block)));
    }
  }
  return {{"kind", view(to_string(section.kind))}, {"number", text_or_null(section.number)},
          {"heading", view(section.heading)},      {"level", section.level},
          {"blocks", std::move(blocks)},           {"at", place_to_json(section.at)}};
}

Section section_from_json(const Field& field, Arena& arena) {
  Section section;
  section.kind = name_from_json<SectionKind>(field["kind"], 12);
  section.number = arena.store(field["number"].text());
  section.heading = arena.store(field["heading"].text());
  section.level = static_cast<int>(field["level"].integer());
  field["blocks"].each([&](const Field& block) {
    if (block["type"].text() == "form") {
      section.blocks.emplace_back(
          FormReference{arena.store(block["id"].text()), static_cast<std::uint32_t>(block["instance"].number())});
    } else {
      section.blocks.emplace_back(block_from_json(block, arena));
    }
  });
  section.at = place_from_json(field["at"], arena);
  return section;
}

}  // namespace nianbao::json
