// A package: parts, and the relationships that lead from one to the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "ooxml/archive.hpp"
#include "ooxml/xml.hpp"

namespace nianbao::ooxml {

struct Relationship {
  std::string id;
  std::string type;    ///< last segment of the address: styles, image, worksheet …
  std::string target;  ///< name of the part; empty for what lies outside, which is never followed
};

class Relationships {
 public:
  void add(Relationship relationship) { all_.push_back(std::move(relationship)); }
  /// The first part of this type; empty if there is none.
  [[nodiscard]] std::string_view part_of_type(std::string_view type) const noexcept;
  /// The part of this id; empty if there is none.
  [[nodiscard]] std::string_view part_of_id(std::string_view id) const noexcept;
  [[nodiscard]] bool has_type(std::string_view type) const noexcept { return !part_of_type(type).empty(); }
  [[nodiscard]] const std::vector<Relationship>& all() const noexcept { return all_; }

 private:
  std::vector<Relationship> all_;
};

/// An opened docx or xlsx file. Not thread-safe.
class Package {
 public:
  [[nodiscard]] static Result<Package> open(std::string bytes, const Limits& limits);

  [[nodiscard]] bool has(std::string_view part) const { return !part.empty() && archive_.has(part); }
  [[nodiscard]] Result<std::string> bytes(std::string_view part) const { return archive_.read(part); }
  [[nodiscard]] Result<Xml> xml(std::string_view part) const;
  /// Of a part, or of the package where it is empty. None where there are none.
  [[nodiscard]] Result<Relationships> relationships(std::string_view part) const;
  /// The part the package is about: word/document.xml or xl/workbook.xml as a rule. An error if the
  /// zip is no office file.
  [[nodiscard]] Result<std::string> main_part() const;

 private:
  explicit Package(Archive archive) : archive_(std::move(archive)) {}
  Archive archive_;
};

}  // namespace nianbao::ooxml
