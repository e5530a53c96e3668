// What the host gives a plugin for one call.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/relations.hpp>

namespace nianbao {

class Vocabulary;
class SentencePatterns;
namespace forms {
class RowCache;
}

/// Limits are part of the contract: a plugin that would exceed one returns an Error that names it. The host
/// checks the Document it gets; a plugin looks at them itself where too much input would cost it memory or time.
struct Limits {
  std::uint64_t input_bytes = 64ULL << 20U;
  std::uint32_t inflate_ratio = 200;
  std::uint32_t nesting = 500;             ///< open elements, lists in lists, tables in cells
  std::uint64_t text_bytes = 8ULL << 20U;  ///< UTF-8 text of one Document
  std::uint32_t blocks = 100000;           ///< blocks of one Document, those in lists and cells with them
  std::uint32_t cells = 200000;            ///< positions of one table's grid
  std::uint32_t all_cells = 1000000;       ///< positions of the grids of all tables
  std::uint32_t pages = 2000;
  std::uint32_t milliseconds = 60000;  ///< of a plugin that is a program; other work is bounded by the amounts above
};

/// Options of one call by name, as given with --reader-option and --writer-option.
using Options = std::map<std::string, std::string, std::less<>>;

/// What every call gets. References stay valid during the call. One Context for each report being
/// worked on; not shared between threads.
struct Context {
  const Limits& limits;
  DiagnosticSink& diagnostics;
  const Options& options;
  Language language = Language::zh;
};

/// A draft mark on one cell of a rendered form: it is not safe, or it was computed.
struct CellMark {
  bool shaded = false;
  std::string_view remark;  ///< why the cell is blank, or its formula; lives as long as the Conversion
  bool absent = false;      ///< the report has no such cell: it is none, not a blank one
};

/// The draft marks of one rendered form, by the template's block, row and value column (each from 0).
class CellMarks {
 public:
  void set(std::uint32_t block, std::uint32_t row, std::uint32_t column, CellMark mark) {
    marks_[{block, row, column}] = mark;
  }
  /// Null where the cell has no mark.
  [[nodiscard]] const CellMark* at(std::uint32_t block, std::uint32_t row, std::uint32_t column) const noexcept {
    const auto it = marks_.find({block, row, column});
    return it == marks_.end() ? nullptr : &it->second;
  }

 private:
  std::map<std::array<std::uint32_t, 3>, CellMark> marks_;
};

/// For format families: what the rule packs in force say.
struct FormatContext {
  const Limits& limits;
  DiagnosticSink& diagnostics;
  const Vocabulary& vocabulary;
  const SentencePatterns* patterns = nullptr;        ///< null if no pack has any
  const std::vector<Relation>* relations = nullptr;  ///< sums that must hold in the template's forms; null if none
  Language language = Language::zh;
  /// Rendering: copied to Cell::shaded, remark and missing of the figures' cells; null for a clean form.
  const CellMarks* marks = nullptr;
  /// Recognising and extracting: rows of the Document that all calls for it share; null: each makes its own.
  forms::RowCache* rows = nullptr;
};

}  // namespace nianbao
