#include <nianbao/files.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include <openssl/evp.h>

#include "pipeline/system_reason.hpp"

namespace nianbao {
namespace {

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) noexcept : fd_(fd) {}
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) {
      ::close(fd_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] bool valid() const noexcept { return fd_ >= 0; }
  /// Closes; false if that reports an error (a full disk may show only here).
  [[nodiscard]] bool close() noexcept {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

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

Error write_error(const std::string& path, int error) {
  const auto reason = system_reason(error);
  return {ErrorKind::output,
          "output-unwritable",
          {"无法写入文件：" + reason.zh + "。", "The file cannot be written: " + reason.en + "."},
          path,
          {"请检查目录是否存在、是否可写、磁盘是否已满。",
           "Check that the directory exists and is writable and that the disk is not full."}};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// A file that is replaced keeps its permissions; a new one gets the usual ones.
mode_t permissions_for(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) {
    return info.st_mode & 0777U;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
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

Result<void> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    return write_all(STDOUT_FILENO, bytes) ? Result<void>() : write_error("<stdout>", errno);
  }
  const std::filesystem::path target(path);
  std::error_code ignored;
  if (target.filename().empty() || std::filesystem::is_directory(target, ignored)) {
    return write_error(path, EISDIR);
  }
  std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.valid()) {
    return write_error(path, errno);
  }
  const bool written = write_all(file.get(), bytes) && ::fchmod(file.get(), permissions_for(path)) == 0 &&
                       file.close() && std::rename(temporary.c_str(), path.c_str()) == 0;
  if (!written) {
    const int error = errno;
    ::unlink(temporary.c_str());
    return write_error(path, error);
  }
  return {};
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
