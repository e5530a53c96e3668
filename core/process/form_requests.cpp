// The questions put to a family that is a program.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <nianbao/document_json.hpp>
#include <nianbao/report_json.hpp>

#include "document/json.hpp"
#include "json/print.hpp"
#include "process/form_exchange.hpp"

namespace nianbao::process {
namespace {

namespace bj = boost::json;

/// The object with one more member whose value is JSON text already.
std::string with_text(const bj::object& members, std::string_view name, std::string_view json) {
  auto text = json::print(members, 0);
  text.erase(text.rfind('}'));
  return text.append(",\"").append(name).append("\":").append(json).append("}\n");
}

bj::object piece_json(const Piece& piece) {
  bj::object out{{"block", piece.block}};
  if (piece.row_from != 0) {
    out["rows"] = bj::array{piece.row_from, piece.row_to};
  }
  return out;
}

bj::object header_json(const Report& report) {
  return {{"issuer", json::text_or_null(report.issuer)},
          {"year", report.year == 0 ? bj::value(nullptr) : bj::value(report.year)}};
}

void add_mark(const CellMark& mark, bj::object place, bj::array& cells) {
  place["shaded"] = mark.shaded;
  place["remark"] = json::text_or_null(mark.remark);
  place["absent"] = mark.absent;
  cells.push_back(std::move(place));
}

bj::array marks_json(const TemplateForm& form, const CellMarks& marks) {
  bj::array cells;
  for (std::uint32_t block = 0; block < form.blocks.size(); ++block) {
    for (std::uint32_t row = 0; row < form.blocks[block].rows.size(); ++row) {
      for (std::uint32_t column = 0; column < form.blocks[block].value_columns(); ++column) {
        if (const auto* mark = marks.at(block, row, column)) {
          add_mark(*mark, {{"part", block + 1}, {"row", row + 1}, {"column", column + 1}}, cells);
        }
      }
    }
  }
  return cells;
}

}  // namespace

std::string recognize_request(const Document& document, const Template& format) {
  return with_text({{"format", json::view(format.id)}}, "document", document_to_json(document));
}

std::string extract_request(const Document& document, const FormClaim& claim, const Report& report) {
  bj::array pieces;
  for (const auto& piece : claim.pieces) {
    pieces.push_back(piece_json(piece));
  }
  return with_text({{"format", json::view(claim.format->id)},
                    {"form", json::view(claim.form->id)},
                    {"instance", claim.instance},
                    {"pieces", std::move(pieces)},
                    {"report", header_json(report)}},
                   "document", document_to_json(document));
}

std::string render_request(const Report& report, const Template& format, const TemplateForm& form,
                           std::uint32_t instance, const CellMarks* marks) {
  return with_text({{"format", json::view(format.id)},
                    {"form", json::view(form.id)},
                    {"instance", instance},
                    {"marks", marks == nullptr ? bj::array() : marks_json(form, *marks)}},
                   "report", report_to_json(report));
}

}  // namespace nianbao::process
