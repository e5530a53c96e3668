#include "forms/region_splitter.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace nianbao::forms {
namespace {

class Splitter {
 public:
  Splitter(const Rows& rows, const std::vector<std::uint32_t>& cluster,
           const std::function<RowSign(std::uint32_t)>& sign)
      : rows_(rows), cluster_(cluster) {
    for (const auto row : cluster) {
      signs_.push_back(sign(row));
      has_row_labels_ = has_row_labels_ || signs_.back().label.has_value();
    }
  }

  std::vector<std::vector<std::uint32_t>> run() {
    std::size_t begin = 0;
    std::size_t header = kNone;  // where the header rows in front of here begin
    for (std::size_t i = 0; i < cluster_.size(); ++i) {
      if (is_header(i)) {
        const bool first = i == 0 || !is_header(i - 1) || signs_[i - 1].figures;
        header = first ? i : header;
        if (first && !has_row_labels_ && i > begin && figures_before(i) && repeats(signs_[i].spanners)) {
          cut(begin, i);
          begin = i;
          seen_.clear();
        }
        note(signs_[i].spanners);
        continue;
      }
      if (begins_again(i)) {
        const auto at = header != kNone && header > begin && i > 0 && signs_[i - 1].header ? header : i;
        cut(begin, at);
        begin = at;
        seen_.clear();
      }
      note(label_of(i));
    }
    cut(begin, cluster_.size());
    return std::move(result_);
  }

 private:
  void cut(std::size_t from, std::size_t to) {
    if (to > from) {
      result_.emplace_back(cluster_.begin() + static_cast<std::ptrdiff_t>(from),
                           cluster_.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }

  /// A header, or one with the figures below it in one line.
  [[nodiscard]] bool is_header(std::size_t at) const {
    return signs_[at].header || (!has_row_labels_ && !signs_[at].spanners.empty());
  }

  [[nodiscard]] std::span<const RowSign::Label> label_of(std::size_t at) const {
    return signs_[at].label ? std::span(&*signs_[at].label, 1) : std::span<const RowSign::Label>();
  }

  void note(std::span<const RowSign::Label> labels) {
    for (const auto& label : labels) {
      ++seen_[label.hash];
    }
  }

  [[nodiscard]] bool repeats(std::span<const RowSign::Label> labels) const {
    return std::any_of(labels.begin(), labels.end(), [&](const RowSign::Label& label) {
      const auto it = seen_.find(label.hash);
      return it != seen_.end() && it->second >= label.times;
    });
  }

  /// A row doubled by a page break is followed by new ones; a form that begins again is not.
  [[nodiscard]] bool begins_again(std::size_t at) const {
    constexpr std::size_t kLookAhead = 4;
    if (!repeats(label_of(at))) {
      return false;
    }
    std::size_t rows = 0;
    std::size_t repeated = 0;
    for (auto i = at; i < signs_.size() && rows < kLookAhead; ++i) {
      if (signs_[i].label) {
        ++rows;
        repeated += repeats(label_of(i)) ? 1 : 0;
      }
    }
    return repeated >= 2 && repeated * 2 > rows;
  }

  /// True if rows of figures stand between this header and the last one.
  [[nodiscard]] bool figures_before(std::size_t at) const {
    for (auto row = cluster_[at - 1] + (signs_[at - 1].header ? 1 : 0); row < cluster_[at]; ++row) {
      const auto& r = rows_.rows[row];
      const bool figure = std::any_of(rows_.tokens + r.first, rows_.tokens + r.last,
                                      [](const Token& t) { return t.kind == TokenKind::number; });
      if (figure) {
        return true;
      }
    }
    return false;
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const Rows& rows_;
  const std::vector<std::uint32_t>& cluster_;
  std::vector<RowSign> signs_;
  bool has_row_labels_ = false;
  std::map<std::uint64_t, std::uint32_t> seen_;
  std::vector<std::vector<std::uint32_t>> result_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> split_instances(const Rows& rows, const std::vector<std::uint32_t>& cluster,
                                                        const std::function<RowSign(std::uint32_t)>& sign) {
  return Splitter(rows, cluster, sign).run();
}

}  // namespace nianbao::forms
