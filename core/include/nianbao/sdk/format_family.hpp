// The interface of a format family: the forms of a Report ⇄ blocks of a Document.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// A stretch of the Document: a block, or some rows of a table, or some bytes of a text block.
struct Piece {
  std::uint32_t block = 0;                   ///< number of the block, from 1
  std::uint32_t row_from = 0, row_to = 0;    ///< rows of a table, from 1, inclusive; 0: all
  std::uint32_t byte_from = 0, byte_to = 0;  ///< bytes of a text block's text, half-open; 0, 0: all
};

/// "These pieces are this form of this template."
struct FormClaim {
  const Template* format = nullptr;
  const TemplateForm* form = nullptr;
  std::vector<Piece> pieces;   ///< in document order
  std::uint32_t instance = 1;  ///< counted by the host among the claims it accepts
  std::uint32_t matched = 0;   ///< labels of the form that were found
  std::uint32_t expected = 0;  ///< labels the form has
  std::uint32_t foreign = 0;   ///< figures' labels found there that the form does not have
  Certainty certainty = Certainty::none;
  bool glued = false;  ///< borders between figures are lost: sums and sentences decide, so it is extracted last
};

/// A form family. Immutable after creation; thread-safe.
class FormatFamily {
 public:
  virtual ~FormatFamily();
  FormatFamily(const FormatFamily&) = delete;
  FormatFamily& operator=(const FormatFamily&) = delete;

  /// Finds the template's forms in the Document. Claims of one template do not overlap; claims of
  /// different templates may, and the host decides. The same form found twice gives two claims.
  [[nodiscard]] Result<std::vector<FormClaim>> recognize(const Document& document, const Template& format,
                                                         const FormatContext& context) const;
  /// Reads one claimed form into the Report: appends its Form, its facts, and findings of kinds
  /// unit, misplaced, structure, period where the reading itself sees them. The Report already has
  /// title, issuer, year, period; the prose family also finds its sections filled.
  [[nodiscard]] Result<void> extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                                     Report& report) const;
  /// Writes one form of the Report in the template's official layout: blocks whose texts live in the
  /// arena. A cell shows the text of its fact in `report.facts` of the given instance, the value where
  /// the fact has no text, a blank where there is no such fact; shading and remarks come from
  /// `context.marks`. The template's notes and the notes of the Report's Form stand under the form,
  /// one that is both only once.
  [[nodiscard]] Result<std::vector<Block>> render(const Report& report, const Template& format,
                                                  const TemplateForm& form, std::uint32_t instance,
                                                  const FormatContext& context, Arena& arena) const;

 protected:
  FormatFamily() = default;

 private:
  [[nodiscard]] virtual Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                                                    const FormatContext& context) const = 0;
  [[nodiscard]] virtual Result<void> do_extract(const Document& document, const FormClaim& claim,
                                                const FormatContext& context, Report& report) const = 0;
  [[nodiscard]] virtual Result<std::vector<Block>> do_render(const Report& report, const Template& format,
                                                             const TemplateForm& form, std::uint32_t instance,
                                                             const FormatContext& context, Arena& arena) const;
};

}  // namespace nianbao
