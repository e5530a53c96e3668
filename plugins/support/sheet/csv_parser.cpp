#include "sheet/csv_parser.hpp"

#include <algorithm>
#include <array>

namespace nianbao::sheet {

namespace {

class Parser {
 public:
  Parser(std::string_view text, char separator) : text_(text), separator_(separator) {}

  CsvText run() {
    CsvText result;
    while (at_ < text_.size()) {
      CsvRecord record;
      do {
        record.fields.push_back(field(result));
      } while (take_separator());
      take_line_end();
      result.records.push_back(std::move(record));
    }
    return result;
  }

 private:
  CsvField field(CsvText& result) {
    if (at_ < text_.size() && text_[at_] == '"' && !quotes_off_) {
      const auto close = closing_quote();
      if (close != std::string_view::npos) {
        return quoted(close);
      }
      quotes_off_ = true;
      result.open_quote_line = line_;
    }
    const auto from = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
      ++at_;
    }
    return {text_.substr(from, at_ - from), line_, false};
  }

  [[nodiscard]] std::size_t closing_quote() const {
    auto i = text_.find('"', at_ + 1);
    while (i != std::string_view::npos && i + 1 < text_.size() && text_[i + 1] == '"') {
      i = text_.find('"', i + 2);
    }
    return i;
  }

  /// What follows the closing quote up to the separator is kept where it is more than blanks.
  CsvField quoted(std::size_t close) {
    const auto from = at_;
    CsvField field{text_.substr(from + 1, close - from - 1), line_, false};
    field.escaped = field.raw.find('"') != std::string_view::npos;
    line_ += static_cast<std::uint32_t>(std::count(field.raw.begin(), field.raw.end(), '\n'));
    at_ = close + 1;
    const auto rest = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
      ++at_;
    }
    if (text_.substr(rest, at_ - rest).find_first_not_of(" \t") != std::string_view::npos) {
      field.raw = text_.substr(from, at_ - from);
      field.escaped = false;
    }
    return field;
  }

  bool take_separator() {
    const bool there = at_ < text_.size() && text_[at_] == separator_;
    at_ += static_cast<std::size_t>(there);
    return there;
  }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') {
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
    }
    ++line_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool quotes_off_ = false;
};

}  // namespace

char find_separator(std::string_view text) {
  constexpr std::size_t kHead = 8192;
  constexpr std::array<char, 3> kSeparators = {',', '\t', ';'};
  text = text.substr(0, kHead);
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char separator : kSeparators) {
    const auto count = std::count(text.begin(), text.end(), separator);
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}

CsvText parse_csv(std::string_view text, char separator) { return Parser(text, separator).run(); }

}  // namespace nianbao::sheet
