#include <nianbao/check.hpp>

#include <numeric>

namespace nianbao {
namespace {

Message reason_text(std::size_t reason) {
  switch (static_cast<NotAssessable>(reason)) {
    case NotAssessable::no_previous:
      return {"缺上年报告", "no report of last year"};
    case NotAssessable::no_units:
      return {"缺所属单位报告", "no reports of units"};
    case NotAssessable::blank:
      return {"单元格空白", "blank cells"};
    case NotAssessable::dash:
      return {"单元格为斜线", "dashes"};
    case NotAssessable::absent:
      return {"缺少行或列", "rows or columns missing"};
    case NotAssessable::unsettled:
      return {"数据待核实", "figures unsettled"};
    case NotAssessable::other:
      break;
  }
  return {"无法计算", "cannot be computed"};
}

}  // namespace

std::size_t CheckTally::unassessed() const noexcept {
  return std::accumulate(not_assessable.begin(), not_assessable.end(), std::size_t{0});
}

Message severity_name(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::error:
      return {"错误", "error"};
    case FindingSeverity::doubt:
      return {"存疑", "doubt"};
    case FindingSeverity::note:
      break;
  }
  return {"说明", "note"};
}

Message summary(const CheckTally& tally) {
  Message text{"共核对" + std::to_string(tally.checked()) + "项：通过" + std::to_string(tally.held) + "项，不成立" +
                   std::to_string(tally.failed) + "项",
               std::to_string(tally.checked()) + " relations checked: " + std::to_string(tally.held) + " hold, " +
                   std::to_string(tally.failed) + " fail"};
  if (tally.unassessed() == 0) {
    return text;
  }
  text.zh += "，无法核对" + std::to_string(tally.unassessed()) + "项（";
  text.en += ", " + std::to_string(tally.unassessed()) + " not assessable (";
  bool first = true;
  for (std::size_t reason = 0; reason < tally.not_assessable.size(); ++reason) {
    if (const auto count = tally.not_assessable[reason]; count > 0) {
      text.zh += (first ? "" : "、") + reason_text(reason).zh + std::to_string(count) + "项";
      text.en += (first ? "" : ", ") + reason_text(reason).en + ": " + std::to_string(count);
      first = false;
    }
  }
  text.zh += "）";
  text.en += ")";
  return text;
}

}  // namespace nianbao
