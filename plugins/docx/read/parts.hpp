// The parts of a docx file that its text refers to, and what all readers of one file share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "ooxml/package.hpp"
#include "read/numbering.hpp"
#include "read/styles.hpp"
#include "word/reading_remarks.hpp"

namespace nianbao::docx {

/// A comment as Word shows it in the margin.
struct Comment {
  std::string author;
  std::string text;
};

/// The package's parts, read once.
struct Parts {
  /// Styles, numbering, notes and comments may be missing; the main part may not.
  [[nodiscard]] static Result<Parts> load(const ooxml::Package& package);

  std::string main_name;
  std::optional<ooxml::Xml> main;
  ooxml::Relationships relationships;
  Styles styles;
  word::Numbering numbering;
  std::optional<ooxml::Xml> footnotes;
  std::optional<ooxml::Xml> endnotes;
  std::map<std::string, Comment, std::less<>> comments;
};

/// One reading of one file.
struct Reading {
  Parts& parts;
  const Limits& limits;
  DiagnosticSink& diagnostics;
  Arena& arena;
  std::string_view part;  ///< main_name, in the arena
  word::Remarks remarks;
  std::set<std::string, std::less<>> notes_read;
  std::uint32_t depth = 0;
  std::optional<Error> error;  ///< the first; reading stops there
  bool places = false;         ///< places say where in the main part a paragraph begins

  /// Where an element of the main part begins, where that is asked for and known.
  [[nodiscard]] std::optional<Range> place_of(pugi::xml_node node) const;
  [[nodiscard]] bool stopped() const noexcept { return error.has_value(); }
  void stop(Error fault);
};

/// Counts a level of nesting; past the limit the reading stops.
class Nesting {
 public:
  explicit Nesting(Reading& reading);
  ~Nesting() { --reading_.depth; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Reading& reading_;
};

}  // namespace nianbao::docx
