// What all readers of one file share.
#pragma once

#include <cstdint>
#include <optional>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "file/word_file.hpp"
#include "read/account.hpp"
#include "word/reading_remarks.hpp"

namespace nianbao::doc {

/// One reading of one file.
struct Reading {
  WordFile& file;
  const Limits& limits;
  DiagnosticSink& diagnostics;
  Arena& arena;
  word::Remarks remarks;
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
