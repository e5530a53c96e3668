#include <nianbao/engine.hpp>

#include <algorithm>
#include <mutex>

#include <nianbao/bundle.hpp>
#include <nianbao/files.hpp>
#include <nianbao/jurisdictions.hpp>
#include <nianbao/report_json.hpp>

#include "convert/own_notice.hpp"
#include "pipeline/current_format.hpp"
#include "pipeline/extraction.hpp"
#include "plugin/detection.hpp"

namespace nianbao {
namespace {

std::vector<std::string> rule_folders(const PluginHost& plugins) {
  std::vector<std::string> folders;
  for (const auto& root : plugins.roots()) {
    folders.push_back(root.folder + "/rules");
  }
  return folders;
}

/// The program's own folder, and those of plugins that take the place of one of its plugins.
std::vector<std::string> installed_folders(const PluginHost& plugins) {
  std::vector<std::string> folders;
  for (const auto& root : plugins.roots()) {
    if (root.origin == RootOrigin::installed) {
      folders.push_back(root.folder);
    }
  }
  for (const auto& plugin : plugins.status()) {
    if (plugin.state == PluginState::duplicate_id && plugin.origin == RootOrigin::installed) {
      folders.push_back(plugins.manifest(plugin.id)->folder);
    }
  }
  return folders;
}

/// The code of the one place that uses a format; empty if more than one may.
std::string_view place_of_format(const TemplateSet& set, std::string_view id) {
  const auto of_id = [&](const auto& format) { return format->id == id; };
  const auto it = std::find_if(set.templates.begin(), set.templates.end(), of_id);
  if (it == set.templates.end() || (*it)->applies_to.jurisdictions.size() != 1) {
    return {};
  }
  const auto place = (*it)->applies_to.jurisdictions.front();
  return place.find_first_not_of("0123456789") == std::string_view::npos ? place : std::string_view{};
}

Error unknown_format(const std::string& id, const TemplateSet& set) {
  Message known;
  for (const auto& format : set.templates) {
    known.zh += (known.zh.empty() ? "" : "、") + std::string(format->id);
    known.en += (known.en.empty() ? "" : ", ") + std::string(format->id);
  }
  Error error{ErrorKind::usage,
              "unknown-format",
              {"没有年报格式“" + id + "”。", "There is no report format \"" + id + "\"."},
              "",
              {"可用的格式：" + known.zh, "Formats to choose from: " + known.en}};
  for (const auto& fault : set.faults) {
    error.hint.zh += "\n  " + fault.where + "：" + fault.message.zh;
    error.hint.en += "\n  " + fault.where + ": " + fault.message.en;
  }
  return error;
}

}  // namespace

struct Engine::State {
  std::unique_ptr<PluginHost> plugins;
  std::shared_ptr<const RuleStore> rules;
  mutable std::once_flag templates_loaded;
  mutable TemplateSet templates;
  std::unique_ptr<RuleCaches> caches;
};

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::create(std::vector<std::string> bundles, NativePlugins native) {
  NIANBAO_TRY(auto roots, search_path(search_path_parts(std::move(bundles))));
  const auto found = find_bundles(roots);
  NIANBAO_CHECK(expect_usable(found));
  auto state = std::make_unique<State>();
  state->plugins = PluginHost::create(std::move(roots), native);
  state->rules = RuleStore::load(rule_folders(*state->plugins));
  std::unique_ptr<Engine> engine(new Engine(std::move(state)));
  if (several_with_manifest(found)) {
    NIANBAO_CHECK(expect_no_faults(claimed_twice(found, engine->plugins(), engine->templates(), engine->rules())));
  }
  engine->state_->caches = std::make_unique<RuleCaches>(*engine);
  return engine;
}

const PluginHost& Engine::plugins() const noexcept { return *state_->plugins; }
const RuleStore& Engine::rules() const noexcept { return *state_->rules; }

const TemplateSet& Engine::templates() const {
  std::call_once(state_->templates_loaded, [this] {
    state_->templates = load_template_files(state_->plugins->template_files());
    std::sort(state_->templates.templates.begin(), state_->templates.templates.end(),
              [](const auto& a, const auto& b) { return a->id < b->id; });
  });
  return state_->templates;
}

Result<const Template*> Engine::find_template(std::string_view id, int year) const {
  const auto& set = templates();
  const auto it =
      std::find_if(set.templates.begin(), set.templates.end(), [&](const auto& format) { return format->id == id; });
  if (it != set.templates.end()) {
    return it->get();
  }
  const Template* current = id == "current" ? current_format(set, year, installed_folders(plugins())) : nullptr;
  if (current == nullptr) {
    return unknown_format(std::string(id), set);
  }
  return current;
}

Result<const FormatFamily*> Engine::family_of(const Template& format) const {
  return state_->plugins->family(format.family);
}

Result<void> Engine::expect_jurisdiction(std::string_view name_or_code) const {
  return state_->caches->expect_jurisdiction(name_or_code);
}

Result<Document> Engine::read_document(std::string bytes, const std::string& name, const ReadOptions& options,
                                       DiagnosticSink& diagnostics) const {
  if (bytes.empty()) {
    return Error{ErrorKind::input,
                 "input-empty",
                 {"文件是空的。", "The file is empty."},
                 name,
                 {"请确认文件已完整保存或下载。", "Check that it was saved or downloaded completely."}};
  }
  const std::uint64_t size = bytes.size();
  const Container* container = nullptr;
  std::string id = options.container;
  if (id.empty()) {
    constexpr std::size_t kHead = 64 * 1024;
    NIANBAO_TRY(const auto detected, state_->plugins->detect_container(std::string_view(bytes).substr(0, kHead), name));
    container = detected.container;
    id = detected.manifest->id;
    if (auto message = plugin::misnamed(*state_->plugins, *detected.manifest, name)) {
      diagnostics.report("container-misnamed", Severity::note, std::move(*message));
    }
  } else {
    NIANBAO_TRY(container, state_->plugins->container(id));
  }
  const Context context{options.limits, diagnostics, options.reader, Language::zh};
  NIANBAO_TRY(auto document, container->read(std::move(bytes), context));
  document.input.file = name;
  document.input.container = id;
  document.input.bytes = size;
  take_out_notice(document);
  document.number_blocks();
  return document;
}

Result<std::vector<Report>> Engine::extract(Document document, const ReadOptions& options,
                                            DiagnosticSink& diagnostics) const {
  if (!options.format.empty()) {
    NIANBAO_CHECK(find_template(options.format, options.year));
  }
  return Extraction(*this, *state_->caches, options).run(std::move(document), diagnostics);
}

Result<std::vector<Report>> Engine::read_reports(std::string bytes, const std::string& name,
                                                 const ReadOptions& options) const {
  std::vector<Report> reports;
  if (looks_like_report_json(bytes)) {
    NIANBAO_TRY(auto report, report_from_json(bytes));
    reports.push_back(std::move(report));
    return reports;
  }
  DiagnosticSink diagnostics;
  const std::string digest = sha256(bytes);
  NIANBAO_TRY(auto document, read_document(std::move(bytes), name, options, diagnostics));
  document.input.sha256 = digest;
  NIANBAO_TRY(reports, extract(std::move(document), options, diagnostics));
  for (auto& report : reports) {
    NIANBAO_TRY(auto outcome, check(report, {}, options.packs));
    report.findings.insert(report.findings.end(), std::make_move_iterator(outcome.findings.begin()),
                           std::make_move_iterator(outcome.findings.end()));
  }
  return reports;
}

Result<CheckOutcome> Engine::check(const Report& report, const OtherReports& others,
                                   const std::vector<std::string>& packs) const {
  NIANBAO_TRY(const auto rules, rules_for(report, packs));
  CheckOptions options;
  options.previous = others.previous;
  options.units = others.units;
  options.templates = all_templates(*this);
  options.plan = &state_->caches->check_plan(rules);
  return run_checks(report, *rules, options);
}

Result<std::shared_ptr<const RuleSet>> Engine::rules_for(const Report& report, const std::vector<std::string>& packs,
                                                         std::string_view target) const {
  RuleQuery query;
  query.jurisdiction = report.jurisdiction.name;
  query.jurisdiction_code = report.jurisdiction.code;
  // Who uses a form that one place alone has is of that place.
  if (!report.format.empty() && query.jurisdiction_code.empty() &&
      rules().divisions()->find(query.jurisdiction).within.empty()) {
    query.jurisdiction_code = place_of_format(templates(), report.format);
  }
  query.year = report.year;
  query.format = report.format;
  query.target = target;
  query.packs = packs;
  return state_->rules->effective(query);
}

Result<std::string> Engine::write_document(const Document& document, std::string_view container, const Options& options,
                                           DiagnosticSink& diagnostics, Language language) const {
  NIANBAO_TRY(const auto* plugin, state_->plugins->container(container));
  const Limits limits;
  const Context context{limits, diagnostics, options, language};
  return plugin->write(document, context);
}

}  // namespace nianbao
