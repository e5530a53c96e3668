// The interface of a container plugin: bytes ⇄ Document.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// A container plugin. Immutable after creation, so every function may be called from several
/// threads at once. Public functions check what the host promises (limits) and call the private
/// hooks; a hook that is not overridden says that the container does not support the operation.
class Container {
 public:
  virtual ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  /// How surely these first bytes (at most 64 KiB) are of this container. Looks at the content; the
  /// name only helps where content cannot decide. Never fails.
  [[nodiscard]] Certainty probe(std::string_view head, std::string_view name) const noexcept;
  /// Reads a whole file. The bytes are taken over; the Document may keep views into them.
  [[nodiscard]] Result<Document> read(std::string bytes, const Context& context) const;
  /// Writes a whole file. Same Document, same bytes.
  [[nodiscard]] Result<std::string> write(const Document& document, const Context& context) const;

 protected:
  Container() = default;

 private:
  [[nodiscard]] virtual Certainty do_probe(std::string_view head, std::string_view name) const = 0;
  [[nodiscard]] virtual Result<Document> do_read(std::string bytes, const Context& context) const;
  [[nodiscard]] virtual Result<std::string> do_write(const Document& document, const Context& context) const;
};

}  // namespace nianbao
