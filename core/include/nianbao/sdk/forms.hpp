// Tables of figures in a Document: what families of tabular formats share. A family says how the
// figures of a row belong to the columns of its template (ColumnReader); finding the forms, telling
// rows apart, reading values and rendering are the same for all of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/format_family.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>
#include <nianbao/sdk/text.hpp>
#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::forms {

/// The key by which printed labels are compared: label_key() without punctuation, so that
/// `3. 危及“三安全一稳定”` and `危及三安全一稳定` are one. The folded text without punctuation where
/// numbering and brackets are all there is. Thread-safe.
[[nodiscard]] std::string match_key(std::string_view label);
/// The same of a label that is folded already.
[[nodiscard]] std::string match_key(const Folded& label);
/// By what labels are looked up: a hash of the key, never 0.
[[nodiscard]] std::uint64_t label_hash(std::string_view key) noexcept;

/// What a token can be.
enum class TokenKind : std::uint8_t {
  label,
  number,  ///< a figure, with its unit or note; also 无
  dash,
  blank,  ///< an empty cell; lines of text have none
};

/// A cell of a table or a word of a line.
struct Token {
  TokenKind kind = TokenKind::label;
  bool unit = false;             ///< a label that is a unit or counter
  bool spanned = false;          ///< a cell that reaches down from a row above
  bool joined = false;           ///< in a line: a single blank stands before it
  bool glued = false;            ///< a figure in a line: no blank stands before it, and several may be one
  std::uint32_t column = 0;      ///< tables: first column, from 1; lines: display column, from 0
  std::uint32_t column_end = 0;  ///< half-open
  std::string_view text;         ///< as printed, without surrounding white space
  std::string_view key;          ///< match_key of a label; empty where it is too long to be one
  std::uint64_t hash = 0;        ///< label_hash of the key
  std::uint64_t synonym = 0;  ///< label_hash of the key the vocabulary has for it, or of the label without the unit it
                              ///< ends in; 0 if neither
  const Text* source = nullptr;  ///< the text it stands in
  const Place* place = nullptr;  ///< of that text
  std::uint32_t byte = 0;        ///< where it begins in the text
};

/// How columns can be told.
enum class Layout : std::uint8_t {
  grid,    ///< cells with spans: by their column
  ragged,  ///< rows of cells of different number: by counting
  text,    ///< words of a line: by counting and by display column
};

/// A row of a table or a line of text, as a range of tokens.
struct Row {
  Layout layout = Layout::text;
  bool heading = false;         ///< a heading of the Document
  bool prose = false;           ///< a heading, or a line with a sentence: never a row of a form
  std::uint32_t block = 0;      ///< number of its block
  std::uint32_t table_row = 0;  ///< from 1; 0 in text
  std::uint32_t byte_from = 0;  ///< of a line in the block's text
  std::uint32_t byte_to = 0;
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t empty_lines = 0;  ///< under a short line; the tokens [last, last + empty_lines) stand for them
};

class KeyMemo;

/// A Document, or a part of it, as rows of tokens. A copy shares the tokens.
struct Rows {
  std::vector<Row> rows;
  const Token* tokens = nullptr;       ///< of the whole Document; rows are ranges of them
  std::shared_ptr<const void> memory;  ///< keeps the tokens and their keys
  std::shared_ptr<KeyMemo> keys;       ///< of words put together
  bool cut = false;                    ///< the Document has more than a million words; the rest was left out
};

class LabelLexicon;

/// The whole Document as rows. It must outlive them. With the labels of all templates, lines are read
/// too in which labels and figures stand without blanks between them.
[[nodiscard]] Rows rows_of(const Document& document, const Vocabulary& vocabulary,
                           const LabelLexicon* lexicon = nullptr);
/// The rows that the pieces of a claim name.
[[nodiscard]] Rows rows_within(const Rows& all, const std::vector<Piece>& pieces);

/// The rows of one Document, made when they are first asked for. One for each report being worked on:
/// all templates and families read the same rows.
class RowCache {
 public:
  explicit RowCache(const LabelLexicon* lexicon = nullptr) : lexicon_(lexicon) {}
  [[nodiscard]] const Rows& rows(const Document& document, const FormatContext& context);

 private:
  const LabelLexicon* lexicon_;
  const Document* document_ = nullptr;
  Rows rows_;
};

