// What all readers of one file share.
#pragma once

#include <cstdint>
#include <optional>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "file/word_file.hpp"
#include "read/account.hpp"

namespace nianbao::doc {

/// What was met while reading that the reader of the report should know.
struct Remarks {
  std::uint32_t changes = 0;   ///< ranges that tracked changes insert or delete
  std::uint32_t contents = 0;  ///< paragraphs of a table of contents
  std::uint32_t comments = 0;
  std::uint32_t hidden = 0;  ///< hidden ranges
};

/// One reading of one file.
struct Reading {
  WordFile& file;
  const Limits& limits;
  DiagnosticSink& diagnostics;
  Arena& arena;
  Remarks remarks;
  Account account;
  std::uint32_t images = 0;    ///< named so far
  std::optional<Error> error;  ///< the first; reading stops there

  [[nodiscard]] bool stopped() const noexcept { return error.has_value(); }
  void stop(Error fault) {
    if (!error) {
      error = std::move(fault);
    }
  }
};

}  // namespace nianbao::doc
