#include "rules/source.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include <nianbao/sdk/text.hpp>

#include "rules/caret.hpp"
#include "rules/schema.hpp"
#include "text/utf8.hpp"

namespace nianbao {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 1U << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Follows a scalar's value through its source text.
class Follower {
 public:
  Follower(std::string_view source, std::size_t at) : source_(source), at_(at) {
    if (at_ < source_.size() && (source_[at_] == '>' || source_[at_] == '|')) {
      at_ = std::min(source_.find('\n', at_), source_.size());
    } else if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) {
      quote_ = source_[at_++];
    }
  }

  /// Passes one character of the value; false where the source does not show it as such.
  bool pass(std::string_view character) {
    if (is_space(character.front())) {
      skip_space();
      return true;
    }
    find();
    if (source_.substr(at_, character.size()) != character) {
      return false;
    }
    at_ += character.size();
    return true;
  }

  /// The byte of the next character of the value.
  std::size_t find() {
    skip_space();
    const bool doubled = quote_ == '\'' && source_.substr(at_, 2) == "''";
    if (doubled || (quote_ == '"' && source_.substr(at_, 1) == "\\")) {
      ++at_;
    }
    return at_;
  }

  /// The byte behind what was passed.
  [[nodiscard]] std::size_t end() const noexcept { return at_; }

 private:
  void skip_space() {
    while (at_ < source_.size() && is_space(source_[at_])) {
      ++at_;
    }
  }

  std::string_view source_;
  std::size_t at_;
  char quote_ = '\0';
};

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || stream.bad()) {
    return std::nullopt;
  }
  return text;
}

/// True if the file truly stands beside the pack's own pack.yaml: a link in a pack reads no file from elsewhere.
bool is_in_its_pack(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto file = fs::canonical(path, error);
  const auto pack = error ? file : fs::canonical(fs::path(path).parent_path() / "pack.yaml", error);
  return error || file.parent_path() == pack.parent_path();
}

/// What is wrong with a file before its YAML is looked at.
bool is_readable(const SourceFile& file, RuleFaults& faults) {
  const auto check = check_utf8(file.text);
  if (check.valid != file.text.size()) {
    const auto line = static_cast<std::uint32_t>(
        1 + std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(check.valid), '\n'));
    faults.add(file, {line, 1}, "not-utf-8", {"文件不是UTF-8编码（可能是GBK）", "The file is not UTF-8 (GBK, perhaps)"},
               {"请另存为UTF-8。", "Save it as UTF-8."});
    return false;
  }
  return true;
}

/// The file's text and lines. False and a fault if it cannot be read.
bool read_text(SourceFile& file, RuleFaults& faults) {
  if (!is_in_its_pack(file.path)) {
    faults.add(
        file, {0, 0}, "outside-pack",
        {"文件是指向规则包之外的链接，不予读取", "The file is a link that leads out of the pack; it is not read"},
        {"请把文件放在规则包的文件夹里。", "Put the file itself into the pack's folder."});
    return false;
  }
  std::error_code error;
  const auto size = std::filesystem::file_size(file.path, error);
  if (!error && size > kMaxFileBytes) {
    faults.add(file, {0, 0}, "file-too-large", {"文件过大，上限为1 MiB", "The file is too large; the limit is 1 MiB"},
               {"请检查是否放错了文件。", "Check whether this is the right file."});
    return false;
  }
  auto text = error ? std::nullopt : read_file(file.path);
  if (!text) {
    faults.add(file, {0, 0}, "unreadable", {"文件无法读取", "The file cannot be read"});
    return false;
  }
  file.text = *std::move(text);
  if (file.text.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0) {
    file.text.erase(0, kByteOrderMark.size());
  }
  if (!is_readable(file, faults)) {
    return false;  // no line of it can be shown
  }
  file.lines = line_starts(file.text);
  return true;
}

}  // namespace

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number == 0 || number > lines.size()) {
    return {};
  }
  return place_in(std::string_view(text).substr(lines[number - 1]), 0).line_text;
}

RuleOrigin SourceFile::origin(yaml::Mark at) const { return {pack, path, at.line, at.column}; }

void RuleFaults::add(const SourceFile& file, yaml::Mark at, std::string code, Message message, Message hint) {
  if (!full() && !follows(file, at, code)) {
    faults_.push_back(
        {std::move(code), std::move(message), std::move(hint), file.origin(at), std::string(file.line(at.line))});
  }
}

bool RuleFaults::follows(const SourceFile& file, yaml::Mark at, std::string_view code) const {
  return std::any_of(faults_.begin(), faults_.end(), [&](const RuleFault& told) {
    return told.where.line == at.line && told.where.column == at.column && told.where.file == file.path &&
           (told.code == "wrong-kind" || told.code == "unknown-choice" || (told.code == code && code == "unknown-key"));
  });
}

void RuleFaults::add_error(const Error& error) {
  RuleFault fault{error.code, error.message, error.hint, {}, {}};
  fault.where.file = error.where;
  faults_.push_back(std::move(fault));
}

void RuleFaults::sort() {
  const auto place = [](const RuleFault& fault) {
    return std::tie(fault.where.file, fault.where.line, fault.where.column);
  };
  std::stable_sort(faults_.begin(), faults_.end(),
                   [&](const RuleFault& a, const RuleFault& b) { return place(a) < place(b); });
}

void RuleFaults::append(std::vector<RuleFault> faults) {
  std::move(faults.begin(), faults.end(), std::back_inserter(faults_));
}

SourcePtr read_source(const std::string& pack, const std::string& path, RuleFaults& faults) {
  auto file = std::make_shared<SourceFile>();
  file->pack = pack;
  file->path = path;
  if (!read_text(*file, faults)) {
    return nullptr;
  }
  yaml::Faults yaml_faults(path);
  file->root = yaml::read(file->text, yaml_faults);
  for (auto& fault : yaml_faults.take()) {
    faults.add(*file, fault.at, "yaml", std::move(fault.message));
  }
  const auto* schema = schema_of(std::filesystem::path(path).filename().string());
  if (schema != nullptr && file->root != nullptr) {
    check_against(*schema, *file, faults);
  }
  return file;
}

yaml::Mark mark_inside(const SourceFile& file, const yaml::Node& scalar, std::uint32_t character) {
  const std::string_view source = file.text;
  std::size_t start = file.lines[std::min<std::size_t>(scalar.at.line, file.lines.size()) - 1];
  for (std::uint32_t i = 1; i < scalar.at.column && start < source.size(); ++i) {
    start = next_character(source, start);
  }
  Follower follower(source, start);
  const std::string_view value = scalar.text;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < character && at < value.size(); ++i) {
    const auto next = next_character(value, at);
    if (!follower.pass(value.substr(at, next - at))) {
      return scalar.at;
    }
    at = next;
  }
  const auto found = at < value.size() ? follower.find() : follower.end();
  const auto line = std::upper_bound(file.lines.begin(), file.lines.end(), found) - 1;
  return {static_cast<std::uint32_t>(line - file.lines.begin() + 1),
          static_cast<std::uint32_t>(count_chars(source.substr(*line, found - *line))) + 1};
}

Message did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string near(yaml::closest(word, known));
  if (near.empty()) {
    return {};
  }
  return {"是否要写 " + near + "？", "Did you mean " + near + "?"};
}

}  // namespace nianbao
