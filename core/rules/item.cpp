#include "rules/item.hpp"

#include "rules/small_texts.hpp"

#include <algorithm>

namespace nianbao {

Item::Item(const yaml::Node& node, const SourceFile& file) : file_(&file), at_(node.at) {
  fields_.reserve(node.entries.size());
  for (const auto& entry : node.entries) {
    fields_.push_back({entry.key, entry.at, entry.value.get(), &file, false});
  }
  index_fields();
}

void Item::index_fields() {
  constexpr std::size_t kFew = 16;
  index_.clear();
  for (std::size_t i = 0; i < fields_.size() && fields_.size() > kFew; ++i) {
    index_.emplace(fields_[i].key, i);
  }
}

std::vector<std::size_t> Item::places_of(std::string_view key) const {
  std::vector<std::size_t> places;
  if (index_.empty()) {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (fields_[i].key == key) {
        places.push_back(i);
      }
    }
    return places;
  }
  const auto [begin, end] = index_.equal_range(std::string(key));
  std::for_each(begin, end, [&](const auto& entry) { places.push_back(entry.second); });
  std::sort(places.begin(), places.end());
  return places;
}

Item whole_file(const SourceFile& file, RuleFaults& faults) {
  Item item(*file.root, file);
  item.report_to(faults);
  return item;
}

void Item::override_with(const Item& other) {
  // A mapping line has one of these: what comes takes the place of the other.
  for (const auto& [given, instead] : {std::pair("reason", "from"), std::pair("from", "reason")}) {
    if (other.has(given) && !other.has(instead)) {
      fields_.erase(
          std::remove_if(fields_.begin(), fields_.end(), [key = instead](const Field& f) { return f.key == key; }),
          fields_.end());
    }
  }
  for (const auto& theirs : other.fields_) {
    if (theirs.key == "override") {
      continue;
    }
    const auto ours = std::find_if(fields_.begin(), fields_.end(), [&](const Field& f) { return f.key == theirs.key; });
    if (ours == fields_.end()) {
      fields_.push_back(theirs);
    } else {
      *ours = theirs;
    }
  }
  index_fields();
}

void Item::inherit(std::string_view key, const Item& from) {
  const auto* theirs = from.field(key);
  if (theirs != nullptr && field(key) == nullptr) {
    fields_.push_back(*theirs);
    index_fields();
  }
}

const Item::Field* Item::field(std::string_view key) const {
  const auto places = places_of(key);
  return places.empty() || fields_[places.front()].value->kind == yaml::Kind::null ? nullptr : &fields_[places.front()];
}

Item::Field* Item::use(std::string_view key) {
  asked_.emplace_back(key);
  const auto places = places_of(key);
  for (const auto place : places) {
    fields_[place].used = true;  // a repeated key was told by the reader of YAML
  }
  return field(key) == nullptr ? nullptr : &fields_[places.front()];
}

std::string Item::text(std::string_view key) {
  const auto* field = use(key);
  return field == nullptr ? std::string() : field->value->text;
}

std::vector<Word> Item::words(std::string_view key) {
  const auto* field = use(key);
  if (field == nullptr) {
    return {};
  }
  const auto& value = *field->value;
  if (value.is_scalar()) {
    return {{value.text, value.at, field->file}};
  }
  std::vector<Word> result;
  for (const auto& item : value.items) {
    if (item->is_scalar()) {
      result.push_back({item->text, item->at, field->file});
    }
  }
  return result;
}

std::vector<std::string> Item::texts(std::string_view key) {
  std::vector<std::string> result;
  for (auto& word : words(key)) {
    result.push_back(std::move(word.text));
  }
  return result;
}

Message Item::message(std::string_view key) {
  const auto* field = use(key);
  if (field == nullptr) {
    return {};
  }
  if (field->value->is_scalar()) {
    return {field->value->text, field->value->text};
  }
  Item parts(*field->value, *field->file);
  parts.report_to(*faults_);
  Message result{parts.text("zh"), parts.text("en")};
  parts.refuse_unknown_keys();
  if (result.zh.empty()) {
    result.zh = result.en;
  } else if (result.en.empty()) {
    result.en = result.zh;
  }
  return result;
}

