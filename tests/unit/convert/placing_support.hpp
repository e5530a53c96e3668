// What the tests of placing share.
#pragma once

#include <boost/test/unit_test.hpp>

#include "convert_fixture.hpp"

namespace nianbao::test {

inline const ConceptKey kReceived{"request.received", {{"applicant", "total"}}};
inline const ConceptKey kReceivedPersons{"request.received", {{"applicant", "natural_person"}}};
inline const ConceptKey kGranted{"outcome.granted", {{"applicant", "total"}}};
inline const ConceptKey kMade{"normative.made", {}};
inline const ConceptKey kInForce{"normative.in_force", {}};
inline const ConceptKey kTotal{"disclosure.total", {}};

/// A report in the old form, to be converted into a small new one.
struct Placing {
  SmallFormats formats;
  SmallRules rules;
  Report source = old_report();
  ConvertOptions options;

  Placing() { options.templates = formats.all(); }
  Conversion convert_to(std::string_view format = "new") {
    return converted(source, formats.get(format), rules, options);
  }
};

}  // namespace nianbao::test
