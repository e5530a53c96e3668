// concepts.yaml: dimensions, totals, concepts.
#include <algorithm>

#include "rules/load.hpp"
#include "rules/locks.hpp"

namespace nianbao {
namespace {

/// Segments of [a-z][a-z0-9_]*, at least `least` of them.
bool is_id(std::string_view text, std::size_t least) {
  std::size_t segments = 1;
  bool start = true;
  for (const char c : text) {
    const bool letter = c >= 'a' && c <= 'z';
    if (c == '.' && !start) {
      ++segments;
      start = true;
    } else if (letter || (!start && ((c >= '0' && c <= '9') || c == '_'))) {
      start = false;
    } else {
      return false;
    }
  }
  return !start && segments >= least;
}

/// One segment: a dimension or a member.
bool is_name(std::string_view text) { return is_id(text, 1) && text.find('.') == std::string_view::npos; }

class ConceptLoader {
 public:
  ConceptLoader(const Pack& pack, Catalog& catalog, Locks& names_locked, RuleFaults& faults)
      : pack_(pack), file_(*pack.concepts), catalog_(catalog), names_locked_(names_locked), faults_(faults) {}

  void load() {
    auto file = whole_file(file_, faults_);
    basis_ = file.message("basis");
    if (auto dimensions = file.mapping("dimensions")) {
      for (const auto& entry : file.node("dimensions")->entries) {
        load_dimension(entry, *dimensions);
      }
    }
    if (auto sums = file.mapping("sum_of")) {
      for (const auto& entry : file.node("sum_of")->entries) {
        load_sum(entry, *sums);
      }
    }
    if (file.mapping("concepts")) {
      for (const auto& entry : file.node("concepts")->entries) {
        load_concept(entry);
      }
    }
    if (auto names = file.mapping("names")) {
      for (const auto& entry : file.node("names")->entries) {
        rename(entry, *names);
      }
    }
    names_locked_.read(file, "lock-names", [&](const std::string& id) { return catalog_.find(id) != nullptr; });
    static_cast<void>(file.node("groups"));  // load_groups
    file.refuse_unknown_keys();
  }

 private:
  using Entry = yaml::Node::Entry;

  void fault(yaml::Mark at, std::string code, Message message, Message hint = {}) {
    faults_.add(file_, at, std::move(code), std::move(message), std::move(hint));
  }

  void load_dimension(const Entry& entry, Item& dimensions) {
    auto members = dimensions.mapping(entry.key);
    if (!members) {
      return;
    }
    if (!is_name(entry.key)) {
      bad_id(entry.at, entry.key, "applicant");
      return;
    }
    auto* known = catalog_.dimension_to_extend(entry.key);
    auto& dimension = known != nullptr ? *known : catalog_.add_dimension(entry.key);
    for (const auto& member : entry.value->entries) {
      if (member.key == "free") {
        dimension.free = members->flag("free");
      } else if (member.key == "any") {
        dimension.any = members->message("any");
      } else if (member.key == "absent") {
        dimension.absent = members->message("absent");
      } else {
        add_member(dimension, member, *members);
      }
    }
  }

  void add_member(DimensionInfo& dimension, const Entry& entry, Item& members) {
    auto name = members.message(entry.key);
    if (!is_name(entry.key)) {
      bad_id(entry.at, entry.key, "natural_person");
    } else if (dimension.member(entry.key) != nullptr) {
      fault(entry.at, "member-twice",
            {"维度取值“" + entry.key + "”已有定义，不能改动",
             "Member \"" + entry.key + "\" is already defined and cannot be changed"});
    } else {
      dimension.members.push_back({catalog_.arena().store(entry.key), std::move(name)});
    }
  }

  /// `applicant.total: [natural_person, …]`
  void load_sum(const Entry& entry, Item& sums) {
    const auto dot = entry.key.find('.');
    const auto* dimension = catalog_.dimension(std::string_view(entry.key).substr(0, dot));
    const auto* total = dimension == nullptr || dot == std::string::npos
                            ? nullptr
                            : dimension->member(std::string_view(entry.key).substr(dot + 1));
    auto words = sums.words(entry.key);
    if (total == nullptr) {
      fault(entry.at, "unknown-member", {"没有维度取值“" + entry.key + "”", "Unknown member \"" + entry.key + "\""},
            {"写法如 applicant.total。", "Write dimension.member, as applicant.total."});
      return;
    }
    std::vector<std::string_view> parts;
    for (const auto& word : words) {
      const auto* member = dimension->member(word.text);
      if (member == nullptr || member == total) {
        unknown_part(word, *dimension);
      } else {
        parts.push_back(member->id);
      }
    }
    if (!catalog_.add_sum(dimension->name, total->id, std::move(parts))) {
      fault(
          entry.at, "sum-twice",
          {"“" + entry.key + "”已有定义，不能改动", "\"" + entry.key + "\" is already defined and cannot be changed"});
    }
  }

