// The Report: what a document means. Facts, claims, forms and narrative; no files, no layout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/document.hpp>

namespace nianbao {

/// A calendar date; 0 for parts that are not stated.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;
  [[nodiscard]] bool empty() const noexcept { return year == 0; }
  friend bool operator==(const Date& a, const Date& b) noexcept {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
};

/// ISO 8601: 2019-02-22, 2019-02, 2019; empty for no date.
[[nodiscard]] std::string to_string(const Date& date);

/// How a value is stated. Blank, zero and dash are three things; an absent cell is no fact at all.
enum class Status { reported, blank, dash, stated_zero };
/// 余/多, 近, 约/左右.
enum class Qualifier { none, over, under, about };
/// How the value was read: directly, with the help of the sums, or open between candidates.
enum class Reading { direct, relations, suspect };
/// Where the figure stands. `conversion`: computed by a mapping.
enum class Source { table, prose, conversion };
/// Whose figures: the whole jurisdiction or the office itself; unknown unless stated.
enum class Scope { unknown, area, body };
/// How sure the reading is of a format.
enum class Certainty { none, possible, likely, certain };

/// As in JSON.
[[nodiscard]] std::string_view to_string(Status status) noexcept;
[[nodiscard]] std::string_view to_string(Qualifier qualifier) noexcept;  ///< empty for none
[[nodiscard]] std::string_view to_string(Reading reading) noexcept;
[[nodiscard]] std::string_view to_string(Source source) noexcept;
[[nodiscard]] std::string_view to_string(Scope scope) noexcept;  ///< empty for unknown
[[nodiscard]] std::string_view to_string(Certainty certainty) noexcept;

/// One figure: a concept with dimensions, its value and unit, and where it stands. Texts are views
/// into the Report's arena.
struct Fact {
  ConceptKey key;
  std::optional<Decimal> value;        ///< canonical unit where the reported one converts; none for blank and dash
  std::string_view unit;               ///< unit of `value`
  std::optional<Decimal> step;         ///< the figure is rounded to this; 1 for counts, 100 for 14.28 亿元 in 万元
  Status status = Status::reported;
  Qualifier qualifier = Qualifier::none;
  Reading reading = Reading::direct;
  Source source = Source::table;
  std::vector<Decimal> candidates;     ///< readings possible where `reading` is suspect; `value` is the likelier
  std::uint32_t form = kNoForm;        ///< index into Report::forms
  std::string_view text;               ///< the figure as it stands, with its unit or note
  std::string_view note;               ///< a note inside the cell: 其中修订16件
  std::optional<std::int16_t> year;    ///< only where the figure is of another year than the report's
  Scope scope = Scope::unknown;
  Place at;

