#include "process/faults.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

#include "text/utf8.hpp"

namespace nianbao::process {
namespace {

const Message kTellAuthor{"请将此信息报告给插件作者；其他文件和插件不受影响。",
                          "Report this to the plugin's author; other files and plugins are not affected."};
const Message kSeeProtocol{"请对照docs/process-plugins.zh-CN.md改正该程序。",
                           "Correct the program; docs/process-plugins.md says what it is to answer."};

Error fault(const Offender& offender, const char* code, const Message& what, const Message& hint = kTellAuthor) {
  Error error{ErrorKind::plugin,
              code,
              {"插件“" + offender.id + "”的程序" + what.zh + "。",
               "The program of plugin `" + offender.id + "` " + what.en + "."},
              offender.file,
              hint};
  if (!offender.said.empty()) {
    const auto& place = offender.place;
    error.message.zh += "它最后说：" + offender.said + (place.empty() ? "" : "（" + place + "）");
    error.message.en += " Its last words: " + offender.said + (place.empty() ? "" : " (" + place + ")");
  }
  return error;
}

/// SIGSEGV, not its translation: messages do not depend on the locale.
std::string signal_name(int signal) {
  const char* name = ::sigabbrev_np(signal);
  return name == nullptr ? std::to_string(signal) : std::string("SIG") + name;
}

Message ending_words(const Ending& ending) {
  if (!ending.known) {
    return {"原因不明", "for an unknown reason"};
  }
  if (ending.signal == SIGXCPU) {
    return {"用完了处理器时间", "it had used up its processor time"};
  }
  if (ending.signal != 0) {
    const auto name = signal_name(ending.signal);
    return {"信号" + name, "by signal " + name};
  }
  const auto code = std::to_string(ending.exit_code);
  return {"退出码" + code, "with exit code " + code};
}

}  // namespace

std::string quotable(std::string_view line) {
  constexpr std::size_t kLongest = 200;
  std::string text;
  std::size_t at = 0;
  while (at < line.size() && text.size() < kLongest) {
    const auto byte = static_cast<unsigned char>(line[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    const auto character = line.substr(at, length);
    const bool whole = character.size() == length && check_utf8(character).valid == length;
    if (whole && (length > 1 || (byte >= 0x20 && byte != 0x7F))) {
      text += character;
    } else {
      text += byte == '\t' ? " " : "?";
    }
    at += whole ? length : 1;
  }
  return at < line.size() ? text + "…" : text;
}

Error not_started(const Offender& offender, int error) {
  const auto system = std::generic_category().message(error);
  if (error == ENOENT) {
    return fault(
        offender, "process-not-started",
        {"无法启动：找不到解释它的程序（首行#!所写）",
         "cannot be started: the interpreter in its first line (#!) is not there"},
        {"请安装该解释程序，或改正文件的首行。", "Install the interpreter, or correct the first line of the file."});
  }
  if (error == ENOEXEC) {
    return fault(offender, "process-not-started",
                 {"无法启动：既不是本机的程序，首行也没有#!",
                  "cannot be started: it is no program of this machine and has no #! in its first line"},
                 {"请重新编译，或在首行写明解释程序，如#!/usr/bin/python3。",
                  "Build it again, or name its interpreter in the first line, such as #!/usr/bin/python3."});
  }
  return fault(offender, "process-not-started", {"无法启动：" + system, "cannot be started: " + system},
               {"请核对该文件及其权限。", "Check the file and its permissions."});
}

Error timed_out(const Offender& offender, std::chrono::milliseconds limit) {
  const auto seconds = std::to_string(limit.count() / 1000) +
                       (limit.count() % 1000 == 0 ? "" : "." + std::to_string(limit.count() % 1000 / 100));
  return fault(
      offender, "process-timed-out",
      {"在" + seconds + "秒内没有完成，已被终止", "did not finish within " + seconds + " seconds and was ended"},
      {"文件可能过大或有异常；可拆分文件，或另存为其他类型后重试。",
       "The file may be too large or strange: split it, or save it as another type and try again."});
}

Error died(const Offender& offender, const Ending& ending, bool halfway) {
  const auto how = ending_words(ending);
  if (halfway) {
    return fault(offender, "process-died-halfway",
                 {"答复到一半时退出（" + how.zh + "）", "ended in the middle of its answer (" + how.en + ")"});
  }
  return fault(offender, "process-died",
               {"没有答复就退出了（" + how.zh + "）", "ended without an answer (" + how.en + ")"});
}

Error endless_header(const Offender& offender, std::size_t limit) {
  const auto size = std::to_string(limit);
  return fault(
      offender, "process-endless",
      {"的输出在" + size + "字节内没有换行，已被终止", "wrote " + size + " bytes without a line break and was ended"},
      kSeeProtocol);
}

Error answer_too_large(const Offender& offender, std::uint64_t bytes, std::uint64_t limit) {
  return fault(
      offender, "process-answer-too-large",
      {"要答复" + std::to_string(bytes) + "字节，超过上限" + std::to_string(limit) + "字节",
       "announced an answer of " + std::to_string(bytes) + " bytes, more than the limit of " + std::to_string(limit)});
}

Error bad_line(const Offender& offender, const Error& why, std::string_view line) {
  const bool shape = why.code == "json-shape";
  auto error = fault(offender, shape ? "process-wrong-answer" : "process-bad-json",
                     shape ? Message{"的答复不合约定", "gave an answer that is not as agreed"}
                           : Message{"的答复不是JSON", "gave an answer that is no JSON"},
                     kSeeProtocol);
  const auto shown = quotable(line);
  error.message.zh += why.message.zh + "收到：" + shown;
  error.message.en += " " + why.message.en + " Received: " + shown;
  return error;
}

Error wrong_id(const Offender& offender, std::uint64_t found, std::uint64_t expected) {
  const auto other = std::to_string(found);
  const auto asked = std::to_string(expected);
  return fault(
      offender, "process-wrong-answer",
      {"答复的是第" + other + "号请求，现在是第" + asked + "号", "answered request " + other + " instead of " + asked},
      kSeeProtocol);
}

Error bad_document(const Offender& offender, const Error& why) {
  auto error = fault(offender, "process-bad-document",
                     {"给出的不是有效的nianbao-document/1", "gave what is no valid nianbao-document/1"}, kSeeProtocol);
  error.message.zh += why.message.zh;
  error.message.en += " " + why.message.en;
  return error;
}

Error bad_form(const Offender& offender, const Error& why) {
  auto error = fault(offender, "process-bad-form", {"的答复中有不能用的内容", "gave an answer that cannot be used"},
                     kSeeProtocol);
  error.message.zh += why.message.zh;
  error.message.en += " " + why.message.en;
  return error;
}

Error two_answers(const Offender& offender) {
  return fault(
      offender, "process-two-answers",
      {"在答复之后又输出了内容；答复已弃用", "wrote more after its answer; the answer was not used"},
      {"每个请求只答复一次；其他信息应写到stderr。", "One answer for each request; anything else belongs on stderr."});
}

Error wrong_protocol(const Offender& offender, const std::string& found) {
  return fault(offender, "process-wrong-protocol",
               {"使用“" + quotable(found) + "”，不是nianbao-process/1",
                "speaks `" + quotable(found) + "`, not nianbao-process/1"},
               {"请安装与本版本相配的插件。", "Install the plugin that goes with this version."});
}

Error mismatch(const Offender& offender, const std::string& found, const std::string& expected) {
  return fault(offender, "process-mismatch",
               {"自称“" + quotable(found) + "”，清单写的是“" + expected + "”",
                "says it is `" + quotable(found) + "`, the manifest says `" + expected + "`"},
               {"请使plugin.yaml与程序一致。", "Make plugin.yaml and the program agree."});
}

Error option_not_text(const Offender& offender, const std::string& option) {
  auto error = fault(
      offender, "process-option-not-text",
      {"不能接受选项“" + option + "”：它的值不是文本", "cannot take the option `" + option + "`: its value is no text"},
      {"请去掉该选项，或选用其他文件类型。", "Leave the option out, or choose another container."});
  error.kind = ErrorKind::usage;
  return error;
}

}  // namespace nianbao::process
