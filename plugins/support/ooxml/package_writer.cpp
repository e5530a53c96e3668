#include "ooxml/package_writer.hpp"

#include <zip.h>

#include <memory>

#include "characters/clean_text.hpp"

namespace nianbao::ooxml {

namespace {

constexpr zip_uint16_t kFirstDate = (1U << 5U) | 1U;  // 1980-01-01

struct FreeSource {
  void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Error failed() {
  return {ErrorKind::internal, "package-not-written", {"不能生成压缩包。", "The package could not be made."}, "", {}};
}

bool add_part(zip_t* archive, const std::string& name, const std::string& bytes) {
  auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 6) == 0 &&
         zip_file_set_dostime(archive, entry, 0, kFirstDate, 0) == 0;
}

Result<std::string> content_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
    return failed();
  }
  std::string bytes(stat.size, '\0');
  const auto read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return read == static_cast<zip_int64_t>(bytes.size()) ? Result<std::string>(std::move(bytes)) : failed();
}

}  // namespace

void append_escaped(std::string_view text, std::string& out) {
  std::string clean;
  characters::append_clean(text, clean);
  for (const char c : clean) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

namespace {

Result<std::string> put_into(const Source& buffer, int flags,
                             const std::vector<std::pair<std::string, std::string>>& parts) {
  if (!buffer) {
    return failed();
  }
  zip_source_keep(buffer.get());
  auto* archive = zip_open_from_source(buffer.get(), flags, nullptr);
  if (archive == nullptr) {
    zip_source_free(buffer.get());
    return failed();
  }
  for (const auto& [name, bytes] : parts) {
    if (!add_part(archive, name, bytes)) {
      zip_discard(archive);
      return failed();
    }
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return failed();
  }
  return content_of(buffer.get());
}

}  // namespace

Result<std::string> replace_parts(const std::string& package,
                                  const std::vector<std::pair<std::string, std::string>>& parts) {
  const Source buffer(zip_source_buffer_create(package.data(), package.size(), 0, nullptr));
  return put_into(buffer, 0, parts);
}

Result<std::string> PackageWriter::finish() const {
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  return put_into(buffer, ZIP_TRUNCATE, parts_);
}

}  // namespace nianbao::ooxml
