#include <nianbao/serve.hpp>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/document_json.hpp>

#include "process/protocol.hpp"
#include "process/write_all.hpp"

namespace nianbao {
namespace {

using process::Answer;
using process::Request;

/// Reads stdin: lines, and counted bytes.
class Requests {
 public:
  /// Nothing at the end of the input, or where a line is too long to be a header.
  std::optional<std::string> line() {
    std::size_t end = 0;
    while ((end = buffer_.find('\n')) == std::string::npos) {
      if (buffer_.size() > process::kLongestHeader || !fill(process::kLongestHeader)) {
        return std::nullopt;
      }
    }
    auto line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return line;
  }

  std::optional<std::string> bytes(std::uint64_t count) {
    while (buffer_.size() < count) {
      if (!fill(count - buffer_.size())) {
        return std::nullopt;
      }
    }
    auto taken = buffer_.substr(0, count);
    buffer_.erase(0, count);
    return taken;
  }

 private:
  bool fill(std::uint64_t room) {
    constexpr std::uint64_t kBlock = 1U << 20U;
    const auto before = buffer_.size();
    buffer_.resize(before + static_cast<std::size_t>(std::min(room, kBlock)));
    ssize_t count = 0;
    do {
      count = ::read(STDIN_FILENO, buffer_.data() + before, buffer_.size() - before);
    } while (count < 0 && errno == EINTR);
    buffer_.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
    return count > 0;
  }

  std::string buffer_;
};

Error thrown(const char* what) {
  return {ErrorKind::plugin,
          "plugin-threw",
          {std::string("插件的程序抛出异常：") + what + "。", std::string("The plugin's program threw: ") + what + "."},
          "",
          {"请将此信息报告给插件作者；其他文件和插件不受影响。",
           "Report this to the plugin's author; other files and plugins are not affected."}};
}

Error unknown_operation(const std::string& op) {
  return {ErrorKind::plugin,
          "process-unknown-operation",
          {"插件的程序不认识操作“" + op + "”。", "The plugin's program does not know the operation `" + op + "`."},
          "",
          {"请安装与本版本相配的插件。", "Install the plugin that goes with this version."}};
}

class Server {
 public:
  Server(const Container& container, int out) : container_(container), out_(out) {}

  /// False if the answer could not be written.
  bool serve(const Request& request, std::string bytes) {
    DiagnosticSink diagnostics;
    const Context context{request.limits, diagnostics, request.options, request.language};
    Answer answer;
    answer.id = request.id;
    auto payload = outcome(request, std::move(bytes), context, answer);
    for (const auto& diagnostic : diagnostics.all()) {
      write_all(STDERR_FILENO, process::to_line(diagnostic));
    }
    if (payload) {
      answer.bytes = payload->size();
      return write_all(out_, to_line(answer)) && write_all(out_, *payload);
    }
    answer.error = payload.error();
    return write_all(out_, to_line(answer));
  }

 private:
  Result<std::string> outcome(const Request& request, std::string bytes, const Context& context, Answer& answer) {
    try {
      if (request.op == "read") {
        NIANBAO_TRY(auto document, container_.read(std::move(bytes), context));
        document.number_blocks();
        answer.encoding = document.input.encoding;
        return document_to_json(document);
      }
      if (request.op == "write") {
        NIANBAO_TRY(const auto document, document_from_json(bytes));
        return container_.write(document, context);
      }
      return unknown_operation(request.op);
    } catch (const std::exception& exception) {
      return thrown(exception.what());
    } catch (...) {
      return thrown("?");
    }
  }

  const Container& container_;
  int out_;
};

}  // namespace

int serve_container(const Container& container, std::string_view id, std::string_view version) {
  constexpr int kBroken = 70;
  // Libraries that print shall not disturb the answers.
  const int out = ::dup(STDOUT_FILENO);
  if (out < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
    return kBroken;
  }
  Requests requests;
  Server server(container, out);
  while (const auto line = requests.line()) {
    const auto request = process::request_of(*line);
    if (!request) {
      return kBroken;
    }
    if (request->op == "hello") {
      if (!write_all(out, to_line(process::Identity{std::string(process::kProtocol), std::string(id),
                                                    std::string(version)}))) {
        return kBroken;
      }
      continue;
    }
    auto bytes = requests.bytes(request->bytes);
    if (!bytes || !server.serve(*request, *std::move(bytes))) {
      return kBroken;
    }
  }
  return 0;
}

}  // namespace nianbao
