#include "convert/lost_headings.hpp"

#include <set>
#include <string>

#include <nianbao/sdk/text.hpp>

#include "convert/titles.hpp"

namespace nianbao {
namespace {

/// The headings an output prints, without their numbers.
class PrintedHeadings {
 public:
  PrintedHeadings(const std::vector<OutputForm>& forms, const Report& output) {
    for (const auto& form : forms) {
      add(form.form->caption);
    }
    add(output.sections);
    for (const auto& attachment : output.attachments) {
      add(attachment.title);
      add(attachment.sections);
    }
  }

  [[nodiscard]] bool has(std::string_view heading) const { return printed_.count(label_key(heading).key) != 0; }

 private:
  void add(std::string_view heading) { printed_.insert(label_key(heading).key); }

  void add(const std::vector<Section>& sections) {
    for (const auto& section : sections) {
      add(section.heading);
      for (const auto& block : section.blocks) {
        const auto* own = std::get_if<Block>(&block);
        const auto* heading = own == nullptr ? nullptr : own->as<Heading>();
        if (heading != nullptr) {
          add(heading->text.chars);
        }
      }
    }
  }

  std::set<std::string> printed_;
};

}  // namespace

void list_lost_headings(const Report& source, const std::vector<OutputForm>& forms, const Report& output,
                        Ledger& ledger) {
  const PrintedHeadings printed(forms, output);
  const auto list = [&](std::string_view number, std::string_view heading, const Place& at) {
    if (!heading.empty() && !printed.has(heading)) {
      ledger.omissions.push_back({LedgerOmission::Kind::heading, numbered_heading(number, heading), at});
    }
  };
  for (const auto& section : source.sections) {
    list(section.number, section.heading, section.at);
  }
  for (const auto& attachment : source.attachments) {
    list({}, attachment.title, {});
    for (const auto& section : attachment.sections) {
      list(section.number, section.heading, section.at);
    }
  }
}

}  // namespace nianbao
