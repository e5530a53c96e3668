// From the cell of a figure to a fact.
#pragma once

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// Reads the figures of one form into a Report: its facts, and findings where a unit is not the one
/// asked for or a value stands in another column's place.
class FigureReader {
 public:
  FigureReader(const FormClaim& claim, const FormatContext& context, std::uint32_t form, Report& report)
      : claim_(claim), context_(context), form_(form), report_(report) {}

  /// Appends the fact of one cell. `header_unit` is the unit the document's header states; may be empty.
  void read(const FigureRow& row, std::uint32_t value_column, const Figure& figure, std::string_view header_unit);

 private:
  /// A cell of the form, for what is said of it.
  struct Cell {
    const FigureRow& row;
    std::uint32_t column;
    const TemplateCell& cell;
  };
  /// A unit as printed and where from.
  struct Unit {
    std::string printed;
    bool in_cell = false;
    bool stated = false;  ///< by the document, in the cell, the unit column or the header
  };

  [[nodiscard]] Fact new_fact(const TemplateCell& cell, const Token& token) const;
  void set_value(Fact& fact, const Cell& at, const Figure& figure, std::string_view header_unit);
  [[nodiscard]] Message name(const Cell& at) const;
  [[nodiscard]] Unit unit_of(const std::string& in_cell, const TemplateCell& cell, const Figure& figure,
                             std::string_view header_unit) const;
  /// The figure in the unit the form asks for.
  [[nodiscard]] Measure measure_of(const Number& number, const Unit& unit, std::string_view asked) const;
  /// More stands in the cell than a figure with its unit and note.
  static void doubt(Fact& fact, const Token& token);
  void weigh_rival(Fact& fact, const Cell& at, const Figure& figure);
  void find(FindingKind kind, FindingSeverity severity, Message message, const Fact& fact);

  const FormClaim& claim_;
  const FormatContext& context_;
  std::uint32_t form_;
  Report& report_;
};

/// The place of a token.
[[nodiscard]] Place place_of(const Token& token);

}  // namespace nianbao::forms
