#include "outline/form_scopes.hpp"

#include <algorithm>

namespace nianbao {
namespace {

class ScopeReader {
 public:
  ScopeReader(const SectionWork& work, Report& report) : work_(work), report_(report) {}

  void run() {
    for (auto& form : report_.forms) {
      if (is_repeated(form) && !form.blocks.empty()) {
        read(form);
      }
    }
  }

 private:
  [[nodiscard]] bool is_repeated(const Form& form) const {
    return std::any_of(report_.forms.begin(), report_.forms.end(), [&](const Form& other) {
      return &other != &form && other.id == form.id && other.format == form.format;
    });
  }

  void read(Form& form) const {
    const auto caption = fold(form.caption);
    form.scope = scope_of(caption.chars());
    if (form.scope != Scope::unknown) {
      return;
    }
    constexpr std::size_t kReach = 3;  // lines above the table: its caption, a unit, a note
    const auto& lines = work_.outline.lines;
    const auto first = static_cast<std::size_t>(
        std::find_if(lines.begin(), lines.end(),
                     [&](const OutlineLine& line) { return line.block + 1 >= form.blocks.front(); }) -
        lines.begin());
    for (std::size_t i = 1; i <= kReach && i <= first && !is_of_table(lines[first - i]); ++i) {
      const auto& line = lines[first - i];
      const auto scope = scope_of(work_.outline.chars(line));
      if (scope != Scope::unknown) {
        form.scope = scope;
        form.caption = form.caption.empty() ? report_.store(printed(line)) : form.caption;
        return;
      }
    }
  }

  [[nodiscard]] bool is_of_table(const OutlineLine& line) const {
    const auto block = line.block + 1;
    return line.kind == OutlineLine::Kind::object ||
           std::any_of(report_.forms.begin(), report_.forms.end(), [&](const Form& form) {
             return std::find(form.blocks.begin(), form.blocks.end(), block) != form.blocks.end();
           });
  }

  /// Unknown where the line is a sentence, or names both.
  [[nodiscard]] Scope scope_of(std::u32string_view chars) const {
    constexpr std::size_t kLongestCaption = 40;
    const bool area = contains_word(chars, work_.words.coverage_area);
    const bool body = contains_word(chars, work_.words.coverage_body);
    if (chars.size() > kLongestCaption || chars.find(U'。') != std::u32string_view::npos || area == body) {
      return Scope::unknown;
    }
    return area ? Scope::area : Scope::body;
  }

  [[nodiscard]] std::string_view printed(const OutlineLine& line) const {
    return work_.fold_of(line).slice(work_.text_of(line), line.from, line.to);
  }

  const SectionWork& work_;
  Report& report_;
};

}  // namespace

void read_form_scopes(const SectionWork& work, Report& report) { ScopeReader(work, report).run(); }

}  // namespace nianbao
