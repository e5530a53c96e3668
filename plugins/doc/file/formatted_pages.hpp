// Pages of properties: what each run of characters and each paragraph has of its own ([MS-DOC] 2.9.32, 2.9.175).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao::doc {

/// Bytes of the WordDocument stream with what is stated of them.
struct FormattedRun {
  std::uint64_t from = 0;  ///< bytes of the stream, half-open
  std::uint64_t to = 0;
  std::uint32_t style = 0;   ///< index of the paragraph's style; 0 for characters
  std::string_view changes;  ///< property changes
};

enum class PageKind { characters, paragraphs };

/// All runs of one kind, in the order of the stream.
class FormattedRuns {
 public:
  /// `places` is the Plc that names the pages. An input error where it names more than the stream can hold.
  [[nodiscard]] static Result<FormattedRuns> read(std::string_view places, std::string_view stream, PageKind kind);
  /// The run that a byte of the stream is in; null if nothing is stated of it.
  [[nodiscard]] const FormattedRun* find(std::uint64_t offset) const;

 private:
  void add_page(std::string_view page, PageKind kind);

  std::vector<FormattedRun> runs_;
};

}  // namespace nianbao::doc
