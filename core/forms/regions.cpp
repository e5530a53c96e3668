#include "forms/regions.hpp"

#include <algorithm>

#include "forms/note.hpp"
#include "forms/region_splitter.hpp"
#include "forms/row_forms.hpp"

namespace nianbao::forms {
namespace {

bool only_figures(const Rows& rows, const Row& row) {
  return std::none_of(rows.tokens + row.first, rows.tokens + row.last,
                      [](const Token& t) { return t.kind == TokenKind::label && !t.unit; });
}

class Finder {
 public:
  Finder(const Rows& rows, const Template& format, const LabelIndex& index)
      : rows_(rows), format_(format), forms_(rows, format, index) {}

  std::vector<Region> run() {
    std::vector<Region> found;
    for (std::size_t form = 0; form < format_.forms.size(); ++form) {
      if (!forms_.is_mentioned(form)) {
        continue;
      }
      std::vector<std::vector<std::uint32_t>> parts;
      for (const auto& cluster : clusters(form)) {
        for (auto& part : split_instances(rows_, cluster, [&](std::uint32_t row) { return forms_.sign(row, form); })) {
          parts.push_back(std::move(part));
        }
      }
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = i + 1 < parts.size() ? parts[i + 1].front() : static_cast<std::uint32_t>(rows_.rows.size());
        // A row repeated is no form again and again.
        constexpr std::size_t kFewParts = 4;
        add(form, parts[i], end, parts.size() <= kFewParts, found);
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Region& a, const Region& b) { return a.rows.front() < b.rows.front(); });
    return found;
  }

 private:
  /// Rows with labels of the form, cut where too much else stands between them.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> clusters(std::size_t form) const {
    constexpr std::uint32_t kWidestGap = 40;
    constexpr std::uint32_t kProseCounts = 12;
    std::vector<std::vector<std::uint32_t>> result;
    std::uint32_t gap = kWidestGap;
    for (std::uint32_t row = 0; row < rows_.rows.size(); ++row) {
      const bool prose = rows_.rows[row].prose;
      if (prose || !(forms_.names(row, form) || forms_.is_bare(row, form))) {
        const bool figures = forms_.is_row_of_figures(row, form) || forms_.ends_row_of_lines(row, form);
        gap = !prose && gap < kWidestGap && figures ? 0 : gap + (prose ? kProseCounts : 1);
        continue;
      }
      if (gap >= kWidestGap) {
        result.emplace_back();
      }
      result.back().push_back(row);
      gap = 0;
    }
    return result;
  }

