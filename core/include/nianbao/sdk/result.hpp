// Errors as values: what an operation returns when it cannot give a result.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

#include <nianbao/sdk/message.hpp>

namespace nianbao {

/// Whose fault it is; decides the exit code of the command (design, section 10).
enum class ErrorKind {
  usage = 2,      ///< the call itself is wrong: an unknown option, a missing argument
  input = 3,      ///< the input cannot be read: missing, damaged, too large, no known container
  rules = 4,      ///< a rule pack or a template is faulty
  plugin = 5,     ///< a plugin is missing, does not load or broke its contract
  output = 6,     ///< the output cannot be written
  internal = 70,  ///< a fault of the program
};

/// Why an operation gives no result. Shown as: message, where, hint.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string code;   ///< stable id in kebab-case, such as `text-not-text`; tests and scripts use it
  Message message;    ///< what failed, what was found and what was expected
  std::string where;  ///< file, file:line:column or option; empty if the caller knows it better
  Message hint;       ///< what to do; may be empty
};

/// A value or an Error. Never both, never neither.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}    // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  /// True if there is a value.
  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// The value; only where there is one.
  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The error; only where there is no value.
  [[nodiscard]] const Error& error() const& {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

/// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), ok_(false) {}  // NOLINT(google-explicit-constructor)

  /// True if it succeeded.
  [[nodiscard]] bool ok() const noexcept { return ok_; }
  explicit operator bool() const noexcept { return ok_; }
  /// The error; only where it failed.
  [[nodiscard]] const Error& error() const& {
    assert(!ok_);
    return error_;
  }
  [[nodiscard]] Error&& error() && {
    assert(!ok_);
    return std::move(error_);
  }

 private:
  Error error_;
  bool ok_ = true;
};

#define NIANBAO_CONCAT_INNER(a, b) a##b
#define NIANBAO_CONCAT(a, b) NIANBAO_CONCAT_INNER(a, b)

/// `NIANBAO_TRY(auto x, f());` declares x from f()'s value, or returns f()'s Error from here.
#define NIANBAO_TRY(declaration, expression)                                      \
  auto NIANBAO_CONCAT(nianbao_try_, __LINE__) = (expression);                     \
  if (!NIANBAO_CONCAT(nianbao_try_, __LINE__).ok()) {                             \
    return std::move(NIANBAO_CONCAT(nianbao_try_, __LINE__)).error();             \
  }                                                                               \
  declaration = std::move(NIANBAO_CONCAT(nianbao_try_, __LINE__)).value()

/// `NIANBAO_CHECK(f());` returns f()'s Error from here if there is one.
#define NIANBAO_CHECK(expression)                                     \
  do {                                                                \
    auto nianbao_check_result = (expression);                         \
    if (!nianbao_check_result.ok()) {                                 \
      return std::move(nianbao_check_result).error();                 \
    }                                                                 \
  } while (false)

}  // namespace nianbao
