// Writing files whole.
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include <nianbao/files.hpp>

#include "pipeline/descriptor.hpp"
#include "pipeline/system_reason.hpp"
#include "process/write_all.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

Error write_error(const std::string& path, int error) {
  const auto reason = system_reason(error);
  Message hint{"请检查目录是否存在、是否可写、磁盘是否已满。",
               "Check that the directory exists and is writable and that the disk is not full."};
  if (error == EISDIR) {
    hint = {"请给出文件名，而不是目录。", "Name a file, not a directory."};
  } else if (error == EPIPE) {
    hint = {};  // head has seen enough
  }
  return {ErrorKind::output,
          "output-unwritable",
          {"无法写入文件：" + reason.zh + "。", "The file cannot be written: " + reason.en + "."},
          path,
          hint};
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

/// A file on its way: its bytes stand in a temporary file beside the target until it is renamed.
class StagedFile {
 public:
  explicit StagedFile(const OutputFile& output) : output_(output) {}
  ~StagedFile() {
    if (!temporary_.empty()) {
      ::unlink(temporary_.c_str());
    }
  }
  StagedFile(StagedFile&& other) noexcept
      : output_(other.output_), target_(std::move(other.target_)), temporary_(std::move(other.temporary_)) {
    other.temporary_.clear();
  }
  StagedFile& operator=(StagedFile&&) = delete;
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;

  /// Writes the temporary file. A pipe or a device cannot be replaced: nothing is staged for it.
  Result<void> stage() {
    std::error_code ignored;
    // Through a link the file behind it is replaced, not the link.
    const auto resolved = fs::weakly_canonical(output_.path, ignored);
    target_ = fs::is_symlink(output_.path, ignored) && !resolved.empty() ? resolved : fs::path(output_.path);
    const auto status = fs::status(target_, ignored);
    if (target_.filename().empty() || fs::is_directory(status)) {
      return write_error(output_.path, EISDIR);
    }
    if (output_.path == "-" || (fs::exists(status) && !fs::is_regular_file(status))) {
      return {};
    }
    temporary_ = (target_.parent_path() / ("." + target_.filename().string() + ".XXXXXX")).string();
    Descriptor file(::mkostemp(temporary_.data(), O_CLOEXEC));
    if (!file.valid()) {
      const int error = errno;
      temporary_.clear();
      return write_error(output_.path, error);
    }
    const bool written = write_all(file.get(), output_.bytes) &&
                         ::fchmod(file.get(), permissions_for(target_.string())) == 0 && file.close();
    return written ? Result<void>() : write_error(output_.path, errno);
  }

  /// Puts the file where it belongs.
  Result<void> commit() {
    if (temporary_.empty()) {
      return write_through();
    }
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
      return write_error(output_.path, errno);
    }
    temporary_.clear();
    return {};
  }

 private:
  Result<void> write_through() {
    if (output_.path == "-") {
      return write_all(STDOUT_FILENO, output_.bytes) ? Result<void>() : write_error("<stdout>", errno);
    }
    Descriptor file(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
    const bool written = file.valid() && write_all(file.get(), output_.bytes) && file.close();
    return written ? Result<void>() : write_error(output_.path, errno);
  }

  const OutputFile& output_;
  fs::path target_;
  std::string temporary_;  // empty: nothing is staged
};

/// Folders made for files to come: taken away again unless they are kept.
class NewFolders {
 public:
  NewFolders() = default;
  ~NewFolders() {
    std::error_code ignored;
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
      fs::remove(*folder, ignored);
    }
  }
  NewFolders(const NewFolders&) = delete;
  NewFolders& operator=(const NewFolders&) = delete;

  Result<void> make(const fs::path& folder) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) {
      return {};
    }
    NIANBAO_CHECK(make(folder.parent_path()));
    if (!fs::create_directory(folder, error) || error) {
      // A file of this name is there.
      return write_error(folder.string(), error && error.value() != EEXIST ? error.value() : ENOTDIR);
    }
    made_.push_back(folder);
    return {};
  }
  void keep() noexcept { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

}  // namespace

Result<void> write_files(const std::vector<OutputFile>& outputs) {
  std::vector<StagedFile> staged;
  staged.reserve(outputs.size());
  for (const auto& output : outputs) {
    staged.emplace_back(output);
    NIANBAO_CHECK(staged.back().stage());
  }
  for (auto file = staged.rbegin(); file != staged.rend(); ++file) {
    NIANBAO_CHECK(file->commit());
  }
  return {};
}

Result<void> write_files_and_folders(const std::vector<OutputFile>& outputs) {
  NewFolders folders;
  for (const auto& output : outputs) {
    NIANBAO_CHECK(folders.make(fs::path(output.path).parent_path()));
  }
  NIANBAO_CHECK(write_files(outputs));
  folders.keep();
  return {};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  return write_files({{path, std::string(bytes)}});
}

}  // namespace nianbao
