// Copies of a Report and of its parts into another arena.
#include "report/copy.hpp"

#include <map>

#include "document/copy.hpp"

namespace nianbao {

namespace {

void copy_texts(std::vector<std::string_view>& texts, Arena& arena) {
  for (auto& text : texts) {
    text = arena.store(text);
  }
}

/// Many places have few texts between them.
class PlaceOwner {
 public:
  explicit PlaceOwner(Arena& arena) : arena_(arena) {}

  void own(Place& place) {
    own(place.part);
    own(place.sheet);
    own(place.cell);
  }
  void own(Block& block) {
    own(block.at);
    if (auto* list = block.as<List>()) {
      for (auto& item : list->items) {
        own_blocks(item);
      }
    } else if (auto* table = block.as<Table>()) {
      for (auto& cell : table->cells) {
        own(cell.at);
        own_blocks(cell.blocks);
      }
    }
  }
  void own(Section& section) {
    own(section.at);
    for (auto& block : section.blocks) {
      if (auto* shown = std::get_if<Block>(&block)) {
        own(*shown);
      }
    }
  }
  template <typename Placed>
  void own_all(std::vector<Placed>& all) {
    for (auto& one : all) {
      own(one.at);
    }
  }

 private:
  void own_blocks(std::vector<Block>& blocks) {
    for (auto& block : blocks) {
      own(block);
    }
  }
  void own(std::string_view& text) {
    if (text.empty()) {
      return;
    }
    const auto known = texts_.find(text);
    text = known != texts_.end() ? known->second : texts_.emplace(text, arena_.store(text)).first->second;
  }

  Arena& arena_;
  std::map<std::string, std::string_view, std::less<>> texts_;
};

}  // namespace

ConceptKey copy(const ConceptKey& key, Arena& arena) {
  ConceptKey result;
  result.id = arena.store(key.id);
  for (const auto& dimension : key.dims) {
    result.dims.set(arena.store(dimension.name), arena.store(dimension.member));
  }
  return result;
}

Fact copy(const Fact& fact, Arena& arena) {
  Fact result = fact;
  result.key = copy(fact.key, arena);
  result.unit = arena.store(fact.unit);
  result.text = arena.store(fact.text);
  result.note = arena.store(fact.note);
  result.at = copy(fact.at, arena);
  return result;
}

Form copy(const Form& form, Arena& arena) {
  Form result = form;
  result.id = arena.store(form.id);
  result.format = arena.store(form.format);
  result.caption = arena.store(form.caption);
  copy_texts(result.rows_missing, arena);
  copy_texts(result.columns_missing, arena);
  for (auto& note : result.notes) {
    note = {arena.store(note.text), copy(note.at, arena)};
  }
  result.at = copy(form.at, arena);
  return result;
}

Claim copy(const Claim& claim, Arena& arena) {
  Claim result = claim;
  result.unit = arena.store(claim.unit);
  result.text = arena.store(claim.text);
  result.at = copy(claim.at, arena);
  return result;
}

SectionBlock copy(const SectionBlock& block, Arena& arena) {
  if (const auto* form = std::get_if<FormReference>(&block)) {
    return FormReference{arena.store(form->id), form->instance};
  }
  return copy(std::get<Block>(block), arena);
}

Section copy(const Section& section, Arena& arena) {
  Section result;
  result.kind = section.kind;
  result.number = arena.store(section.number);
  result.heading = arena.store(section.heading);
  result.level = section.level;
  result.at = copy(section.at, arena);
  result.blocks.reserve(section.blocks.size());
  for (const auto& block : section.blocks) {
    result.blocks.push_back(copy(block, arena));
  }
  return result;
}

Attachment copy(const Attachment& attachment, Arena& arena) {
  Attachment result{arena.store(attachment.title), {}};
  for (const auto& section : attachment.sections) {
    result.sections.push_back(copy(section, arena));
  }
  return result;
}

void copy_header(const Report& from, Report& to) {
  auto& arena = to.arena();
  const auto text = [&arena](std::string_view view) { return arena.store(view); };
  to.input = from.input;
  to.rules = from.rules;
  to.title = text(from.title);
  to.issuer = text(from.issuer);
  to.signatory = text(from.signatory);
  to.jurisdiction = {text(from.jurisdiction.name), text(from.jurisdiction.code)};
  to.coverage = {from.coverage.scope, text(from.coverage.text), copy(from.coverage.at, arena)};
  to.year = from.year;
  to.period = from.period;
  to.published = from.published;
  to.signed_on = from.signed_on;
  to.index_number = text(from.index_number);
  to.document_number = text(from.document_number);
  const auto& contact = from.contact;
  to.contact = {text(contact.address), text(contact.postcode), text(contact.phone),
                text(contact.fax),     text(contact.email),    text(contact.url)};
}

void own_places(Report& report) {
  PlaceOwner owner(report.arena());
  owner.own(report.coverage.at);
  for (auto& form : report.forms) {
    owner.own(form.at);
    owner.own_all(form.notes);
  }
  owner.own_all(report.facts);
  owner.own_all(report.claims);
  for (auto& section : report.sections) {
    owner.own(section);
  }
  for (auto& attachment : report.attachments) {
    for (auto& section : attachment.sections) {
      owner.own(section);
    }
  }
  owner.own_all(report.left_out);
  owner.own_all(report.findings);
  owner.own_all(report.diagnostics);
}

SignOff copy(const SignOff& signoff, Arena& arena) {
  return {arena.store(signoff.responsible), arena.store(signoff.reviewer), arena.store(signoff.preparer),
          arena.store(signoff.phone), signoff.date};
}

}  // namespace nianbao
