#include <nianbao/files.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include <openssl/evp.h>

#include "pipeline/descriptor.hpp"
#include "pipeline/system_reason.hpp"

namespace nianbao {
namespace {

Error input_error(std::string code, const std::string& path, Message message, Message hint) {
  return {ErrorKind::input, std::move(code), std::move(message), path, std::move(hint)};
}

Error too_large(const std::string& path, std::uint64_t limit) {
  const std::string megabytes = std::to_string(limit >> 20U);
  return {ErrorKind::input,
          "input-too-large",
          {"文件超过" + megabytes + " MB 的上限。", "The file is larger than the limit of " + megabytes + " MB."},
          path,
          {"一份年报不会这么大，请确认文件。", "No report is that large: check the file."}};
}

Error read_error(const std::string& path, int error) {
  if (error == ENOENT) {
    return input_error("input-missing", path, {"找不到文件。", "There is no such file."},
                       {"请核对文件名和所在目录。", "Check its name and folder."});
  }
  const auto reason = system_reason(error);
  return input_error("input-unreadable", path,
                     {"无法读取文件：" + reason.zh + "。", "The file cannot be read: " + reason.en + "."},
                     {"请核对文件的权限，以及它是否正被占用。", "Check its permissions and whether it is in use."});
}

Result<std::string> read_all(int fd, const std::string& path, std::uint64_t limit, std::size_t expected) {
  constexpr std::size_t kChunk = 256 * 1024;
  std::string bytes;
  std::size_t used = 0;
  for (;;) {
    const std::size_t room = used <= expected ? expected + 1 - used : kChunk;
    bytes.resize(used + room);
    const auto count = ::read(fd, bytes.data() + used, room);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return read_error(path, errno);
    }
    used += static_cast<std::size_t>(count);
    if (used > limit) {
      return too_large(path, limit);
    }
    if (count == 0) {
      bytes.resize(used);
      return bytes;
    }
  }
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
  if (path == "-") {
    return read_all(STDIN_FILENO, "<stdin>", limit, 0);
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info {};
  if (!file.valid() || ::fstat(file.get(), &info) != 0) {
    return read_error(path, errno);
  }
  if (S_ISDIR(info.st_mode)) {
    return input_error("input-is-directory", path, {"这是目录，不是文件。", "This is a directory, not a file."},
                       {"请逐一给出其中的文件。", "Name the files in it."});
  }
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > limit) {
    return too_large(path, limit);
  }
  return read_all(file.get(), path, limit, static_cast<std::size_t>(size));
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (unsigned int i = 0; i < length; ++i) {
    text.push_back(kDigits[digest[i] >> 4U]);
    text.push_back(kDigits[digest[i] & 0xFU]);
  }
  return text;
}

}  // namespace nianbao
