// The Document that shows a conversion.
#include <nianbao/convert.hpp>

#include <algorithm>

#include "convert/appendix.hpp"
#include "convert/blocks.hpp"
#include "convert/draft_words.hpp"
#include "convert/printed_sheet.hpp"
#include "convert/target_cells.hpp"
#include "convert/titles.hpp"

namespace nianbao {
namespace {

bool is_signoff(const Block& block) {
  const auto* paragraph = block.as<Paragraph>();
  return paragraph != nullptr && paragraph->role == Role::signoff;
}

class Assembler {
 public:
  Assembler(const Conversion& conversion, const FamilyFinder& family_of, const FormatContext& context,
            const ConvertOptions& options)
      : conversion_(conversion),
        report_(conversion.report),
        family_of_(family_of),
        context_(context),
        options_(options),
        sheet_(printed_sheet(conversion)) {}

  Result<Document> assemble() {
    find_lost_forms();
    properties();
    if (!report_.title.empty()) {
      add(paragraph(report_.title, arena(), Role::title));
    }
    NIANBAO_CHECK(sections(report_.sections));
    NIANBAO_CHECK(render_lost(nullptr));
    signature();
    for (const auto& attachment : report_.attachments) {
      NIANBAO_CHECK(attach(attachment));
    }
    if (options_.appendix == Appendix::inside) {
      for (auto& block : appendix_blocks(conversion_.ledger, options_.language, arena())) {
        add(std::move(block));
      }
    }
    document_.number_blocks();
    return std::move(document_);
  }

 private:
  Arena& arena() { return document_.arena(); }
  void add(Block block) { document_.blocks.push_back(std::move(block)); }

  void property(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      document_.properties.push_back({name, arena().store(value), {}});
    }
  }

  void properties() {
    if (!options_.final) {
      property(kDraftNotice, draft_notice());
    }
    property("索引号", report_.index_number);
    property("文号", report_.document_number);
    property("发布日期", to_string(report_.published));
  }

  [[nodiscard]] std::string draft_notice() const {
    if (!conversion_.notice.empty()) {
      return conversion_.notice.in(options_.language);
    }
    const auto& ledger = conversion_.ledger;
    const auto& from = ledger.source_title.in(options_.language);
    const auto& to = ledger.target_title.in(options_.language);
    if (options_.language == Language::zh) {
      return "草稿：由“" + from + "”转换为“" + to + "”。有底纹的单元格没有填写或需要核实，原因见该单元格和转换对照表。";
    }
    return "Draft, converted from " + from + " to " + to +
           ". Shaded cells are blank or to be checked; the reason stands with the cell and in the ledger.";
  }

  Result<void> sections(const std::vector<Section>& sections) {
    SectionKind outer = SectionKind::preamble;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const auto& section = sections[i];
      outer = section.level == 1 ? section.kind : outer;
      const auto title = numbered_heading(section.number, section.heading);
      if (!title.empty()) {
        add(heading(section.level, title, arena()));
      }
      NIANBAO_CHECK(blocks(section.blocks));
      const bool last_of_its_section = i + 1 == sections.size() || sections[i + 1].level == 1;
      if (last_of_its_section) {
        NIANBAO_CHECK(render_lost(&outer));
      }
    }
    return {};
  }

  Result<void> blocks(const std::vector<SectionBlock>& blocks) {
    for (const auto& block : blocks) {
      if (const auto* form = std::get_if<FormReference>(&block)) {
        NIANBAO_CHECK(render(form->id, form->instance));
      } else {
        add(copy(std::get<Block>(block), arena()));
      }
    }
    return {};
  }

  /// A reference to a form that the output does not have (the old table inside a newer report) shows
  /// nothing: its figures are in the appendix.
  Result<void> render(std::string_view id, std::uint32_t instance) {
    const auto* form = find_form(conversion_.forms, id, instance);
    if (form == nullptr) {
      return {};
    }
    const CellMarks marks = marks_of(id, instance);
    FormatContext context = context_;
    context.marks = &marks;
    NIANBAO_TRY(const auto* family, family_of_(*form->format));
    NIANBAO_TRY(auto rendered, family->render(sheet_, *form->format, *form->form, instance, context, arena()));
    if (conversion_.own_forms) {
      leave_as_it_stood(*form, rendered);
    }
    for (auto& block : rendered) {
      add(std::move(block));
    }
    return {};
  }

  /// Around a form of the source's own stands what stood there: the lines in front of it are in its section, and
  /// a caption that is nowhere else is the table's.
  void leave_as_it_stood(const OutputForm& form, std::vector<Block>& rendered) {
    const auto table =
        std::find_if(rendered.begin(), rendered.end(), [](const Block& block) { return block.as<Table>() != nullptr; });
    if (table == rendered.end()) {
      return;
    }
    const auto read = std::find_if(report_.forms.begin(), report_.forms.end(), [&](const Form& one) {
      return one.id == form.form->id && one.instance == form.instance;
    });
    if (read != report_.forms.end() && !prints(report_, read->caption)) {
      table->as<Table>()->caption = arena().store(read->caption);
    }
    rendered.erase(rendered.begin(), table);
    if (!conversion_.same_format) {
      rendered.erase(std::remove_if(rendered.begin(), rendered.end(), is_signoff), rendered.end());
    }
  }

