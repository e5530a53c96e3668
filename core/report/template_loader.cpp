#include <nianbao/template_loader.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "report/template_spec.hpp"

namespace nianbao {
namespace {

using template_yaml::TemplateSpec;

struct Item {
  const TemplateSource* source = nullptr;
  yaml::NodePtr root;
  yaml::Faults faults;
  std::string id;
  std::string extends;
  std::optional<TemplateSpec> spec;
  bool faulty = false;
  enum class State { waiting, working, done } state = State::waiting;
};

std::string scalar(const yaml::Node& root, std::string_view key) {
  const auto* node = root.find(key);
  return node != nullptr && node->is_scalar() ? node->text : std::string();
}

class Loader {
 public:
  explicit Loader(const std::vector<TemplateSource>& sources) {
    for (const auto& source : sources) {
      Item item{&source, nullptr, yaml::Faults(source.file), {}, {}, {}, false, Item::State::waiting};
      item.root = yaml::read(source.text, item.faults);
      if (item.root != nullptr) {
        item.id = scalar(*item.root, "id");
        item.extends = scalar(*item.root, "extends");
      }
      items_.push_back(std::move(item));
    }
    refuse_doubles();
  }

  TemplateSet load() {
    TemplateSet set;
    for (auto& item : items_) {
      resolve(item);
      finish(item, set);
    }
    set.doubles = std::move(doubles_);
    return set;
  }

 private:
  void refuse_doubles() {
    std::map<std::string, std::string> files;
    for (auto& item : items_) {
      const auto& file = item.source->file;
      if (item.id.empty()) {
        continue;
      }
      if (const auto [known, is_new] = files.emplace(item.id, file); !is_new) {
        doubles_.push_back({item.id, known->second, file});
        item.faults.add(item.root->find("id")->at,
                        {"格式“" + item.id + "”已在" + known->second + "中定义。",
                         "Format \"" + item.id + "\" is already defined in " + known->second + "."});
      }
    }
  }

  void resolve(Item& item) {
    if (item.root == nullptr || item.state != Item::State::waiting) {
      return;
    }
    item.state = Item::State::working;
    const TemplateSpec* base = nullptr;
    if (!item.extends.empty()) {
      base = find_base(item);
      if (base == nullptr) {
        item.state = Item::State::done;
        return;
      }
    }
    item.spec = read_template(*item.root, base, item.faults);
    item.state = Item::State::done;
  }

  const TemplateSpec* find_base(Item& item) {
    const auto at = item.root->find("extends")->at;
    const auto base = std::find_if(items_.begin(), items_.end(), [&](const Item& i) { return i.id == item.extends; });
    if (base == items_.end()) {
      item.faults.add(
          at, {"没有格式“" + item.extends + "”可供扩展。", "There is no format \"" + item.extends + "\" to extend."});
      return nullptr;
    }
    if (base->state == Item::State::working) {
      item.faults.add(at, {"“extends”成环：“" + item.id + "”最终扩展了它自身。",
                           "\"extends\" runs in a circle: \"" + item.id + "\" extends itself in the end."});
      return nullptr;
    }
    resolve(*base);
    if (!base->spec || base->faulty || !base->faults.empty()) {
      item.faults.add(at, {"上级格式“" + item.extends + "”有误，请先改正。",
                           "The base \"" + item.extends + "\" is faulty; correct it first."});
      return nullptr;
    }
    return &*base->spec;
  }

  static void finish(Item& item, TemplateSet& set) {
    if (item.spec && item.faults.empty()) {
      auto made = std::make_shared<Template>(compile(*item.spec, item.faults));
      made->file = item.source->file;
      if (item.faults.empty()) {
        set.templates.push_back(std::move(made));
      }
    }
    item.faulty = !item.faults.empty();
    for (auto& fault : item.faults.take()) {
      set.faults.push_back({fault.where(), std::move(fault.message)});
    }
  }

  std::vector<Item> items_;
  std::vector<SameTemplate> doubles_;
};

}  // namespace

TemplateSet load_templates(const std::vector<TemplateSource>& sources) { return Loader(sources).load(); }

TemplateSet load_template_files(const std::vector<std::string>& files) {
  std::vector<TemplateSource> sources;
  std::vector<TemplateFault> unread;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
      unread.push_back({file, {"模板文件无法打开。", "The template file cannot be opened."}});
      continue;
    }
    sources.push_back({file, std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  auto set = load_templates(sources);
  set.faults.insert(set.faults.begin(), unread.begin(), unread.end());
  return set;
}

}  // namespace nianbao
