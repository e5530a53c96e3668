#include <nianbao/sdk/container.hpp>

#include "plugin/document_limits.hpp"

namespace nianbao {

Container::~Container() = default;

Certainty Container::probe(std::string_view head, std::string_view name) const noexcept {
  try {
    return do_probe(head, name);
  } catch (...) {
    return Certainty::none;
  }
}

Result<Document> Container::read(std::string bytes, const Context& context) const {
  if (bytes.size() > context.limits.input_bytes) {
    const auto limit = std::to_string(context.limits.input_bytes);
    return Error{ErrorKind::input,
                 "input-too-large",
                 {"文件有" + std::to_string(bytes.size()) + "字节，超过上限" + limit + "字节。",
                  "The file has " + std::to_string(bytes.size()) + " bytes, more than the limit of " + limit + "."},
                 "",
                 {"请确认文件确为一份年报。", "Check that the file is a single report."}};
  }
  NIANBAO_TRY(auto document, do_read(std::move(bytes), context));
  NIANBAO_CHECK(plugin::check_limits(document, context.limits));
  return document;
}

Result<std::string> Container::write(const Document& document, const Context& context) const {
  return do_write(document, context);
}

Result<Document> Container::do_read(std::string /*bytes*/, const Context& /*context*/) const {
  return Error{ErrorKind::usage,
               "container-cannot-read",
               {"这种文件类型只能写出，不能读取。", "This container can only be written."},
               "",
               {}};
}

Result<std::string> Container::do_write(const Document& /*document*/, const Context& /*context*/) const {
  return Error{ErrorKind::usage,
               "container-cannot-write",
               {"这种文件类型只能读取，不能写出。", "This container can only be read."},
               "",
               {}};
}

}  // namespace nianbao
