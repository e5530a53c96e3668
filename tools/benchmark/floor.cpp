// The floor of docx and xlsx: every XML part of each package inflated and parsed, and no more.
//   nianbao_floor FILE...
#include <zip.h>

#include <cstdio>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace {

bool is_xml(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

/// Parses the parts; how many there are, or -1.
int parse_parts(const char* path) {
  zip_t* archive = zip_open(path, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    return -1;
  }
  int parts = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t entry;
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &entry) != 0 || !is_xml(entry.name)) {
      continue;
    }
    std::vector<char> bytes(entry.size);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    pugi::xml_document document;
    parts +=
        document.load_buffer_inplace(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata) ? 1 : 0;
  }
  zip_discard(archive);
  return parts;
}

}  // namespace

int main(int argc, char** argv) {
  int sum = 0;
  for (int i = 1; i < argc; ++i) {
    const int parts = parse_parts(argv[i]);
    if (parts <= 0) {
      return 1;
    }
    sum += parts;
  }
  std::printf("%d\n", sum);
  return 0;
}