  static constexpr std::uint32_t kNoForm = 0xFFFFFFFFU;
};

/// What a claim says of its facts, and its name in JSON.
enum class ClaimKind { share, sum, growth };
[[nodiscard]] std::string_view to_string(ClaimKind kind) noexcept;

/// A statement about facts: a share, a sum of parts, a growth.
struct Claim {
  ClaimKind kind = ClaimKind::share;
  std::optional<Decimal> value;
  std::string_view unit;
  std::optional<Decimal> step;
  std::vector<std::uint32_t> of;    ///< indices into Report::facts
  std::vector<std::uint32_t> base;
  std::string_view text;
  Place at;
};

/// A note that belongs to a form: 注：含上年度结转数量。
struct FormNote {
  std::string_view text;
  Place at;
};

/// One table of the report as it was recognised.
struct Form {
  std::string_view id;       ///< id of the form in its template
  std::string_view format;   ///< id of the template
  std::uint32_t instance = 1;
  std::string_view caption;
  Scope scope = Scope::unknown;
  Certainty certainty = Certainty::certain;
  std::vector<std::string_view> rows_missing;     ///< labels of template rows the document lacks
  std::vector<std::string_view> columns_missing;
  std::vector<FormNote> notes;
  std::vector<std::uint32_t> blocks;  ///< numbers of the Document's blocks it was read from
  Place at;
};

/// What a section is about (design, section 4).
enum class SectionKind {
  preamble, overview, proactive, key_areas, requests, disputes, fees, consultation, organisation,
  problems, other_matters, attachment,
};
[[nodiscard]] std::string_view to_string(SectionKind kind) noexcept;
[[nodiscard]] std::optional<SectionKind> section_kind(std::string_view id) noexcept;

/// In a section: here stands the form with this id and instance.
struct FormReference {
  std::string_view id;
  std::uint32_t instance = 1;
};

/// What a section consists of.
using SectionBlock = std::variant<Block, FormReference>;

/// A section of the narrative, at level 1 (一、) or 2 (（一）); a flat sequence in document order.
/// A level 2 section of no kind of its own has that of the section above it.
struct Section {
  SectionKind kind = SectionKind::preamble;
  std::string_view number;  ///< 一, （二）: as printed, without the 、; empty if none is printed
  std::string_view heading;
  int level = 1;
  std::vector<SectionBlock> blocks;
  Place at;
};

/// A document attached to the report.
struct Attachment {
  std::string_view title;
  std::vector<Section> sections;
};

/// A line of the page that is no part of the report: a button, a path, 此件公开发布.
struct LeftOutLine {
  std::string_view text;
  Place at;
};

/// The area the report is of.
struct Jurisdiction {
  std::string_view name;  ///< empty if unknown
  std::string_view code;  ///< GB/T 2260, six digits; empty if unknown
};

/// Whose figures the report has, as it says itself.
struct Coverage {
  Scope scope = Scope::unknown;
  std::string_view text;
  Place at;
};

/// How the office is reached, as printed.
struct Contact {
  std::string_view address, postcode, phone, fax, email, url;
};

/// Who answers for the figures, as printed under the tables.
struct SignOff {
  std::string_view responsible, reviewer, preparer, phone;
  Date date;
  /// True if nothing of it is printed.
  [[nodiscard]] bool empty() const noexcept {
    return responsible.empty() && reviewer.empty() && preparer.empty() && phone.empty() && date.empty();
  }
};

/// The days the figures are of, both included.
struct Period {
  Date from;
  Date to;
};

/// A report and what was said while reading it. Owns the memory of its texts; move-only. Not
/// thread-safe while it is built, freely readable afterwards.
class Report {
 public:
  Report() = default;
  Report(Report&&) = default;
  Report& operator=(Report&&) = default;
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  Input input;
  std::string format;  ///< id of the template that is the report's skeleton; empty if none was recognised
  Certainty format_certainty = Certainty::none;
  /// A rule pack that was in force.
  struct Pack {
    std::string id;
    std::string version;
  };
  std::vector<Pack> rules;

  std::string_view title, issuer, signatory;
  Jurisdiction jurisdiction;
  Coverage coverage;
  std::int16_t year = 0;  ///< 0 if unknown
  Period period;
  Date published;  ///< as the page says; where it says nothing, as signed
  Date signed_on;  ///< under the signature
  std::string_view index_number, document_number;
  Contact contact;
  SignOff signoff;

  std::vector<Form> forms;
  std::vector<Fact> facts;  ///< fN in JSON is facts[N-1]
  std::vector<Claim> claims;
  std::vector<Section> sections;
  std::vector<Attachment> attachments;
  std::vector<LeftOutLine> left_out;  ///< in the order of the Document

  std::vector<Finding> findings;
  std::vector<Diagnostic> diagnostics;

  /// The memory of the texts, and a copy of a text in it.
  [[nodiscard]] Arena& arena() noexcept { return arena_; }
  [[nodiscard]] std::string_view store(std::string_view text) { return arena_.store(text); }

 private:
  Arena arena_;
};

/// True if both mean the same: concepts, dims, values, units, statuses, qualifiers, steps, notes and
/// sections; ids, places, texts of figures, source and reading are not compared.
[[nodiscard]] bool equal(const Report& a, const Report& b);

}  // namespace nianbao