  /// `end`: where the form begins again, at the latest.
  /// `fragments`: a row that tells the form is enough.
  void add(std::size_t form, const std::vector<std::uint32_t>& rows, std::uint32_t end, bool fragments,
           std::vector<Region>& found) const {
    Region region;
    region.form = form;
    count_labels(form, rows, region);
    const auto least = std::min<std::uint32_t>(3, std::max<std::uint32_t>(region.expected / 2, 1));
    const bool telling = fragments && std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
                           return forms_.is_whole_row(row, form) || forms_.is_bare(row, form);
                         });
    if (region.matched < least && !telling) {
      return;
    }
    region.matched = std::max(region.matched, 1U);  // the shape of the row tells as much as a label
    fill(form, rows, end, region);
    const bool figures = std::any_of(region.rows.begin(), region.rows.end(), [&](std::uint32_t row) {
      return has_figure(rows_, rows_.rows[row]) || has_blanks(row);
    });
    if (figures) {
      found.push_back(std::move(region));
    }
  }

  [[nodiscard]] bool has_blanks(std::uint32_t row) const {
    const auto& r = rows_.rows[row];
    return rows_.tokens[r.last - 1].kind == TokenKind::blank && r.last - r.first > 2;
  }

  void count_labels(std::size_t form, const std::vector<std::uint32_t>& rows, Region& region) const {
    region.expected = 0;
    std::uint64_t last = 0;
    for (const auto& label : format_.labels) {  // in the order of their hashes
      if (label.hash != last && label.form == form && counts(label, form)) {
        ++region.expected;
        last = label.hash;
      }
    }
    std::vector<std::uint64_t> seen;
    for (const auto row : rows) {
      for (const auto& hit : forms_.hits().of(row)) {
        if (hit.labels.has_form(form)) {
          seen.push_back(hit.labels.first->hash);
        }
      }
    }
    std::sort(seen.begin(), seen.end());
    region.matched = static_cast<std::uint32_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
    region.expected = std::max(region.expected, region.matched);
  }

  /// Aliases are not expected.
  [[nodiscard]] bool counts(const TemplateLabel& label, std::size_t form) const {
    const auto& block = format_.forms[form].blocks[label.block];
    switch (label.role) {
      case LabelRole::row:
        return block.rows[label.index].keys.front() == label.key;
      case LabelRole::column:
        return block.columns[label.index].keys.front() == label.key && !block.columns[label.index].optional;
      default:
        return true;
    }
  }

  /// All rows from the first to the last label, and the figures behind it.
  void fill(std::size_t form, const std::vector<std::uint32_t>& rows, std::uint32_t end, Region& region) const {
    std::uint32_t row = header_from(form, rows.front());
    for (; row <= rows.back(); ++row) {
      if (!rows_.rows[row].prose && !forms_.belongs_elsewhere(row, form)) {
        region.rows.push_back(row);
      }
    }
    if (!forms_.is_bare(rows.back(), form)) {
      row = extend(form, row, end, region);
    }
    constexpr std::uint32_t kNotesWithin = 2;
    for (std::uint32_t i = 0; i < kNotesWithin && row < end && !forms_.belongs_elsewhere(row, form); ++i, ++row) {
      if (is_note(rows_, rows_.rows[row])) {
        region.notes.push_back(row);
      }
    }
  }

  /// Where the lines begin that hold the header above the first label in pieces.
  [[nodiscard]] std::uint32_t header_from(std::size_t form, std::uint32_t first) const {
    constexpr std::uint32_t kMostLines = 24;
    auto row = first;
    while (row > 0 && first - row < kMostLines && rows_.rows[row - 1].block == rows_.rows[first].block &&
           forms_.is_piece_of_header(row - 1, form)) {
      --row;
    }
    return row;
  }

  /// Figures below the last label are of the form: its only row, the cells of its last row one to a
  /// line, a last row whose label is damaged.
  std::uint32_t extend(std::size_t form, std::uint32_t row, std::uint32_t end, Region& region) const {
    constexpr std::uint32_t kLines = 20;
    constexpr std::uint32_t kDamaged = 6;
    std::uint32_t last = row;
    std::uint32_t damaged = 0;
    const auto last_block = rows_.rows[row - 1].block;
    for (std::uint32_t lines = 0; lines < kLines && row < end; ++row) {
      const Row& next = rows_.rows[row];
      if (next.prose || forms_.belongs_elsewhere(row, form) || forms_.is_bare_elsewhere(row, form) ||
          is_note(rows_, next)) {
        break;
      }
      const bool same_table = next.table_row != 0 && next.block == last_block;
      lines += same_table ? 0 : 1;
      const bool figures = only_figures(rows_, next) ? has_figure(rows_, next) || same_table : has_figure(rows_, next);
      damaged += only_figures(rows_, next) ? 0 : 1;
      if (!same_table && damaged > kDamaged) {
        break;
      }
      if (figures || same_table) {
        last = row + 1;
      }
    }
    const auto from = region.rows.back() + 1;
    for (auto next = from; next < last; ++next) {
      region.rows.push_back(next);
    }
    return last;
  }

  const Rows& rows_;
  const Template& format_;
  RowForms forms_;
};

}  // namespace

std::vector<Region> find_regions(const Rows& rows, const Template& format, const LabelIndex& index) {
  return Finder(rows, format, index).run();
}

}  // namespace nianbao::forms
