// When two Reports mean the same (design, section 4).
#include <nianbao/sdk/report.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nianbao {
namespace {

int compare(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  if (!a || !b) {
    return static_cast<int>(a.has_value()) - static_cast<int>(b.has_value());
  }
  return Decimal::compare(*a, *b);
}

/// Orders facts by what of them is compared: a Report holds them in the order they were met.
bool before(const Fact* a, const Fact* b) {
  const auto rest = [](const Fact& f) { return std::tuple(f.status, f.qualifier, f.unit, f.note, f.year); };
  if (a->key != b->key) {
    return a->key < b->key;
  }
  if (const int order = compare(a->value, b->value); order != 0) {
    return order < 0;
  }
  if (const int order = compare(a->step, b->step); order != 0) {
    return order < 0;
  }
  return rest(*a) < rest(*b);
}

std::vector<const Fact*> in_order(const std::vector<Fact>& facts) {
  std::vector<const Fact*> result;
  result.reserve(facts.size());
  for (const auto& fact : facts) {
    result.push_back(&fact);
  }
  std::sort(result.begin(), result.end(), before);
  return result;
}

bool same_facts(const std::vector<Fact>& a, const std::vector<Fact>& b) {
  const auto first = in_order(a);
  const auto second = in_order(b);
  return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                    [](const Fact* x, const Fact* y) { return !before(x, y) && !before(y, x); });
}

bool same_block(const SectionBlock& a, const SectionBlock& b) {
  if (const auto* form = std::get_if<FormReference>(&a)) {
    const auto* other = std::get_if<FormReference>(&b);
    return other != nullptr && form->id == other->id && form->instance == other->instance;
  }
  const auto* other = std::get_if<Block>(&b);
  return other != nullptr && equal(std::get<Block>(a), *other);
}

bool same_sections(const std::vector<Section>& a, const std::vector<Section>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Section& x, const Section& y) {
    return x.kind == y.kind && x.number == y.number && x.heading == y.heading && x.level == y.level &&
           std::equal(x.blocks.begin(), x.blocks.end(), y.blocks.begin(), y.blocks.end(), same_block);
  });
}

bool same_attachments(const std::vector<Attachment>& a, const std::vector<Attachment>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Attachment& x, const Attachment& y) {
    return x.title == y.title && same_sections(x.sections, y.sections);
  });
}

/// Notes of forms, with the form they belong to.
std::vector<std::tuple<std::string_view, std::uint32_t, std::string_view>> form_notes(const Report& report) {
  std::vector<std::tuple<std::string_view, std::uint32_t, std::string_view>> notes;
  for (const auto& form : report.forms) {
    for (const auto& note : form.notes) {
      notes.emplace_back(form.id, form.instance, note.text);
    }
  }
  std::sort(notes.begin(), notes.end());
  return notes;
}

}  // namespace

bool equal(const Report& a, const Report& b) {
  return same_facts(a.facts, b.facts) && form_notes(a) == form_notes(b) && same_sections(a.sections, b.sections) &&
         same_attachments(a.attachments, b.attachments);
}

}  // namespace nianbao
