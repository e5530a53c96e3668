// A claimed form into the Report.
#include <algorithm>
#include <map>

#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/text.hpp>

#include "forms/align.hpp"
#include "forms/figure_reader.hpp"
#include "forms/form_text.hpp"
#include "forms/note.hpp"
#include "forms/structure.hpp"
#include "forms/unglue.hpp"

namespace nianbao::forms {

ColumnReader::~ColumnReader() = default;

namespace {

Rows claimed_rows(const Document& document, const FormClaim& claim, const FormatContext& context) {
  RowCache own;
  return rows_within((context.rows != nullptr ? *context.rows : own).rows(document, context), claim.pieces);
}

class Extractor {
 public:
  Extractor(const Document& document, const FormClaim& claim, const FormatContext& context, Report& report)
      : document_(document),
        claim_(claim),
        context_(context),
        report_(report),
        format_(*claim.format),
        form_index_(static_cast<std::size_t>(claim.form - claim.format->forms.data())),
        rows_(claimed_rows(document, claim, context)) {}

  void run(const ColumnReader& columns) {
    const auto form = static_cast<std::uint32_t>(report_.forms.size());
    report_.forms.push_back(new_form());
    const LabelIndex index(format_, context_.vocabulary);
    take_notes(index);
    const Items items = items_of(rows_, *claim_.form, form_index_, index);
    const Alignment alignment = align(rows_, items, format_, form_index_, index);
    auto figures = figure_rows(items, alignment);
    Unglue unglue(*claim_.form, context_, report_);
    std::vector<const Token*> uncut;
    unglue.run(figures, uncut);
    ColumnReading reading = columns.read(*claim_.form, rows_, figures, context_);
    reading.unread.insert(reading.unread.end(), uncut.begin(), uncut.end());
    for (auto& row : reading.rows) {
      unglue.mark(row);
    }
    const auto first_fact = report_.facts.size();
    read_figures(form, figures, reading);
    StructureFinder finder(claim_, context_, report_, form, first_fact);
    finder.rows(figures);
    finder.columns(figures, reading.missing);
    finder.gaps(figures, reading);
    finder.doubled(rows_, items, alignment.doubled);
    finder.foreign(rows_, items, alignment.foreign);
    finder.unread(reading.unread);
  }

 private:
  Form new_form() {
    Form form;
    form.id = report_.store(claim_.form->id);
    form.format = report_.store(format_.id);
    form.instance = claim_.instance;
    form.certainty = claim_.certainty;
    form.caption = report_.store(caption());
    for (const auto& piece : claim_.pieces) {
      if (form.blocks.empty() || form.blocks.back() != piece.block) {
        form.blocks.push_back(piece.block);
      }
    }
    if (!claim_.pieces.empty()) {
      const auto& first = claim_.pieces.front();
      form.at = document_.blocks[first.block - 1].at;
      form.at.row = first.row_from;
    }
    return form;
  }

  /// What the table says of itself, else the line above it that has the words of the template's caption, else the
  /// line above it that is a caption.
  [[nodiscard]] std::string_view caption() const {
    if (claim_.pieces.empty()) {
      return {};
    }
    const auto first = claim_.pieces.front().block;
    if (const auto* table = document_.blocks[first - 1].as<Table>(); table != nullptr && !table->caption.empty()) {
      return table->caption;
    }
    constexpr std::uint32_t kLinesAbove = 6;
    const auto wanted = match_key(claim_.form->caption);
    if (const auto line = caption_within(document_.blocks[first - 1], wanted); !line.empty()) {
      return line;
    }
    for (std::uint32_t i = 1; i <= kLinesAbove && first > i; ++i) {
      const Text* text = document_.blocks[first - 1 - i].text();
      if (text != nullptr && !wanted.empty() && text->chars.size() < 200 &&
          match_key(text->chars).find(wanted) != std::string::npos) {
        return text->chars;
      }
    }
    const auto* above = first > 1 ? document_.blocks[first - 2].as<Paragraph>() : nullptr;
    return above != nullptr && above->role == Role::caption ? above->text.chars : std::string_view{};
  }

