// Templates from YAML (design, section 5).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// A template file and its text.
struct TemplateSource {
  std::string file;  ///< how messages call it
  std::string text;
};

/// Something wrong in a template file.
struct TemplateFault {
  std::string where;  ///< file:line:column, columns in characters
  Message message;
};

/// Two files that define the same format; the first is used.
struct SameTemplate {
  std::string id;
  std::string first;  ///< file
  std::string second;
};

/// The templates that could be loaded, in the order of the sources, and all faults of the others. A
/// template is loaded whole or not at all; one derived from a faulty base is faulty too.
struct TemplateSet {
  std::vector<std::shared_ptr<const Template>> templates;
  std::vector<TemplateFault> faults;
  std::vector<SameTemplate> doubles;  ///< each second file has its fault, too
};

/// Loads templates that may extend each other, in any order.
[[nodiscard]] TemplateSet load_templates(const std::vector<TemplateSource>& sources);
/// Reads the files and loads them; a file that cannot be read is a fault.
[[nodiscard]] TemplateSet load_template_files(const std::vector<std::string>& files);

}  // namespace nianbao
