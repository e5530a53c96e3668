// What the tests of container plugins share.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <string_view>

#include <nianbao/document_json.hpp>
#include <nianbao/sdk/container.hpp>
#include <nianbao/sdk/document.hpp>

namespace nianbao::test {

/// The container plugin of the build tree with this id, loaded once.
const Container& container(std::string_view id);

/// Reads or writes with a Context of its own.
struct Call {
  Limits limits;
  DiagnosticSink diagnostics;
  Options options;

  Result<Document> read(std::string_view id, std::string bytes);
  Result<std::string> write(std::string_view id, const Document& document);
  /// The first diagnostic's code; empty if there is none.
  [[nodiscard]] std::string diagnostic() const;
};

/// Reads with default limits; fails the test where reading fails.
Document read(std::string_view id, std::string bytes);
std::string write(std::string_view id, const Document& document);

/// The blocks in a short form, a line each: `# text` by level, `p text`, `= text` (lines, with ⏎),
/// `t 2x3 a|b|~`, where ~ is a missing cell, ^ marks a header and spans are as 「a[2x1]」; `l` for lists.
std::string sketch(const Document& document);

/// A Document of headings, paragraphs, lists and tables as a report has them; the same for the same seed.
Document generate(std::uint32_t seed, bool spans);

/// The bytes with a few of them changed, cut, doubled or moved.
std::string mutate(std::string bytes, std::mt19937& random);

}  // namespace nianbao::test
