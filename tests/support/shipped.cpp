#include "shipped.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include <nianbao/rule_store.hpp>

namespace nianbao::test {

namespace {

std::vector<SearchRoot> roots_of(const std::vector<std::string>& bundles) {
  std::vector<SearchRoot> roots;
  for (const auto& bundle : bundles) {
    roots.push_back({bundle, RootOrigin::bundle});
  }
  return roots;
}

}  // namespace

Shipped::Shipped(const std::vector<std::string>& bundles, int year) : host_(PluginHost::create(roots_of(bundles))) {
  set_ = load_template_files(host_->template_files());
  for (const auto& fault : set_.faults) {
    BOOST_FAIL(fault.where << ": " << fault.message.en);
  }
  for (const auto& loaded : set_.templates) {
    if (!loaded->sections.empty()) {
      formats_.push_back(loaded.get());
    }
  }
  RuleQuery query;
  query.jurisdiction = "福建省";
  query.jurisdiction_code = "350000";
  query.year = year;
  std::vector<std::string> folders;
  for (const auto& bundle : bundles) {
    folders.push_back(bundle + "/rules");
  }
  const auto store = RuleStore::load(folders);
  auto effective = store->effective(query);
  BOOST_REQUIRE_MESSAGE(effective.ok(), (effective.ok() ? "" : effective.error().message.en));
  rules_ = *effective;
}

const Template& Shipped::format(std::string_view id) const {
  const auto it = std::find_if(formats_.begin(), formats_.end(), [&](const Template* t) { return t->id == id; });
  BOOST_REQUIRE_MESSAGE(it != formats_.end(), id);
  return **it;
}

const FormatFamily& Shipped::family(std::string_view id) const {
  const auto result = host_->family(id);
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().message.en));
  return **result;
}

const Container& Shipped::container(std::string_view id) const {
  const auto result = host_->container(id);
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().message.en));
  return **result;
}

}  // namespace nianbao::test