  void unknown_part(const Word& word, const DimensionInfo& dimension) {
    std::vector<std::string_view> known;
    for (const auto& member : dimension.members) {
      known.push_back(member.id);
    }
    const std::string name(dimension.name);
    fault(word.at, "unknown-member",
          {"维度“" + name + "”没有可相加的“" + word.text + "”",
           "Dimension \"" + name + "\" has no member \"" + word.text + "\" to add"},
          did_you_mean(word.text, known));
  }

  void load_concept(const Entry& entry) {
    if (!is_id(entry.key, 2)) {
      bad_id(entry.at, entry.key, "request.received");
      return;
    }
    const auto prefix = pack_.info.id + ".";
    if (pack_.info.id != "national" && entry.key.compare(0, prefix.size(), prefix) != 0) {
      fault(entry.at, "foreign-concept",
            {"规则包 " + pack_.info.id + " 新增的指标应以“" + prefix + "”开头",
             "Concepts of pack " + pack_.info.id + " must begin with \"" + prefix + "\""},
            {"例如 " + prefix + entry.key, "For example " + prefix + entry.key});
      return;
    }
    auto* added = catalog_.add_concept(entry.key);
    if (added == nullptr) {
      fault(entry.at, "concept-twice",
            {"指标“" + entry.key + "”已有定义，不能改动",
             "Concept \"" + entry.key + "\" is already defined and cannot be changed"});
      return;
    }
    added->basis = basis_;
    added->origin = file_.origin(entry.at);
    if (entry.value->is_sequence()) {
      read_short(*entry.value, *added);
    } else {
      read_long(*entry.value, *added);
    }
    if (added->info.name.empty()) {
      added->info.name = added->info.id;
    }
    if (added->info.name_en.empty()) {
      added->info.name_en = added->info.id;
    }
  }

  /// [unit, name, [formats]]
  void read_short(const yaml::Node& node, ConceptDetails& details) {
    const auto& items = node.items;
    if (items.size() != 3) {
      return;
    }
    details.info.unit = catalog_.arena().store(items[0]->text);
    details.info.name = catalog_.arena().store(items[1]->text);
    for (const auto& format : items[2]->items) {
      details.info.formats.push_back(catalog_.arena().store(format->text));
    }
  }

  void read_long(const yaml::Node& node, ConceptDetails& details) {
    Item item(node, file_);
    item.report_to(faults_);
    auto& arena = catalog_.arena();
    details.info.unit = arena.store(item.text("unit"));
    const auto name = item.message("name");
    details.info.name = arena.store(name.zh);
    details.info.name_en = name.en == name.zh ? std::string_view() : arena.store(name.en);
    for (const auto& format : item.texts("formats")) {
      details.info.formats.push_back(arena.store(format));
    }
    details.since = item.years("since");
    details.meaning = item.message("meaning");
    if (item.has("basis")) {
      details.basis = item.message("basis");
    }
    item.refuse_unknown_keys();
  }

  void rename(const Entry& entry, Item& names) {
    const auto name = names.message(entry.key);
    auto* known = catalog_.info_to_change(entry.key);
    if (known == nullptr) {
      fault(entry.at, "unknown-concept", {"没有指标“" + entry.key + "”", "Unknown concept \"" + entry.key + "\""},
            did_you_mean(entry.key, concept_ids(catalog_)));
      return;
    }
    if (!names_locked_.allow(entry.key, entry.key, file_, entry.at, faults_)) {
      return;
    }
    known->name = catalog_.arena().store(name.zh);
    if (name.en != name.zh) {
      known->name_en = catalog_.arena().store(name.en);
    }
  }

  void bad_id(yaml::Mark at, const std::string& id, const std::string& example) {
    fault(at, "bad-id", {"“" + id + "”的写法不对", "\"" + id + "\" is not written as it should be"},
          {"由小写字母、数字和下划线组成，例如 " + example + "。",
           "Lower-case letters, digits and underscores, as " + example + "."});
  }

  const Pack& pack_;
  const SourceFile& file_;
  Message basis_;  // of concepts that give none
  Catalog& catalog_;
  Locks& names_locked_;
  RuleFaults& faults_;
};

}  // namespace

void load_concepts(const Packs& packs, Catalog& catalog, RuleFaults& faults) {
  Locks names_locked({"指标简称", "The name of concept"});
  for (const auto& pack : packs) {
    if (pack->concepts != nullptr && pack->concepts->root != nullptr) {
      ConceptLoader(*pack, catalog, names_locked, faults).load();
    }
  }
}

}  // namespace nianbao