  /// A final version shows none; but a cell that the source lacks is none there either.
  CellMarks marks_of(std::string_view id, std::uint32_t instance) {
    CellMarks marks;
    for (const auto& cell : conversion_.ledger.cells) {
      if (cell.form == id && cell.instance == instance) {
        const auto remark = options_.final ? std::string() : remark_of(cell);
        const bool unsafe = !cell.filled() || cell.suspect || cell.fidelity == Fidelity::approximate;
        if ((unsafe && !options_.final) || cell.absent || !remark.empty()) {
          marks.set(cell.block, cell.row, cell.column, {unsafe && !options_.final, arena().store(remark), cell.absent});
        }
      }
    }
    return marks;
  }

  [[nodiscard]] std::string remark_of(const LedgerCell& cell) const {
    const bool zh = options_.language == Language::zh;
    std::string remark = cell.formula.empty() ? std::string{} : (zh ? "计算：" : "computed: ") + cell.formula;
    const auto& reason = cell.reason.in(options_.language);
    if (!remark.empty() && !reason.empty()) {
      remark += zh ? "。" : ". ";
    }
    return remark + reason;
  }

  /// Forms of the target that no section shows: a report in its own format may lack one.
  void find_lost_forms() {
    std::vector<FormReference> shown;
    const auto note = [&](const std::vector<Section>& sections) {
      for (const auto& section : sections) {
        for (const auto& block : section.blocks) {
          if (const auto* form = std::get_if<FormReference>(&block)) {
            shown.push_back(*form);
          }
        }
      }
    };
    note(report_.sections);
    for (const auto& attachment : report_.attachments) {
      note(attachment.sections);
    }
    for (const auto& cell : conversion_.ledger.cells) {
      const auto same = [&](const FormReference& f) { return f.id == cell.form && f.instance == cell.instance; };
      if (std::none_of(shown.begin(), shown.end(), same) && std::none_of(lost_.begin(), lost_.end(), same)) {
        lost_.push_back({cell.form, cell.instance});
      }
    }
  }

  /// Renders the lost forms that belong into a section of this kind; all that are left where it is null.
  Result<void> render_lost(const SectionKind* kind) {
    for (auto it = lost_.begin(); it != lost_.end();) {
      if (kind != nullptr && !belongs(it->id, *kind)) {
        ++it;
        continue;
      }
      const FormReference form = *it;
      it = lost_.erase(it);
      NIANBAO_CHECK(render(form.id, form.instance));
    }
    return {};
  }

  [[nodiscard]] bool belongs(std::string_view form, SectionKind kind) const {
    return std::any_of(conversion_.target->sections.begin(), conversion_.target->sections.end(),
                       [&](const TemplateSection& section) {
                         return section.kind == kind &&
                                std::find(section.forms.begin(), section.forms.end(), form) != section.forms.end();
                       });
  }

  /// As the source is signed. Only a date without a name gets the issuer's, and in its own format not even that.
  void signature() {
    const bool signs = report_.signatory.empty() && !report_.signed_on.empty() && !conversion_.same_format;
    const auto name = signs ? report_.issuer : report_.signatory;
    if (!name.empty()) {
      add(paragraph(name, arena(), Role::signoff));
    }
    if (!report_.signed_on.empty()) {
      add(paragraph(printed_date(report_.signed_on), arena(), Role::date));
    }
  }

  Result<void> attach(const Attachment& attachment) {
    const bool untitled = attachment.title.empty() || opens_with_caption(attachment);
    add(heading(1, untitled ? "附件" : "附件：" + std::string(attachment.title), arena()));
    for (const auto& section : attachment.sections) {
      const auto title = numbered_heading(section.number, section.heading);
      if (!title.empty() && section.heading != attachment.title) {
        add(heading(section.level + 1, title, arena()));
      }
      NIANBAO_CHECK(blocks(section.blocks));
    }
    return {};
  }

  /// True if the attachment begins with a form that prints the attachment's title itself.
  [[nodiscard]] bool opens_with_caption(const Attachment& attachment) const {
    if (attachment.sections.empty() || attachment.sections.front().blocks.empty()) {
      return false;
    }
    const auto* reference = std::get_if<FormReference>(&attachment.sections.front().blocks.front());
    const auto* form =
        reference == nullptr || conversion_.own_forms ? nullptr : conversion_.target->form(reference->id);
    return form != nullptr && form->caption == attachment.title;
  }

  const Conversion& conversion_;
  const Report& report_;
  const FamilyFinder& family_of_;
  const FormatContext& context_;
  const ConvertOptions& options_;
  const Report sheet_;
  std::vector<FormReference> lost_;
  Document document_;
};

}  // namespace

Result<Document> assemble(const Conversion& conversion, const FamilyFinder& family_of, const FormatContext& context,
                          const ConvertOptions& options) {
  return Assembler(conversion, family_of, context, options).assemble();
}

}  // namespace nianbao
