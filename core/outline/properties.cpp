#include <algorithm>

#include "outline/header.hpp"
#include "outline/labelled.hpp"

namespace nianbao {
namespace {

enum Label : std::size_t { title, issuer, published, index_number, document_number, other };

class PropertyReader {
 public:
  explicit PropertyReader(HeaderWork& work)
      : work_(work), labels_{&work.words.properties.title,           &work.words.properties.issuer,
                             &work.words.properties.published,       &work.words.properties.index_number,
                             &work.words.properties.document_number, &work.words.properties.other} {}

  StatedProperties run() {
    for (const auto& property : work_.document.properties) {
      const auto name = fold(property.name);
      for (std::size_t i = 0; i < labels_.size(); ++i) {
        if (is_word(name.chars(), *labels_[i])) {
          set(static_cast<Label>(i), property.value);
        }
      }
    }
    for (std::size_t i = 0; i < work_.body_from; ++i) {
      read_line(work_.outline.lines[i]);
    }
    return std::move(stated_);
  }

 private:
  void read_line(OutlineLine& line) {
    constexpr std::size_t kLongest = 200;
    if (line.kind != OutlineLine::Kind::body || line.to - line.from > kLongest) {
      return;
    }
    const auto found = find_labelled(work_.fold_of(line), {line.from, line.to}, labels_);
    if (found.empty() || found.front().name.from != line.from) {
      read_time(line);
      return;
    }
    line.kind = OutlineLine::Kind::header;
    for (const auto& one : found) {
      set(static_cast<Label>(one.label), work_.printed(line, one.value));
    }
  }

  /// A line that is a date and a time of day: web sites print without a label when they put a page out.
  void read_time(OutlineLine& line) {
    const auto& text = work_.fold_of(line);
    const auto date = find_date(text, line.from, line.to);
    const auto is_of_time = [](char32_t c) { return c == U':' || c == U' ' || (c >= U'0' && c <= U'9'); };
    if (!date || date->from != line.from || date->date.day == 0) {
      return;
    }
    const auto rest = text.chars().substr(date->to, line.to - date->to);
    if (rest.find(U':') != std::u32string_view::npos && std::all_of(rest.begin(), rest.end(), is_of_time)) {
      line.kind = OutlineLine::Kind::header;
      set(published, work_.printed(line, {date->from, date->to}));
    }
  }

  void set(Label label, std::string_view value) {
    if (value.empty()) {
      return;
    }
    const auto keep = [&](std::string_view& field) { field = field.empty() ? work_.report.store(value) : field; };
    switch (label) {
      case title:
        stated_.title = stated_.title.empty() ? std::string(value) : stated_.title;
        break;
      case issuer:
        stated_.issuer = stated_.issuer.empty() ? std::string(value) : stated_.issuer;
        break;
      case published:
        if (const auto date = find_date(fold(value), 0); date && stated_.published.empty()) {
          stated_.published = date->date;
        }
        break;
      case index_number:
        keep(work_.report.index_number);
        break;
      case document_number:
        keep(work_.report.document_number);
        break;
      case other:
        break;
    }
  }

  HeaderWork& work_;
  std::vector<const Words*> labels_;
  StatedProperties stated_;
};

}  // namespace

StatedProperties read_properties(HeaderWork& work) { return PropertyReader(work).run(); }

}  // namespace nianbao