YearRange Item::years(std::string_view key) {
  const auto value = text(key);
  if (value.empty()) {
    return {};
  }
  const auto range = parse_years(value);
  if (!range) {
    fault(key, "bad-years", {"“" + value + "”不是年份范围", "\"" + value + "\" is no range of years"},
          {"写法如 2014..2018、2019..、..2018 或 2018。", "Write 2014..2018, 2019.., ..2018 or 2018."});
  }
  return range.value_or(YearRange{});
}

std::optional<Decimal> Item::decimal(std::string_view key) {
  const auto value = text(key);
  if (value.empty()) {
    return std::nullopt;
  }
  const auto number = Decimal::parse(value);
  if (!number) {
    fault(key, "bad-number", {"“" + value + "”不是数字", "\"" + value + "\" is no number"},
          {"写法如 1、0.5 或 -3。", "Write 1, 0.5 or -3."});
  }
  return number;
}

bool Item::flag(std::string_view key) { return text(key) == "true"; }

std::vector<std::pair<Word, Word>> Item::pairs(std::string_view key) {
  const auto* field = use(key);
  std::vector<std::pair<Word, Word>> result;
  if (field == nullptr) {
    return result;
  }
  for (const auto& entry : field->value->entries) {
    if (entry.value->is_scalar()) {
      result.push_back({{entry.key, entry.at, field->file}, {entry.value->text, entry.value->at, field->file}});
    }
  }
  return result;
}

std::optional<Item> Item::mapping(std::string_view key) {
  const auto* field = use(key);
  if (field == nullptr || !field->value->is_mapping()) {
    return std::nullopt;
  }
  Item result(*field->value, *field->file);
  result.report_to(*faults_);
  return result;
}

const yaml::Node* Item::node(std::string_view key) {
  const auto* field = use(key);
  return field == nullptr ? nullptr : field->value;
}

std::shared_ptr<const Expression> Item::expression(std::string_view key, Yields yields, bool concept_allowed,
                                                   const ExpressionCompiler& compiler) {
  const auto value = text(key);
  const auto* place = field(key);
  if (value.empty() || place == nullptr) {
    return nullptr;
  }
  std::vector<ExpressionFault> faults;
  auto expression = compiler.compile(value, yields, concept_allowed, faults);
  for (auto& fault : faults) {
    fault_inside(key, fault.at.from, std::move(fault.code), std::move(fault.message), std::move(fault.hint));
  }
  return expression;
}

void Item::fault(std::string_view key, std::string code, Message message, Message hint) {
  const auto* place = field(key);
  if (place == nullptr) {
    faults_->add(*file_, at_, std::move(code), std::move(message), std::move(hint));
  } else {
    faults_->add(*place->file, place->value->at, std::move(code), std::move(message), std::move(hint));
  }
}

void Item::fault_inside(std::string_view key, std::uint32_t character, std::string code, Message message,
                        Message hint) {
  const auto* place = field(key);
  if (place != nullptr) {
    faults_->add(*place->file, mark_inside(*place->file, *place->value, character), std::move(code), std::move(message),
                 std::move(hint));
  }
}

void Item::fault_at(const Word& word, std::string code, Message message, Message hint) {
  faults_->add(*word.file, word.at, std::move(code), std::move(message), std::move(hint));
}

void Item::unknown_choice(std::string_view key, const std::string& value, const std::vector<std::string_view>& known) {
  auto hint = did_you_mean(value, known);
  if (hint.empty()) {
    std::string list;
    for (const auto name : known) {
      list += (list.empty() ? "" : ", ") + std::string(name);
    }
    hint = {"可写：" + list, "One of: " + list};
  }
  const std::string name(key);
  fault(key, "unknown-choice", {"“" + name + "”不能是“" + value + "”", "\"" + name + "\" cannot be \"" + value + "\""},
        std::move(hint));
}

void Item::refuse_unknown_keys() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& field : fields_) {
    if (!field.used && !faults_->full()) {
      faults_->add(*field.file, field.key_at, "unknown-key",
                   {"没有“" + field.key + "”这个键", "Unknown key \"" + field.key + "\""},
                   did_you_mean(field.key, known));
    }
  }
}

RuleOrigin Item::origin_of(std::string_view key) const {
  const auto* place = field(key);
  return place == nullptr ? origin() : place->file->origin(mark_inside(*place->file, *place->value, 0));
}

}  // namespace nianbao
