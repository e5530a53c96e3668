#include "prose_family.hpp"

#include <nianbao/sdk/sentences.hpp>

#include "passages.hpp"
#include "sections.hpp"
#include "sentence_facts.hpp"

namespace nianbao::prose_format {

Result<std::vector<FormClaim>> ProseFamily::do_recognize(const Document& document, const Template& format,
                                                         const FormatContext& /*context*/) const {
  FormClaim claim;
  claim.format = &format;
  claim.certainty = Certainty::possible;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].as<Image>() == nullptr) {
      Piece piece;
      piece.block = i + 1;
      claim.pieces.push_back(piece);
    }
  }
  std::vector<FormClaim> claims;
  if (!claim.pieces.empty()) {
    claims.push_back(std::move(claim));
  }
  return claims;
}

Result<void> ProseFamily::do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                                     Report& report) const {
  if (context.patterns == nullptr) {
    return {};
  }
  const SectionIndex sections(report);
  SentenceFacts facts(context, report, Fact::kNoForm);
  const SectionIndex::Entry* entered = nullptr;
  for (const Passage& passage : collect_passages(document, claim.pieces, sections)) {
    const Place start = passage.place(0, 0);
    const auto* section = sections.at(start.block, start.chars->from);
    if (section != entered && section != nullptr) {
      facts.enter(section->kind, section->heading);
      entered = section;
    }
    facts.read(passage);
  }
  return {};
}

}  // namespace nianbao::prose_format
