// The formats, rules and plugins that are shipped, as they stand in the build tree.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nianbao/convert.hpp>
#include <nianbao/plugin_host.hpp>
#include <nianbao/template_loader.hpp>

namespace nianbao::test {

class Shipped {
 public:
  /// Bundles have plugins/, formats/ and rules/. The rules are those for Fujian and the year, on top of
  /// the national.
  explicit Shipped(const std::vector<std::string>& bundles, int year = 0);

  [[nodiscard]] const Template& format(std::string_view id) const;
  /// All formats that can be converted to.
  [[nodiscard]] const std::vector<const Template*>& formats() const noexcept { return formats_; }
  [[nodiscard]] const RuleSet& rules() const noexcept { return *rules_; }
  [[nodiscard]] const FormatFamily& family(std::string_view id) const;
  [[nodiscard]] const Container& container(std::string_view id) const;

 private:
  TemplateSet set_;
  std::vector<const Template*> formats_;
  std::shared_ptr<const RuleSet> rules_;
  std::unique_ptr<PluginHost> host_;
};

}  // namespace nianbao::test
