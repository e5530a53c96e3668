#include "forms/regions.hpp"

#include <algorithm>
#include <span>

#include "forms/note.hpp"
#include "forms/region_splitter.hpp"
#include "forms/row_hits.hpp"
#include "forms/token.hpp"

namespace nianbao::forms {
namespace {

bool has_figure(const Rows& rows, const Row& row) {
  return std::any_of(rows.tokens + row.first, rows.tokens + row.last,
                     [](const Token& t) { return t.kind == TokenKind::number || t.kind == TokenKind::dash; });
}

bool only_figures(const Rows& rows, const Row& row) {
  return std::none_of(rows.tokens + row.first, rows.tokens + row.last,
                      [](const Token& t) { return t.kind == TokenKind::label && !t.unit; });
}

/// True if the label tells the form: no other form has it, and it is more than a word like 其他.
bool is_sure(const Hit& hit) {
  constexpr std::size_t kWord = 6;  // two Chinese characters
  return !hit.labels.ambiguous() && hit.labels.first->key.size() > kWord;
}

class Finder {
 public:
  Finder(const Rows& rows, const Template& format, const LabelIndex& index)
      : rows_(rows), format_(format), hits_(rows, index) {
    auto form = kNoForm;
    for (std::uint32_t row = 0; row < hits_.size(); ++row) {
      for (const auto& hit : hits_.of(row)) {
        form = is_sure(hit) ? hit.labels.first->form : form;
      }
      current_.push_back(form);
    }
    name_beginning();
    for (std::uint32_t row = 0; row < hits_.size(); ++row) {
      bare_.push_back(bare_form(row));
    }
  }

  std::vector<Region> run() {
    std::vector<Region> found;
    for (std::size_t form = 0; form < format_.forms.size(); ++form) {
      if (!is_mentioned(form)) {
        continue;
      }
      std::vector<std::vector<std::uint32_t>> parts;
      for (const auto& cluster : clusters(form)) {
        for (auto& part : split_instances(rows_, cluster, [&](std::uint32_t row) { return sign(row, form); })) {
          parts.push_back(std::move(part));
        }
      }
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = i + 1 < parts.size() ? parts[i + 1].front() : static_cast<std::uint32_t>(hits_.size());
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
  /// Most templates have most of their forms nowhere in a report.
  [[nodiscard]] bool is_mentioned(std::size_t form) const {
    const auto hits = hits_.all();
    return std::find(bare_.begin(), bare_.end(), form) != bare_.end() ||
           std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.labels.has_form(form); });
  }

  /// Where a table begins with words like 规章, the first sure label below tells the form.
  void name_beginning() {
    std::uint32_t sure = 0;
    while (sure < hits_.size() && current_[sure] == kNoForm) {
      ++sure;
    }
    for (auto row = sure; sure < hits_.size() && row-- > 0;) {
      const bool same_table = rows_.rows[row].table_row != 0 && rows_.rows[row].block == rows_.rows[sure].block;
      if (!same_table) {
        break;
      }
      current_[row] = current_[sure];
    }
  }

  [[nodiscard]] bool is_bare(std::uint32_t row, std::size_t form) const { return bare_[row] == form; }
  [[nodiscard]] bool is_bare_elsewhere(std::uint32_t row, std::size_t form) const {
    return bare_[row] != kNoForm && bare_[row] != form;
  }

  /// Figures for each column of a form that is one row without a label, below words that the form heads
  /// its columns with: its header may be broken beyond recognition.
  [[nodiscard]] std::size_t bare_form(std::uint32_t row) const {
    constexpr std::size_t kLeastColumns = 10;
    const Row& r = rows_.rows[row];
    if (r.last - r.first < kLeastColumns ||
        !std::all_of(rows_.tokens + r.first, rows_.tokens + r.last,
                     [](const Token& t) { return t.kind == TokenKind::number || t.kind == TokenKind::dash; })) {
      return kNoForm;
    }
    for (std::size_t form = 0; form < format_.forms.size(); ++form) {
      const auto& blocks = format_.forms[form].blocks;
      const bool one_row =
          blocks.size() == 1 && blocks.front().rows.size() == 1 && blocks.front().rows.front().keys.front().empty();
      if (one_row && r.last - r.first == blocks.front().value_columns() && is_headed(row, form)) {
        return form;
      }
    }
    return kNoForm;
  }

  [[nodiscard]] bool is_headed(std::uint32_t row, std::size_t form) const {
    constexpr std::uint32_t kRowsAbove = 12;
    for (auto above = row; above > 0 && row - above < kRowsAbove; --above) {
      const Row& r = rows_.rows[above - 1];
      if (has_figure(rows_, r)) {
        return false;
      }
      if (heads(r, form)) {
        return true;
      }
    }
    return false;
  }

