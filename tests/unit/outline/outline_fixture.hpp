// Documents and readers for the tests of the outline.
#pragma once

#include <nianbao/outline.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paths.hpp"

namespace outline_test {

inline nianbao::HeadingRule heading(nianbao::SectionKind kind, std::vector<std::string> phrases) {
  nianbao::HeadingRule rule;
  rule.kind = kind;
  rule.phrases = std::move(phrases);
  return rule;
}

inline std::vector<nianbao::HeadingRule> heading_rules() {
  using nianbao::SectionKind;
  return {heading(SectionKind::overview, {"概述", "总体情况"}),
          heading(SectionKind::proactive, {"主动公开", "主动公开政府信息情况", "主动公开政府信息的形式"}),
          heading(SectionKind::requests, {"依申请公开", "依申请公开情况", "收到和处理政府信息公开申请情况"}),
          heading(SectionKind::organisation, {"加强组织领导"}),
          heading(SectionKind::fees, {"收费及减免情况"}),
          heading(SectionKind::problems, {"主要问题", "存在的主要问题及改进情况"}),
          heading(SectionKind::other_matters, {"其他需要报告的事项"}),
          heading(SectionKind::attachment, {"政府信息公开情况统计表"})};
}

inline nianbao::OutlineReader reader() {
  const std::string folder = nianbao::test::bundle_path("rules/national/");
  auto rules = nianbao::OutlineRules::load(folder + "outline.yaml");
  BOOST_REQUIRE_MESSAGE(rules.ok(), (rules.ok() ? "" : rules.error().message.en));
  return {*rules, heading_rules(), std::make_shared<nianbao::Jurisdictions>(folder + "jurisdictions.tsv")};
}

/// A paragraph for each text; "#" begins a heading, "|" a table row (rows that touch make one table),
/// ">" a stretch kept verbatim.
inline nianbao::Document document(const std::vector<std::string>& texts) {
  nianbao::Document result;
  nianbao::TableBuilder table;
  bool in_table = false;
  const auto end_table = [&] {
    if (in_table) {
      result.blocks.push_back({table.finish(), {}});
      in_table = false;
    }
  };
  for (const auto& text : texts) {
    if (text.front() == '|') {
      in_table = true;
      table.begin_row();
      std::string_view rest = std::string_view(text).substr(1);
      while (!rest.empty()) {
        const auto end = rest.find('|');
        nianbao::Cell cell;
        cell.text.chars = result.arena().store(rest.substr(0, end));
        table.add(cell);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
      continue;
    }
    end_table();
    const bool marked = text.front() == '#' || text.front() == '>';
    const nianbao::Text content{result.arena().store(std::string_view(text).substr(marked ? 1 : 0)), {}, {}};
    if (text.front() == '#') {
      result.blocks.push_back({nianbao::Heading{1, content}, {}});
    } else if (text.front() == '>') {
      result.blocks.push_back({nianbao::Lines{content}, {}});
    } else {
      result.blocks.push_back({nianbao::Paragraph{nianbao::Role::body, content}, {}});
    }
  }
  end_table();
  result.number_blocks();
  return result;
}

/// One line for each section: level, kind, number, heading, and its blocks.
inline std::string shown(const std::vector<nianbao::Section>& sections) {
  std::string result;
  for (const auto& section : sections) {
    result += std::to_string(section.level) + " " + std::string(nianbao::to_string(section.kind)) + " " +
              std::string(section.number) + "|" + std::string(section.heading) + ":";
    for (const auto& one : section.blocks) {
      if (const auto* form = std::get_if<nianbao::FormReference>(&one)) {
        result += " <" + std::string(form->id) + " " + std::to_string(form->instance) + ">";
        continue;
      }
      const auto& block = std::get<nianbao::Block>(one);
      result += block.text() != nullptr ? " " + std::string(block.text()->chars) : " (object)";
    }
    result += "\n";
  }
  return result;
}

struct Read {
  nianbao::Report report;
  nianbao::Outline outline;
};

inline Read read(const nianbao::Document& document, const std::vector<nianbao::ClaimedForm>& claims = {},
                 const nianbao::OutlineOptions& options = {}) {
  static const nianbao::OutlineReader shared = reader();
  Read result;
  result.outline = shared.read(document, options, result.report);
  shared.fill_sections(document, result.outline, claims, result.report);
  return result;
}

}  // namespace outline_test
