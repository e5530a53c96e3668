#include "forms/regions.hpp"

#include <algorithm>
#include <set>

#include "forms/note.hpp"
#include "forms/region_splitter.hpp"
#include "forms/token.hpp"

namespace nianbao::forms {
namespace {

/// What a row says of each form; made once, read for all forms.
class RowHits {
 public:
  RowHits(const Rows& rows, const LabelIndex& index) : hits_(rows.rows.size()) {
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      find_hits(rows, rows.rows[i], index, hits_[i]);
    }
  }
  [[nodiscard]] const std::vector<Hit>& of(std::uint32_t row) const { return hits_[row]; }
  [[nodiscard]] std::size_t size() const { return hits_.size(); }

 private:
  std::vector<std::vector<Hit>> hits_;
};

/// A sentence or a heading between the rows of a form is no part of it.
bool is_prose(const Rows& rows, const Row& row) {
  return row.heading ||
         (row.layout == Layout::text && std::any_of(rows.tokens + row.first, rows.tokens + row.last, is_sentence));
}

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
  }

  std::vector<Region> run() {
    std::vector<Region> found;
    for (std::size_t form = 0; form < format_.forms.size(); ++form) {
      std::vector<std::vector<std::uint32_t>> parts;
      for (const auto& cluster : clusters(form)) {
        for (auto& part : split_instances(rows_, cluster, [&](std::uint32_t row) { return sign(row, form); })) {
          parts.push_back(std::move(part));
        }
      }
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = i + 1 < parts.size() ? parts[i + 1].front() : static_cast<std::uint32_t>(hits_.size());
        add(form, parts[i], end, found);
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
    for (std::uint32_t row = 0; row < hits_.size(); ++row) {
      const bool prose = is_prose(rows_, rows_.rows[row]);
      if (prose || !names(row, form)) {
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
    const auto& hits = hits_.of(row);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.labels.has_form(form) && (is_sure(hit) || current_[row] == form);
    });
  }

  /// True if some label of the row belongs to another form for sure.
  static bool other_form(const std::vector<Hit>& hits, std::size_t form) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](const Hit& hit) { return is_sure(hit) && !hit.labels.has_form(form); });
  }

  [[nodiscard]] RowSign sign(std::uint32_t row, std::size_t form) const {
    RowSign result;
    result.header = is_header(rows_, rows_.rows[row], hits_.of(row), form);
    result.figures = has_figure(rows_, rows_.rows[row]);
    for (const auto& hit : hits_.of(row)) {
      if (result.header && hit.labels.has(LabelRole::spanner, form)) {
        result.spanners.push_back({hit.labels.first->key, 1});
      }
    }
    // Of several labels in one row (a header and the first row behind it) the last is that of the figures.
    const auto& hits = hits_.of(row);
    for (auto hit = hits.rbegin(); hit != hits.rend() && result.labels.empty(); ++hit) {
      const auto times = std::count_if(hit->labels.begin(), hit->labels.end(), [&](const TemplateLabel& label) {
        return label.form == form && label.role == LabelRole::row;
      });
      if (times > 0 && !result.header) {
        result.labels.push_back({hit->labels.first->key, static_cast<std::uint32_t>(times)});
      }
    }
    return result;
  }

  /// `end`: where the form begins again, at the latest.
  void add(std::size_t form, const std::vector<std::uint32_t>& rows, std::uint32_t end,
           std::vector<Region>& found) const {
    Region region;
    region.form = form;
    count_labels(form, rows, region);
    const auto least = std::min<std::uint32_t>(3, std::max<std::uint32_t>(region.expected / 2, 1));
    if (region.matched < least) {
      return;
    }
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
    std::set<std::string_view> all;
    for (const auto& label : format_.labels) {
      if (label.form == form && counts(label, form)) {
        all.insert(label.key);
      }
    }
    std::set<std::string_view> seen;
    for (const auto row : rows) {
      for (const auto& hit : hits_.of(row)) {
        if (hit.labels.has_form(form)) {
          seen.insert(hit.labels.first->key);
        }
      }
    }
    region.matched = static_cast<std::uint32_t>(seen.size());
    region.expected = std::max(static_cast<std::uint32_t>(all.size()), region.matched);
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
      if (!is_prose(rows_, rows_.rows[row]) && !belongs_elsewhere(row, form)) {
        region.rows.push_back(row);
      }
    }
    row = extend(form, row, end, region);
    constexpr std::uint32_t kNotesWithin = 2;
    for (std::uint32_t i = 0; i < kNotesWithin && row < end && !belongs_elsewhere(row, form); ++i, ++row) {
      if (is_note(rows_, rows_.rows[row])) {
        region.notes.push_back(row);
      }
    }
  }

  [[nodiscard]] bool belongs_elsewhere(std::uint32_t row, std::size_t form) const {
    const auto& hits = hits_.of(row);
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
      if (is_prose(rows_, next) || belongs_elsewhere(row, form) || is_note(rows_, next)) {
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
  std::vector<std::size_t> current_;  ///< per row: the form that was named last for sure
};

}  // namespace

std::vector<Region> find_regions(const Rows& rows, const Template& format, const LabelIndex& index) {
  return Finder(rows, format, index).run();
}

}  // namespace nianbao::forms
