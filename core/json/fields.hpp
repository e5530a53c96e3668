// Reading JSON values field by field, with the path of what is wrong.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <nianbao/sdk/result.hpp>

#include "json/parse.hpp"

namespace nianbao::json {

/// Remembers the first fault met while reading; reading goes on with empty values.
class Faults {
 public:
  void report(const std::string& path, std::string_view expected);
  [[nodiscard]] bool any() const noexcept { return !first_.empty(); }
  /// The first fault as an input error.
  [[nodiscard]] Error error() const;

 private:
  std::string first_;
  std::string expected_;
};

/// A value in a JSON text, with its path. Cheap to copy; views into the parsed value.
class Field {
 public:
  Field(const boost::json::value* value, std::string path, Faults& faults)
      : value_(value), path_(std::move(path)), faults_(&faults) {}

  /// A member of an object: an absent Field if it is missing or null.
  [[nodiscard]] Field operator[](std::string_view key) const;
  [[nodiscard]] bool absent() const noexcept { return value_ == nullptr || value_->is_null(); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// Empty / 0 / false for an absent field; a fault is reported for a value of another kind.
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] std::uint64_t number() const;
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] double real() const;
  [[nodiscard]] bool boolean() const;

  /// Calls the function with a Field for each element; nothing for an absent field.
  template <typename F>
  void each(F function) const {
    if (absent()) {
      return;
    }
    const auto* array = value_->if_array();
    if (array == nullptr) {
      fault("an array");
      return;
    }
    std::size_t index = 0;
    for (const auto& element : *array) {
      function(Field(&element, path_ + "[" + std::to_string(index++) + "]", *faults_));
    }
  }
  /// Calls the function with key and Field of each member.
  template <typename F>
  void each_member(F function) const {
    if (absent()) {
      return;
    }
    const auto* object = value_->if_object();
    if (object == nullptr) {
      fault("an object");
      return;
    }
    for (const auto& member : *object) {
      function(std::string_view(member.key()),
               Field(&member.value(), path_ + "." + std::string(member.key()), *faults_));
    }
  }

  void fault(std::string_view expected) const { faults_->report(path_, expected); }

 private:
  const boost::json::value* value_;
  std::string path_;
  Faults* faults_;
};

/// Parses a text that is to be one object and reads it with a function of its root.
template <typename F>
Result<void> read_object(std::string_view text, F read) {
  NIANBAO_TRY(const auto value, parse(text));
  Faults faults;
  const Field root(&value, "", faults);
  if (value.is_object()) {
    read(root);
  } else {
    root.fault("an object");
  }
  if (faults.any()) {
    return faults.error();
  }
  return {};
}

}  // namespace nianbao::json
