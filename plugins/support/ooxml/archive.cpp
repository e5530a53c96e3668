#include "ooxml/archive.hpp"

#include <zip.h>

#include <algorithm>

#include "ooxml/faults.hpp"

namespace nianbao::ooxml {

namespace {

constexpr std::int64_t kMostEntries = 10000;
// Below this an entry may inflate at any ratio: it costs nothing.
constexpr std::uint64_t kSmall = 1U << 20U;

Error not_a_zip(std::string_view why) {
  return damaged("package-damaged", {"文件不完整或已损坏（" + std::string(why) + "）。",
                                     "The file is incomplete or damaged (" + std::string(why) + ")."});
}

Error inflates(std::string_view name, std::uint64_t size, std::uint64_t packed, std::uint64_t limit) {
  return excessive("package-inflates",
                   {"压缩的部分解开后将有" + std::to_string(size) + "字节，超过上限" + std::to_string(limit) +
                        "字节（它在文件里只占" + std::to_string(packed) + "字节）。",
                    "A part would inflate to " + std::to_string(size) + " bytes, more than the limit of " +
                        std::to_string(limit) + " (it takes " + std::to_string(packed) + " in the file)."},
                   name);
}

}  // namespace

void Archive::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

std::string Archive::key_of(std::string_view name) {
  std::string key;
  for (const char c : name.substr(std::min(name.find_first_not_of("/\\"), name.size()))) {
    key += c == '\\' ? '/' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return key;
}

Result<Archive> Archive::open(std::string bytes, const Limits& limits) {
  Archive archive;
  archive.bytes_ = std::make_unique<std::string>(std::move(bytes));
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(archive.bytes_->data(), archive.bytes_->size(), 0, &error);
  if (source != nullptr) {
    archive.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive.archive_) {
      zip_source_free(source);
    }
  }
  const std::string why = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (!archive.archive_) {
    return not_a_zip(why);
  }
  NIANBAO_CHECK(archive.list(limits));
  return archive;
}

Result<void> Archive::list(const Limits& limits) {
  const auto count = zip_get_num_entries(archive_.get(), 0);
  if (count > kMostEntries) {
    return excessive(
        "package-entries",
        {"压缩包里有" + std::to_string(count) + "个部分，上限为" + std::to_string(kMostEntries) + "。",
         "The package has " + std::to_string(count) + " parts; the limit is " + std::to_string(kMostEntries) + "."});
  }
  largest_ = limits.input_bytes / 2;
  std::uint64_t claimed = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t entry;
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &entry) != 0) {
      return not_a_zip(zip_strerror(archive_.get()));
    }
    if (entry.encryption_method != ZIP_EM_NONE) {
      return encrypted();
    }
    claimed += std::min<std::uint64_t>(entry.comp_size, bytes_->size() + 1);
    if (claimed > bytes_->size()) {
      return not_a_zip("parts overlap");
    }
    const auto ratio = entry.comp_size * std::uint64_t{limits.inflate_ratio};
    const auto limit = std::min(limits.input_bytes, std::max(kSmall, ratio));
    if (entry.size > limit) {
      return inflates(entry.name, entry.size, entry.comp_size, limit);
    }
    entries_.emplace(key_of(entry.name), Entry{entry.index, entry.size, entry.comp_size});
  }
  return {};
}

Result<std::string> Archive::read(std::string_view name) const {
  const auto entry = entries_.find(key_of(name));
  if (entry == entries_.end()) {
    return damaged("package-part-missing", {"文件缺少部分“" + std::string(name) + "”。",
                                            "The file lacks its part \"" + std::string(name) + "\"."});
  }
  if (entry->second.size > largest_) {
    return inflates(name, entry->second.size, entry->second.packed, largest_);
  }
  std::string bytes(entry->second.size, '\0');
  auto* file = zip_fopen_index(archive_.get(), entry->second.index, 0);
  bool whole = file != nullptr;
  if (whole) {
    char beyond = 0;
    whole = zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()) &&
            zip_fread(file, &beyond, 1) == 0;
    whole = zip_fclose(file) == 0 && whole;
  }
  if (!whole) {
    return damaged("package-damaged",
                   {"文件的部分已损坏，不能解开。", "A part of the file is damaged and cannot be inflated."}, name);
  }
  return bytes;
}

}  // namespace nianbao::ooxml