  /// The line with the words of the caption, of those above the form in the text that the form begins in the middle of.
  [[nodiscard]] std::string_view caption_within(const Block& block, const std::string& wanted) const {
    constexpr int kLinesAbove = 6;
    constexpr std::size_t kLongest = 200;
    const Text* text = block.text();
    std::size_t end = text != nullptr && !wanted.empty() ? claim_.pieces.front().byte_from : 0;
    for (int i = 0; i <= kLinesAbove && end > 0 && end <= text->chars.size(); ++i) {
      const auto newline = text->chars.rfind('\n', end - 1);
      const auto from = newline == std::string_view::npos ? 0 : newline + 1;
      const auto line = text->chars.substr(from, end - from);
      const bool sentence = line.find("。") != std::string_view::npos;
      if (!sentence && line.size() < kLongest && match_key(line).find(wanted) != std::string::npos) {
        return line;
      }
      end = newline == std::string_view::npos ? 0 : newline;
    }
    return {};
  }

  /// Notes under the form, or among its rows, are no rows of it. A note goes on until a row of the form follows.
  void take_notes(const LabelIndex& index) {
    bool in_note = false;
    std::vector<Row> kept;
    for (const auto& row : rows_.rows) {
      in_note = is_note(rows_, row) || (in_note && !is_named(row, index));
      if (in_note) {
        take_note(row);
      } else {
        kept.push_back(row);
      }
    }
    rows_.rows = std::move(kept);
  }

  [[nodiscard]] bool is_named(const Row& row, const LabelIndex& index) const {
    std::vector<Hit> hits;
    find_hits(rows_, row, index, hits);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.labels.has_form(form_index_); });
  }

  void take_note(const Row& row) {
    const Token& first = rows_.tokens[row.first];
    const Token& last = rows_.tokens[row.last - 1];
    const auto size = last.source == first.source ? last.byte + last.text.size() - first.byte : first.text.size();
    report_.forms.back().notes.push_back(
        {report_.store(first.source->chars.substr(first.byte, size)), place_of(first)});
  }

  std::vector<FigureRow> figure_rows(const Items& items, const Alignment& alignment) const {
    std::vector<FigureRow> result;
    for (const auto& match : alignment.matches) {
      const Item& item = items.items[match.item];
      FigureRow row;
      row.block = match.target.block;
      row.row = match.target.row;
      row.group = match.target.group;
      row.sure = match.sure;
      row.source = item.row;
      row.layout = rows_.rows[item.row].layout;
      row.header_rows = item.header_rows;
      row.tokens.reserve(item.figures.size());
      for (const auto token : item.figures) {
        row.tokens.push_back(&rows_.tokens[token]);
      }
      result.push_back(std::move(row));
    }
    return result;
  }

  void read_figures(std::uint32_t form, const std::vector<FigureRow>& rows, const ColumnReading& reading) {
    FigureReader reader(claim_, context_, form, report_);
    std::vector<std::string> units;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool same = i > 0 && rows[i].block == rows[i - 1].block && rows[i].header_rows == rows[i - 1].header_rows;
      units = same ? std::move(units) : header_units(rows[i]);
      for (std::uint32_t column = 0; column < reading.rows[i].size(); ++column) {
        reader.read(rows[i], column, reading.rows[i][column], units[column]);
      }
    }
  }

  /// Units that header cells state in brackets: 采购总金额（万元）, 收费金额（单位：元）.
  std::vector<std::string> header_units(const FigureRow& row) {
    const auto& block = claim_.form->blocks[row.block];
    std::vector<std::string> units;
    const auto columns = header_columns(block, rows_, row.header_rows);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (block.columns[i].role == ColumnRole::value) {
        units.push_back(columns[i].found ? unit_in(columns[i].token->text) : std::string());
      }
    }
    return units;
  }

  [[nodiscard]] std::string unit_in(std::string_view header) const {
    auto remark = label_key(header).remark;
    constexpr std::string_view kUnit = "单位:";
    if (const auto at = remark.find(kUnit); at != std::string::npos) {
      remark.erase(0, at + kUnit.size());
    }
    return context_.vocabulary.is_unit(remark) ? remark : std::string();
  }

  const Document& document_;
  const FormClaim& claim_;
  const FormatContext& context_;
  Report& report_;
  const Template& format_;
  std::size_t form_index_;
  Rows rows_;
};

}  // namespace

void extract(const Document& document, const FormClaim& claim, const FormatContext& context,
             const ColumnReader& columns, Report& report) {
  Extractor(document, claim, context, report).run(columns);
}

}  // namespace nianbao::forms
