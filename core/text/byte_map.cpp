#include <algorithm>

#include <nianbao/sdk/encoding.hpp>

namespace nianbao {

void ByteMap::add(std::uint32_t text_width, std::uint64_t file_offset, std::uint32_t file_width) {
  const auto continues = [&](const Run& run) {
    return run.text_width == text_width && run.file_width == file_width &&
           run.file + static_cast<std::uint64_t>(end_ - run.text) / text_width * file_width == file_offset;
  };
  if (runs_.empty() || !continues(runs_.back())) {
    runs_.push_back(
        {file_offset, end_, static_cast<std::uint16_t>(text_width), static_cast<std::uint16_t>(file_width)});
  }
  end_ += text_width;
}

std::size_t ByteMap::run_at(std::uint64_t text_offset) const noexcept {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                                     [](std::uint64_t offset, const Run& run) { return offset < run.text; });
  return next == runs_.begin() ? 0 : static_cast<std::size_t>(next - runs_.begin()) - 1;
}

std::uint64_t ByteMap::file_offset(std::uint64_t text_offset) const noexcept {
  if (runs_.empty()) {
    return text_offset + shift_;
  }
  const auto& run = runs_[run_at(text_offset)];
  return run.file + (text_offset - run.text) * run.file_width / run.text_width;
}

void ByteMap::append_runs(Range range, std::uint32_t at, std::uint32_t line, std::vector<SourceRun>& runs) const {
  if (range.from >= range.to) {
    return;
  }
  const auto text_offset = [&](std::uint64_t offset) { return static_cast<std::uint32_t>(at + offset - range.from); };
  if (runs_.empty()) {
    runs.push_back({at, text_offset(range.to), range.from + shift_, range.to + shift_, line});
    return;
  }
  for (auto index = run_at(range.from); index < runs_.size() && runs_[index].text < range.to; ++index) {
    const auto& run = runs_[index];
    const auto run_end = index + 1 < runs_.size() ? runs_[index + 1].text : end_;
    const auto from = std::max<std::uint64_t>(range.from, run.text);
    const auto to = std::min<std::uint64_t>(range.to, run_end);
    const auto file = [&](std::uint64_t offset) {
      return run.file + (offset - run.text) * run.file_width / run.text_width;
    };
    runs.push_back({text_offset(from), text_offset(to), file(from), file(to), line});
  }
}

}  // namespace nianbao
