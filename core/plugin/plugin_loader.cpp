#include "plugin/plugin_loader.hpp"

#include "plugin/guard.hpp"

namespace nianbao::plugin {
namespace {

using sdk::PluginDescriptor;
using sdk::PluginKind;

constexpr const char* kDescriptor = "nianbao_plugin_descriptor";
constexpr const char* kCreate = "nianbao_plugin_create";
constexpr std::size_t kLongestReason = 512;

class Loader {
 public:
  Loader(const std::string& path, const Manifest* manifest)
      : subject_{manifest == nullptr ? std::string() : manifest->id, path}, manifest_(manifest) {}

  LoadOutcome run() {
    const bool ready = read_marker() && check_facts() && open() && find_entry() && check_descriptor() &&
                       compare_with_manifest() && create();
    static_cast<void>(ready);
    return std::move(outcome_);
  }

 private:
  bool pass(Message name, Message detail) {
    outcome_.steps.push_back({std::move(name), true, std::move(detail)});
    return true;
  }
  bool fail(Message name, LoadFailure failure) {
    outcome_.steps.push_back({std::move(name), false, failure.fault.found});
    outcome_.failure = std::move(failure);
    return false;
  }

  bool read_marker();
  bool check_facts();
  bool open();
  bool find_entry();
  bool check_descriptor();
  bool compare_with_manifest();
  bool create();

  Subject subject_;
  const Manifest* manifest_;
  AbiFacts facts_;
  std::optional<SharedLibrary> library_;
  const PluginDescriptor* descriptor_ = nullptr;
  sdk::CreatePlugin create_ = nullptr;
  LoadOutcome outcome_;
};

bool Loader::read_marker() {
  const Message step{"库文件", "library file"};
  const auto symbols = exported_symbols(subject_.path);
  if (!symbols) {
    return fail(step, unreadable(subject_, symbols.error().message));
  }
  for (const auto& symbol : *symbols) {
    if (auto facts = AbiFacts::of_symbol(symbol)) {
      facts_ = *std::move(facts);
      return pass(step, {subject_.path, subject_.path});
    }
  }
  return fail(step, not_a_plugin(subject_));
}

bool Loader::check_facts() {
  const auto& own = AbiFacts::own();
  const Message api{"SDK接口版本", "SDK API"};
  if (facts_.get("api") != own.get("api")) {
    return fail(api, wrong_api(subject_, facts_));
  }
  const std::string number(facts_.get("api"));
  pass(api, {number, number});
  const Message abi{"二进制接口", "ABI facts"};
  if (!own.differences(facts_).empty()) {
    return fail(abi, wrong_abi(subject_, facts_));
  }
  return pass(abi, facts_.words(facts_.names()));
}

bool Loader::open() {
  const Message step{"装入", "loading"};
  auto library = SharedLibrary::open(subject_.path);
  if (!library) {
    return fail(step, load_failed(subject_, library.error().message.en));
  }
  library_ = *std::move(library);
  return pass(step, {"全部符号已绑定", "all symbols bound"});
}

bool Loader::find_entry() {
  const Message step{"入口", "entry"};
  descriptor_ = library_->symbol<const PluginDescriptor>(kDescriptor);
  if (descriptor_ == nullptr) {
    return fail(step, no_entry(subject_, kDescriptor));
  }
  create_ = reinterpret_cast<sdk::CreatePlugin>(library_->symbol<void>(kCreate));
  if (create_ == nullptr) {
    return fail(step, no_entry(subject_, kCreate));
  }
  return pass(step, {"描述信息和创建函数都在", "descriptor and creating function are there"});
}

bool Loader::check_descriptor() {
  const Message step{"描述信息", "descriptor"};
  const auto& d = *descriptor_;
  if (d.struct_size < sizeof(PluginDescriptor)) {
    const auto size = std::to_string(d.struct_size);
    return fail(step, bad_descriptor(subject_, {"描述信息只有" + size + "字节", "a descriptor of " + size + " bytes"}));
  }
  if (d.api != NIANBAO_SDK_API) {
    const auto api = std::to_string(d.api);
    return fail(step, bad_descriptor(subject_, {"描述信息中的接口版本为" + api + "，与标记不符",
                                                "SDK API " + api + " in the descriptor, unlike the mark"}));
  }
  if (d.kind != PluginKind::container && d.kind != PluginKind::family) {
    const auto kind = std::to_string(static_cast<std::uint32_t>(d.kind));
    return fail(step, bad_descriptor(subject_, {"未知的插件种类" + kind, "the unknown kind " + kind}));
  }
  if (d.id == nullptr || d.version == nullptr || d.id[0] == '\0' || d.version[0] == '\0') {
    return fail(step, bad_descriptor(subject_, {"没有标识或版本的描述信息", "a descriptor without id or version"}));
  }
  const auto named = std::string(d.id) + " " + d.version;
  return pass(step, {named, named});
}

bool Loader::compare_with_manifest() {
  if (manifest_ == nullptr) {
    return true;
  }
  const Message step{"与清单一致", "agreement with the manifest"};
  const auto kind = descriptor_->kind == PluginKind::container ? ManifestKind::container : ManifestKind::family;
  const Disagreement possible[] = {
      {{"标识", "id"}, manifest_->id, descriptor_->id},
      {{"种类", "kind"}, std::string(to_string(manifest_->kind)), std::string(to_string(kind))},
      {{"版本", "version"}, manifest_->version, descriptor_->version},
  };
  for (const auto& disagreement : possible) {
    if (disagreement.manifest != disagreement.library) {
      return fail(step, mismatch(subject_, disagreement));
    }
  }
  return pass(step, {"标识、种类和版本相同", "same id, kind and version"});
}

bool Loader::create() {
  const Message step{"创建", "creation"};
  char why[kLongestReason] = {};
  void* object = create_(why, sizeof why);
  if (object == nullptr) {
    why[sizeof why - 1] = '\0';
    return fail(step, create_failed(subject_, why));
  }
  if (descriptor_->kind == PluginKind::container) {
    outcome_.plugin.container = guard(std::unique_ptr<Container>(static_cast<Container*>(object)), descriptor_->id);
  } else {
    outcome_.plugin.family = guard(std::unique_ptr<FormatFamily>(static_cast<FormatFamily*>(object)), descriptor_->id);
  }
  return pass(step, {"可用", "ready"});
}

}  // namespace

LoadOutcome load_plugin(const std::string& path, const Manifest* manifest) { return Loader(path, manifest).run(); }

}  // namespace nianbao::plugin