  /// True if a word of the row holds the label over a group of the form's columns.
  [[nodiscard]] bool heads(const Row& row, std::size_t form) const {
    return std::any_of(rows_.tokens + row.first, rows_.tokens + row.last, [&](const Token& token) {
      return std::any_of(format_.labels.begin(), format_.labels.end(), [&](const TemplateLabel& label) {
        return label.form == form && label.role == LabelRole::spanner &&
               token.key.find(label.key) != std::string_view::npos;
      });
    });
  }

  /// A label of this form alone with a figure for each column: enough to know the form by.
  [[nodiscard]] bool is_whole_row(std::uint32_t row, std::size_t form) const {
    const Row& r = rows_.rows[row];
    if (r.table_row == 0) {
      return false;
    }
    const auto hits = hits_.of(row);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return is_sure(hit) && std::any_of(hit.labels.begin(), hit.labels.end(), [&](const TemplateLabel& label) {
               return label.form == form && label.role == LabelRole::row &&
                      r.last - hit.to == format_.forms[form].blocks[label.block].columns.size();
             });
    });
  }

  /// Rows with labels of the form, cut where too much else stands between them.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> clusters(std::size_t form) const {
    constexpr std::uint32_t kWidestGap = 40;
    constexpr std::uint32_t kProseCounts = 12;
    std::vector<std::vector<std::uint32_t>> result;
    std::uint32_t gap = kWidestGap;
    for (std::uint32_t row = 0; row < hits_.size(); ++row) {
      const bool prose = rows_.rows[row].prose;
      if (prose || !(names(row, form) || is_bare(row, form))) {
        gap += prose ? kProseCounts : 1;
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

  /// A label of this form alone; or one that forms share, behind one of this form.
  [[nodiscard]] bool names(std::uint32_t row, std::size_t form) const {
    const auto hits = hits_.of(row);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.labels.has_form(form) && (is_sure(hit) || current_[row] == form);
    });
  }

  /// True if some label of the row belongs to another form for sure.
  static bool other_form(std::span<const Hit> hits, std::size_t form) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](const Hit& hit) { return is_sure(hit) && !hit.labels.has_form(form); });
  }

  [[nodiscard]] RowSign sign(std::uint32_t row, std::size_t form) const {
    RowSign result;
    result.header = is_header(rows_, rows_.rows[row], hits_.of(row), form);
    result.figures = has_figure(rows_, rows_.rows[row]);
    for (const auto& hit : hits_.of(row)) {
      if (result.header && hit.labels.has(LabelRole::spanner, form)) {
        result.spanners.push_back({hit.labels.first->hash, 1});
      }
    }
    // Of several labels in one row (a header and the first row behind it) the last is that of the figures.
    const auto hits = hits_.of(row);
    for (auto hit = hits.rbegin(); hit != hits.rend() && !result.label; ++hit) {
      const auto times = std::count_if(hit->labels.begin(), hit->labels.end(), [&](const TemplateLabel& label) {
        return label.form == form && label.role == LabelRole::row;
      });
      if (times > 0 && !result.header) {
        result.label = RowSign::Label{hit->labels.first->hash, static_cast<std::uint32_t>(times)};
      }
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
                           return is_whole_row(row, form) || is_bare(row, form);
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
      for (const auto& hit : hits_.of(row)) {
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
    std::uint32_t row = rows.front();
    for (; row <= rows.back(); ++row) {
      if (!rows_.rows[row].prose && !belongs_elsewhere(row, form)) {
        region.rows.push_back(row);
      }
    }
    if (!is_bare(rows.back(), form)) {
      row = extend(form, row, end, region);
    }
    constexpr std::uint32_t kNotesWithin = 2;
    for (std::uint32_t i = 0; i < kNotesWithin && row < end && !belongs_elsewhere(row, form); ++i, ++row) {
      if (is_note(rows_, rows_.rows[row])) {
        region.notes.push_back(row);
      }
    }
  }

  [[nodiscard]] bool belongs_elsewhere(std::uint32_t row, std::size_t form) const {
    const auto hits = hits_.of(row);
    return !hits.empty() && other_form(hits, form) && std::none_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return is_sure(hit) && hit.labels.has_form(form);
    });
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
      if (next.prose || belongs_elsewhere(row, form) || is_bare_elsewhere(row, form) || is_note(rows_, next)) {
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
  RowHits hits_;
  static constexpr std::size_t kNoForm = static_cast<std::size_t>(-1);
  std::vector<std::size_t> bare_;     ///< per row: the form of one row it is, though it has no label
  std::vector<std::size_t> current_;  ///< per row: the form that was named last for sure
};

}  // namespace

std::vector<Region> find_regions(const Rows& rows, const Template& format, const LabelIndex& index) {
  return Finder(rows, format, index).run();
}

}  // namespace nianbao::forms
