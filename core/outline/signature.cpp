#include <algorithm>

#include "outline/header.hpp"

namespace nianbao {
namespace {

struct Signature {
  std::size_t line = 0;
  Date date;
  Span signatory;  ///< in the same line; empty if it stands above
};

bool is_attachment(const HeaderWork& work, const OutlineLine& line) {
  constexpr std::size_t kLongestMark = 6;
  const auto chars = work.outline.chars(line);
  const auto word = starts_with_word(chars, work.words.attachment_starts);
  return !word.empty() && chars.size() <= word.size() + kLongestMark;
}

/// 2019年2月22日, or 清河市人民政府 2019年2月22日.
std::optional<Signature> read_line(const HeaderWork& work, std::size_t index) {
  constexpr std::size_t kLongest = 60;
  const auto& line = work.outline.lines[index];
  if (line.kind != OutlineLine::Kind::body || line.to - line.from > kLongest) {
    return std::nullopt;
  }
  const Folded& text = work.fold_of(line);
  std::size_t to = line.to;
  std::size_t from = line.from;
  if (to - from > 2 && text.chars()[from] == U'(' && text.chars()[to - 1] == U')') {
    ++from;
    --to;
  }
  const auto date = find_date(text, from, to);
  if (!date || date->to != to || date->date.day == 0) {
    return std::nullopt;
  }
  const Span signatory{from, date->from};
  if (signatory.from < signatory.to &&
      !is_body(text.chars().substr(signatory.from, signatory.to - signatory.from), work.words)) {
    return std::nullopt;
  }
  return Signature{index, date->date, signatory};
}

/// The last signature before the first attachment; before the first section none but a date.
std::optional<Signature> find_signature(const HeaderWork& work) {
  std::optional<Signature> last;
  const auto& lines = work.outline.lines;
  const std::size_t begin = work.body_from < lines.size() ? work.body_from : 0;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].kind == OutlineLine::Kind::body && is_attachment(work, lines[i]) && last) {
      break;
    }
    if (auto found = read_line(work, i)) {
      last = found;
    }
  }
  for (std::size_t i = 0; i < begin && !last; ++i) {
    last = read_line(work, i);
  }
  return last;
}

void sign(HeaderWork& work, OutlineLine& line, Span signatory) {
  line.kind = OutlineLine::Kind::signature;
  std::string name;
  const Folded& text = work.fold_of(line);
  for (std::size_t i = signatory.from; i < signatory.to; ++i) {
    name += text.slice(work.text_of(line), i, i + 1);
  }
  work.report.signatory = work.report.store(name);
}

}  // namespace

Date read_signature(HeaderWork& work) {
  const auto found = find_signature(work);
  if (!found) {
    return {};
  }
  auto& lines = work.outline.lines;
  lines[found->line].kind = OutlineLine::Kind::signature;
  if (found->signatory.from < found->signatory.to) {
    sign(work, lines[found->line], found->signatory);
    return found->date;
  }
  for (std::size_t i = found->line; i-- > 0;) {
    if (lines[i].kind == OutlineLine::Kind::furniture) {
      continue;
    }
    if (lines[i].kind == OutlineLine::Kind::body && is_body(work.outline.chars(lines[i]), work.words)) {
      sign(work, lines[i], {lines[i].from, lines[i].to});
    }
    break;
  }
  return found->date;
}

void read_cover(HeaderWork& work) {
  auto& lines = work.outline.lines;
  bool titled = false;  // the line above is of the title
  for (std::size_t i = 0; i < lines.size() && i < work.body_from; ++i) {
    if (titled && lines[i].kind == OutlineLine::Kind::body && is_body(work.outline.chars(lines[i]), work.words)) {
      sign(work, lines[i], {lines[i].from, lines[i].to});
      return;
    }
    titled = lines[i].kind == OutlineLine::Kind::header || (titled && lines[i].kind == OutlineLine::Kind::furniture);
  }
}

}  // namespace nianbao
