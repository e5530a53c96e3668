#include "forms/figure_reader.hpp"

#include <nianbao/sdk/text.hpp>

#include "forms/form_text.hpp"
#include "text/misread.hpp"

namespace nianbao::forms {

Place place_of(const Token& token) {
  const auto chars_before = count_chars(token.source->chars.substr(0, token.byte));
  const Range chars{chars_before, chars_before + count_chars(token.text)};
  return locate(*token.source, chars, {token.byte, token.byte + token.text.size()}, *token.place);
}

namespace {

const TemplateCell& cell_of(const TemplateForm& form, const FigureRow& row, std::uint32_t value_column) {
  const auto& block = form.blocks[row.block];
  return row.group ? block.groups[row.row].cells[value_column] : block.cell(row.row, value_column);
}

/// Only an amount of money needs its unit to be said: counts are what they are.
bool is_money(std::string_view unit) { return unit == "万元" || unit == "元" || unit == "亿元"; }

}  // namespace

void FigureReader::read(const FigureRow& row, std::uint32_t value_column, const Figure& figure,
                        std::string_view header_unit) {
  const auto& cell = cell_of(*claim_.form, row, value_column);
  const Token* token = figure.token != nullptr ? figure.token : figure.rival;
  if (token == nullptr || !cell.present) {
    return;
  }
  const Cell at{row, value_column, cell};
  Fact fact = new_fact(cell, *token);
  fact.reading = row.sure ? figure.reading : Reading::suspect;
  fact.candidates = figure.candidates;
  Figure own = figure;
  own.token = token;
  set_value(fact, at, own, header_unit);
  if (figure.rival != nullptr) {
    weigh_rival(fact, at, figure);
  }
  report_.facts.push_back(std::move(fact));
}

Message FigureReader::name(const Cell& at) const { return cell_name(*claim_.form, at.row, at.column); }

Fact FigureReader::new_fact(const TemplateCell& cell, const Token& token) const {
  Fact fact;
  fact.key.id = report_.store(cell.key.id);
  for (const auto& dimension : cell.key.dims) {
    fact.key.dims.set(report_.store(dimension.name), report_.store(dimension.member));
  }
  if (claim_.instance > 1) {
    fact.key.dims.set("instance", report_.store(std::to_string(claim_.instance)));
  }
  fact.source = Source::table;
  fact.form = form_;
  fact.text = report_.store(token.text);
  fact.at = place_of(token);
  return fact;
}

FigureReader::Unit FigureReader::unit_of(const std::string& in_cell, const TemplateCell& cell, const Figure& figure,
                                         std::string_view header_unit) const {
  if (!in_cell.empty()) {
    return {in_cell, true, true};
  }
  if (figure.unit != nullptr && figure.unit->unit) {
    return {std::string(figure.unit->text), false, true};
  }
  if (!header_unit.empty()) {
    return {std::string(header_unit), false, true};
  }
  return {std::string(cell.unit), false, !cell.unit.empty()};
}

void FigureReader::set_value(Fact& fact, const Cell& at, const Figure& figure, std::string_view header_unit) {
  const auto& cell = at.cell;
  const CellValue value = read_cell(figure.token->text);
  fact.status = value.status;
  fact.note = report_.store(value.note);
  if (value.status == Status::blank || value.status == Status::dash) {
    return;
  }
  const auto meant = digits_for_letters(figure.token->text);
  if (!value.number || meant) {
    fact.status = Status::blank;
    fact.note = fact.text;
    fact.reading = Reading::suspect;
    if (const auto likely = meant ? read_cell(*meant).number : std::nullopt) {
      fact.candidates = {likely->value};
    }
    context_.diagnostics.report("figure-not-read", Severity::warning, no_figure(name(at), fact.text), fact.at);
    return;
  }
  const auto* info = context_.vocabulary.concept_info(cell.key.id);
  const std::string asked(info != nullptr ? info->unit : cell.unit);
  const Unit unit = unit_of(value.unit, cell, figure, header_unit);
  const Measure measure = measure_of(*value.number, unit, asked);
  fact.value = measure.value;
  fact.step = measure.step;
  fact.unit = report_.store(measure.unit);
  fact.qualifier = value.number->qualifier;
  if (!value.clean) {
    doubt(fact, *figure.token);
  }
  // What the unit column or the header says belongs to the figure where the form asks for another unit.
  if (measure.fit == UnitFit::converted && !unit.in_cell && unit.printed != cell.unit) {
    fact.text = report_.store(std::string(fact.text) + unit.printed);
  }
  if (measure.fit == UnitFit::foreign) {
    const auto& form_unit = cell.unit.empty() ? asked : std::string(cell.unit);
    find(FindingKind::unit, FindingSeverity::doubt, foreign_unit(name(at), fact.text, unit.printed, form_unit), fact);
  } else if (is_money(asked) && !unit.stated && !measure.value.is_zero()) {
    find(FindingKind::unit, FindingSeverity::doubt, no_unit(name(at), fact.text), fact);
  }
}

Measure FigureReader::measure_of(const Number& number, const Unit& unit, std::string_view asked) const {
  Measure measure = context_.vocabulary.measure(number, fold_key(unit.printed), asked);
  // Only what the document itself says can contradict the form.
  if (measure.fit == UnitFit::foreign && !unit.in_cell) {
    measure = context_.vocabulary.measure(number, {}, asked);
  }
  return measure;
}

void FigureReader::doubt(Fact& fact, const Token& token) {
  fact.reading = Reading::suspect;
  // 1 2 may be 12 torn apart.
  const auto joined = Decimal::parse(fold_key(token.text));
  if (joined && fact.value != joined) {
    fact.candidates = {*joined, *fact.value};
    fact.value = joined;
  }
}

void FigureReader::weigh_rival(Fact& fact, const Cell& at, const Figure& figure) {
  const CellValue rival = read_cell(figure.rival->text);
  if (!rival.number) {
    return;
  }
  fact.reading = Reading::suspect;
  fact.candidates.push_back(rival.number->value);
  const bool both = figure.token != nullptr && fact.value;
  if (both) {
    fact.candidates.push_back(*fact.value);
  }
  find(FindingKind::misplaced, FindingSeverity::error,
       misplaced(name(at), figure.rival->text, both ? figure.token->text : std::string_view()), fact);
}

void FigureReader::find(FindingKind kind, FindingSeverity severity, Message message, const Fact& fact) {
  Finding finding;
  finding.rule = "extract/" + std::string(to_string(kind));
  finding.kind = kind;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.facts.push_back({static_cast<std::uint32_t>(report_.facts.size()), fact.key});
  finding.at = fact.at;
  report_.findings.push_back(std::move(finding));
}

}  // namespace nianbao::forms
