#include <algorithm>

#include "outline/header.hpp"
#include "outline/labelled.hpp"

namespace nianbao {
namespace {

enum Label : std::size_t { responsible, reviewer, preparer, phone, date, other };

/// A telephone number alone signs nothing off.
bool is_strong(Label label) { return label != phone && label != other; }

std::string name_of(std::string_view printed) {
  constexpr std::size_t kLongestName = 4;
  const auto folded = fold(printed);
  if (folded.size() > kLongestName) {
    return std::string(printed);
  }
  std::string result;  // 张　三 is set apart for its looks
  for (std::size_t i = 0; i < folded.size(); ++i) {
    result += folded.slice(printed, i, i + 1);
  }
  return result;
}

class SignOffReader {
 public:
  explicit SignOffReader(HeaderWork& work)
      : work_(work), labels_{&work.words.signoff.responsible, &work.words.signoff.reviewer,
                             &work.words.signoff.preparer,    &work.words.signoff.phone,
                             &work.words.signoff.date,        &work.words.signoff.other} {}

  void run() {
    read_lines();
    if (work_.report.signoff.empty()) {
      read_tables();
    }
  }

 private:
  /// Runs of lines that begin with a label; a run counts if somebody signs in it.
  void read_lines() {
    auto& lines = work_.outline.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::size_t end = i;
      bool strong = false;
      while (end < lines.size() && (begins_with_label(lines[end], strong) || (end > i && is_value_of(end)))) {
        ++end;
      }
      if (end == i) {
        continue;
      }
      for (std::size_t line = i; line < end && strong; ++line) {
        read_line(line, end);
        lines[line].kind = OutlineLine::Kind::signoff;
      }
      if (!strong) {
        drop_empty_labels(i, end);
      }
      i = end;
    }
  }

  [[nodiscard]] std::vector<LabelledValue> labelled(const OutlineLine& line) const {
    constexpr std::size_t kLongest = 160;
    if (line.kind != OutlineLine::Kind::body || line.to - line.from > kLongest) {
      return {};
    }
    return find_labelled(work_.fold_of(line), {line.from, line.to}, labels_);
  }

  bool begins_with_label(const OutlineLine& line, bool& strong) const {
    const auto found = labelled(line);
    if (found.empty() || found.front().name.from != line.from) {
      return false;
    }
    strong = strong || std::any_of(found.begin(), found.end(),
                                   [](const auto& one) { return is_strong(static_cast<Label>(one.label)); });
    return true;
  }

  /// A short line under a label without a value: 单位负责人： / 张三.
  [[nodiscard]] bool is_value_of(std::size_t index) const {
    constexpr std::size_t kLongestValue = 14;
    const auto& line = work_.outline.lines[index];
    const auto before = labelled(work_.outline.lines[index - 1]);
    return line.kind == OutlineLine::Kind::body && line.to - line.from <= kLongestValue && !before.empty() &&
           before.back().value.from == before.back().value.to &&
           static_cast<Label>(before.back().label) != Label::other;
  }

  void read_line(std::size_t index, std::size_t end) {
    const auto& line = work_.outline.lines[index];
    for (const auto& one : labelled(line)) {
      if (one.value.from < one.value.to) {
        set(static_cast<Label>(one.label), work_.printed(line, one.value));
      } else if (index + 1 < end && is_value_of(index + 1)) {
        set(static_cast<Label>(one.label), work_.printed(work_.outline.lines[index + 1]));
      }
    }
  }

  /// 填报单位（盖章）： without a name is part of the printed form.
  void drop_empty_labels(std::size_t from, std::size_t to) {
    for (; from < to; ++from) {
      auto& line = work_.outline.lines[from];
      const auto found = labelled(line);
      const bool blank = std::all_of(found.begin(), found.end(), [](const auto& one) {
        return one.value.from == one.value.to && static_cast<Label>(one.label) == Label::other;
      });
      if (!found.empty() && blank) {
        line.kind = OutlineLine::Kind::signoff;
      }
    }
  }

  /// A form's last rows may hold it.
  void read_tables() {
    constexpr std::uint32_t kLastRows = 4;
    for (const auto& block : work_.document.blocks) {
      const auto* table = block.as<Table>();
      if (table == nullptr) {
        continue;
      }
      std::string text;
      for (const auto& cell : table->cells) {
        if (cell.row + kLastRows > table->rows) {
          text.append(cell.text.chars).append("\t");
        }
      }
      read_cells(text);
    }
  }

  void read_cells(std::string_view text) {
    const auto folded = fold(text);
    const auto found = find_labelled(folded, {0, folded.size()}, labels_);
    const bool strong = std::any_of(found.begin(), found.end(),
                                    [](const auto& one) { return is_strong(static_cast<Label>(one.label)); });
    for (const auto& one : found) {
      if (strong && one.value.from < one.value.to) {
        set(static_cast<Label>(one.label), folded.slice(text, one.value.from, one.value.to));
      }
    }
  }

  /// The first statement counts: a table repeated has a second sign-off.
  void set(Label label, std::string_view value) {
    auto& signoff = work_.report.signoff;
    if (label == Label::date) {
      const auto found = find_date(fold(value), 0);
      signoff.date = signoff.date.empty() && found ? found->date : signoff.date;
      return;
    }
    if (label == Label::other) {
      return;
    }
    auto& field = label == responsible ? signoff.responsible
                  : label == reviewer  ? signoff.reviewer
                  : label == preparer  ? signoff.preparer
                                       : signoff.phone;
    if (field.empty()) {
      field = work_.report.store(label == phone ? std::string(value) : name_of(value));
    }
  }

  HeaderWork& work_;
  std::vector<const Words*> labels_;
};

}  // namespace

void read_signoff(HeaderWork& work) { SignOffReader(work).run(); }

}  // namespace nianbao
