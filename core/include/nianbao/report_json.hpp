// The Report as JSON (nianbao-report/1): what `inspect --as json` prints, and what is accepted
// wherever a report file is.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

struct CheckOutcome;

/// The Report as JSON text (design, section 4). Same Report, same bytes. Thread-safe.
[[nodiscard]] std::string report_to_json(const Report& report);

/// The same with the tally and the remarks of a check under `check`; the findings are the report's own. Reading it back
/// leaves them out.
[[nodiscard]] std::string checked_report_to_json(const Report& report, const CheckOutcome& outcome);

/// Reads it back; writing the result again gives the same bytes. Unknown keys are ignored; anything
/// else that does not fit is an input error with the path of the value.
[[nodiscard]] Result<Report> report_from_json(std::string_view text);

/// True if the text starts like a report in this JSON.
[[nodiscard]] bool looks_like_report_json(std::string_view head) noexcept;

}  // namespace nianbao
