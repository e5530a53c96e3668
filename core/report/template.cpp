#include <nianbao/sdk/template.hpp>

#include <algorithm>

namespace nianbao {

std::uint32_t TemplateBlock::value_columns() const noexcept {
  return static_cast<std::uint32_t>(std::count_if(
      columns.begin(), columns.end(), [](const TemplateColumn& column) { return column.role == ColumnRole::value; }));
}

const TemplateForm* Template::form(std::string_view form_id) const noexcept {
  const auto it = std::find_if(forms.begin(), forms.end(), [&](const TemplateForm& f) { return f.id == form_id; });
  return it == forms.end() ? nullptr : &*it;
}

}  // namespace nianbao