/// A row of figures that was found to be a row of the template.
struct FigureRow {
  std::uint32_t block = 0;   ///< of the template form
  std::uint32_t row = 0;     ///< of the block, or of its groups
  bool group = false;        ///< `row` counts TemplateBlock::groups
  bool sure = true;          ///< false: it may be another row; its figures are suspect
  std::uint32_t source = 0;  ///< index into Rows::rows
  Layout layout = Layout::text;
  std::vector<const Token*> tokens;        ///< what follows the label: figures, dashes, units, blanks
  std::vector<std::uint32_t> header_rows;  ///< indices into Rows::rows of the header rows above it
};

/// One figure as a ColumnReader found it.
struct Figure {
  const Token* token = nullptr;  ///< null: the document has no such cell
  const Token* unit = nullptr;   ///< the cell of the unit column, if there is one
  const Token* rival = nullptr;  ///< another cell that may hold the figure instead: a value in the unit column
  Reading reading = Reading::direct;
  std::vector<Decimal> candidates;  ///< the readings of a suspect figure, the likeliest first; may be empty
};

/// The figures of one FigureRow, one for each value column of its block.
using Figures = std::vector<Figure>;

/// What a ColumnReader found in a form.
struct ColumnReading {
  std::vector<Figures> rows;  ///< parallel to the FigureRows given
  /// Per block of the template: value columns the document lacks.
  std::vector<std::vector<std::uint32_t>> missing;
  std::vector<const Token*> unread;  ///< figures that belong to no column
};

/// Tells to which column of the template each figure of a row belongs. Stateless.
class ColumnReader {
 public:
  ColumnReader() = default;
  ColumnReader(const ColumnReader&) = delete;
  ColumnReader& operator=(const ColumnReader&) = delete;
  virtual ~ColumnReader();
  [[nodiscard]] virtual ColumnReading read(const TemplateForm& form, const Rows& rows,
                                           const std::vector<FigureRow>& figures,
                                           const FormatContext& context) const = 0;
};

/// Finds the forms of a template in a Document (see FormatFamily::recognize).
[[nodiscard]] std::vector<FormClaim> recognize(const Document& document, const Template& format,
                                               const FormatContext& context);
/// Reads a claimed form into the Report (see FormatFamily::extract).
void extract(const Document& document, const FormClaim& claim, const FormatContext& context,
             const ColumnReader& columns, Report& report);
/// Writes a form in the template's layout (see FormatFamily::render).
[[nodiscard]] std::vector<Block> render(const Report& report, const Template& format, const TemplateForm& form,
                                        std::uint32_t instance, const FormatContext& context, Arena& arena);

/// A family of tables: all but its ColumnReader is as in every other. An author writes the reader and gives
/// `forms::TableFamily<Reader>` to NIANBAO_FORMAT_FAMILY_PLUGIN. The reader is made anew for each form.
template <typename Reader>
class TableFamily final : public FormatFamily {
 private:
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& context) const override {
    return forms::recognize(document, format, context);
  }
  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                          Report& report) const override {
    forms::extract(document, claim, context, Reader(), report);
    return {};
  }
  Result<std::vector<Block>> do_render(const Report& report, const Template& format, const TemplateForm& form,
                                       std::uint32_t instance, const FormatContext& context,
                                       Arena& arena) const override {
    return forms::render(report, format, form, instance, context, arena);
  }
};

/// Where the columns of a block stand, as its header rows tell. Columns are those of the tokens.
struct HeaderColumn {
  bool found = false;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  const Token* token = nullptr;
};
/// The lowest header cell over each column, from left to right; the corner is one of them.
[[nodiscard]] std::vector<const Token*> header_leaves(const Rows& rows, const std::vector<std::uint32_t>& header_rows);
/// One for each column of the block (units too). Labels are compared in order from left to right, so
/// that equal labels of different groups are told apart.
[[nodiscard]] std::vector<HeaderColumn> header_columns(const TemplateBlock& block, const Rows& rows,
                                                       const std::vector<std::uint32_t>& header_rows);

/// The order in which a header names the columns of a block.
struct HeaderOrder {
  bool turned = false;  ///< some stand in another order than the form's
  /// Where turned: the value column (from 0) of each column of the document, from left to right; empty if the
  /// header does not name every column once.
  std::vector<std::uint32_t> columns;
};
/// Columns are told by their own labels, those of a group below its label.
[[nodiscard]] HeaderOrder header_order(const TemplateBlock& block, const Rows& rows,
                                       const std::vector<std::uint32_t>& header_rows);

/// How alike two label keys are: 1 equal, 0 nothing in common.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

}  // namespace nianbao::forms
