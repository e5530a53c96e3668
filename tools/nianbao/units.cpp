#include "units.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "commands.hpp"

namespace nianbao::command {
namespace {

namespace fs = std::filesystem;

Result<std::vector<std::string>> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return std::vector<std::string>{path};
  }
  std::vector<std::string> files;
  for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    std::error_code unreadable;
    if (!hidden && entry->is_regular_file(unreadable)) {
      files.push_back(entry->path().string());
    }
  }
  if (error || files.empty()) {
    return Error{ErrorKind::usage,
                 "no-units",
                 {"目录中没有可读的文件。", "The directory has no file that can be read."},
                 path,
                 {"请给出所属单位年报所在的目录。", "Give the directory that holds the units' reports."}};
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<Report>> read_units(const Engine& engine, const ReadOptions& options,
                                       const std::vector<std::string>& paths) {
  std::vector<Report> units;
  for (const auto& path : paths) {
    NIANBAO_TRY(const auto files, files_of(path));
    for (const auto& file : files) {
      NIANBAO_TRY(auto reports, read_input(engine, file, options));
      std::move(reports.begin(), reports.end(), std::back_inserter(units));
    }
  }
  return units;
}

Result<std::vector<const Report*>> units_of(const Report& report, const std::vector<Report>& units) {
  std::vector<const Report*> found;
  for (const auto& unit : units) {
    if (unit.year != 0 && report.year != 0 && unit.year != report.year) {
      const auto year = std::to_string(unit.year);
      const auto own = std::to_string(report.year);
      return Error{ErrorKind::usage,
                   "units-of-another-year",
                   {"这份单位年报是" + year + "年度的，不能与" + own + "年度年报汇总核对。",
                    "This unit's report is of " + year + " and cannot be summed up for a report of " + own + "."},
                   unit.input.file,
                   {"请只给出同一年度的单位年报。", "Give reports of the same year only."}};
    }
    found.push_back(&unit);
  }
  return found;
}

}  // namespace nianbao::command
