// A family of tables that breaks the promise its format is named after; careless-plain keeps all.
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

#include <atomic>
#include <csignal>

namespace {

using namespace nianbao;

constexpr std::uint32_t kAll = 1000;  // labels, as the greedy one says

/// A unit, then the figures from left to right.
class Columns final : public forms::ColumnReader {
 public:
  forms::ColumnReading read(const TemplateForm& form, const forms::Rows& /*rows*/,
                            const std::vector<forms::FigureRow>& figures,
                            const FormatContext& /*context*/) const override {
    forms::ColumnReading reading;
    for (const auto& row : figures) {
      forms::Figures read(form.blocks[row.block].value_columns());
      for (const auto* token : row.tokens) {
        (token->unit ? read.front().unit : read.front().token) = token;
      }
      reading.rows.push_back(read);
    }
    reading.missing.resize(form.blocks.size());
    return reading;
  }
};

bool has_unknown_characters(const Document& document) {
  for (const auto& block : document.blocks) {
    const auto* text = block.text();
    if (text != nullptr && text->chars.find("\xEF\xBF\xBD") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

class Careless final : public FormatFamily {
 private:
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& context) const override {
    if (last_ == Last::crash && has_unknown_characters(document)) {
      ::raise(SIGKILL);
    }
    auto claims = table_.recognize(document, format, context);
    const bool own = claims.ok() && !claims->empty() && claims->front().matched == claims->front().expected;
    if (last_ == Last::greedy && format.id == "careless-greedy" && !own) {
      return std::vector<FormClaim>{claim_of_everything(document, format)};
    }
    return claims;
  }

  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                          Report& report) const override {
    NIANBAO_CHECK(table_.extract(document, claim, context, report));
    const auto& how = claim.format->id;
    const bool own = claim.matched < kAll;
    last_ = how == "careless-greedy" && own ? Last::greedy : how == "careless-crash" ? Last::crash : Last::other;
    if (how == "careless-lossy") {
      report.facts.pop_back();
    }
    if (how == "careless-hasty") {
      fill_blanks(report);
    }
    if (how == "careless-unstable") {
      report.forms.back().caption = report.store(std::to_string(++count_));
    }
    return {};
  }

  Result<std::vector<Block>> do_render(const Report& report, const Template& format, const TemplateForm& form,
                                       std::uint32_t instance, const FormatContext& context,
                                       Arena& arena) const override {
    if (format.id == "careless-mute") {
      return Error{ErrorKind::plugin, "careless-mute", {"写不出。", "It cannot be written."}, "", {}};
    }
    return table_.render(report, format, form, instance, context, arena);
  }

  static FormClaim claim_of_everything(const Document& document, const Template& format) {
    FormClaim claim;
    claim.format = &format;
    claim.form = &format.forms.front();
    for (std::uint32_t block = 1; block <= document.blocks.size(); ++block) {
      claim.pieces.push_back({block, 0, 0, 0, 0});
    }
    claim.matched = claim.expected = kAll;
    claim.certainty = Certainty::certain;
    return claim;
  }

  static void fill_blanks(Report& report) {
    for (auto& fact : report.facts) {
      if (fact.status == Status::blank) {
        fact.status = Status::reported;
        fact.value = Decimal(0);
      }
    }
  }

  forms::TableFamily<Columns> table_;
  mutable std::atomic<int> count_{0};
  /// The format read last: only then do these two harm the others, the greedy one once.
  enum class Last { other, greedy, crash };
  mutable std::atomic<Last> last_{Last::other};
};

}  // namespace

NIANBAO_FORMAT_FAMILY_PLUGIN(Careless, "careless-table", "1.0.0")
