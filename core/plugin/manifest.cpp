// plugin.yaml → Manifest.
#include <nianbao/plugin_manifest.hpp>

#include <algorithm>
#include <filesystem>
#include <nianbao/files.hpp>
#include <optional>

#include "plugin/manifest_reader.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;
using plugin::ManifestReader;

constexpr std::size_t kLargestManifest = 64 * 1024;
constexpr std::string_view kLibrarySuffix = ".so";

std::optional<ManifestKind> kind_of(std::string_view text) {
  for (const auto kind : {ManifestKind::container, ManifestKind::family, ManifestKind::format}) {
    if (text == to_string(kind)) {
      return kind;
    }
  }
  return std::nullopt;
}

bool is_id(std::string_view id) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !id.empty() && id.front() != '-' && std::all_of(id.begin(), id.end(), good);
}

int hex_digit(char c) {
  const std::string_view digits = "0123456789abcdef";
  const auto at = digits.find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// The bytes of "50 4B 03 04"; none if it is no such text.
std::optional<std::string> bytes_of_hex(std::string_view hex) {
  std::string bytes;
  int high = -1;
  for (const char c : hex) {
    const int digit = hex_digit(c);
    if (digit < 0 && (c != ' ' || high >= 0)) {
      return std::nullopt;
    }
    if (digit >= 0 && high >= 0) {
      bytes.push_back(static_cast<char>(high * 16 + digit));
      high = -1;
    } else if (digit >= 0) {
      high = digit;
    }
  }
  return high >= 0 || bytes.empty() ? std::nullopt : std::optional(bytes);
}

std::uint32_t read_number(ManifestReader& reader, const YAML::Node& mapping, const char* key, std::uint32_t fallback) {
  const auto text = reader.text(mapping, key);
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.size() > 5) {
    const std::string name(key);
    reader.fault(mapping[key],
                 {"“" + name + "”应为0至99999的整数。", "`" + name + "` is to be a whole number from 0 to 99999."});
    return fallback;
  }
  return text.empty() ? fallback : static_cast<std::uint32_t>(std::stoul(text));
}

/// Whether magic bytes settle the matter.
bool read_certainty(ManifestReader& reader, const YAML::Node& item) {
  const auto text = reader.text(item, "certainty");
  if (!text.empty() && text != "certain" && text != "likely") {
    reader.fault(item["certainty"], {"“certainty”应为certain或likely。", "`certainty` is to be certain or likely."});
  }
  return text == "certain";
}

/// "%PDF-", or {hex: "50 4B 03 04", offset: 0}, or {text: ustar, offset: 257}.
MagicBytes read_magic_item(ManifestReader& reader, const YAML::Node& item) {
  if (item.IsScalar() && !item.Scalar().empty()) {
    return {0, item.Scalar(), false};
  }
  if (!item.IsMap()) {
    reader.fault(item, {"“magic”的每一项应为文本，或含hex、text、offset、certainty的映射。",
                        "An item of `magic` is a text, or a mapping with hex, text, offset, certainty."});
    return {};
  }
  reader.keys(item, {"hex", "text", "offset", "certainty"});
  MagicBytes magic{read_number(reader, item, "offset", 0), reader.text(item, "text"), read_certainty(reader, item)};
  if (const auto hex = reader.text(item, "hex"); !hex.empty()) {
    magic.bytes = bytes_of_hex(hex).value_or("");
  }
  if (magic.bytes.empty()) {
    reader.fault(item, {"“magic”的字节无效。", "The bytes of this `magic` item are not valid."},
                 {"十六进制写作 hex: \"50 4B 03 04\"。", "Write hexadecimal bytes as hex: \"50 4B 03 04\"."});
  }
  return magic;
}

std::vector<MagicBytes> read_magic(ManifestReader& reader, const YAML::Node& root) {
  const auto node = root["magic"];
  if (!node.IsDefined()) {
    return {};
  }
  std::vector<MagicBytes> magic;
  if (!node.IsSequence()) {
    magic.push_back(read_magic_item(reader, node));
    return magic;
  }
  for (const auto& item : node) {
    magic.push_back(read_magic_item(reader, item));
  }
  return magic;
}

Message read_title(ManifestReader& reader, const YAML::Node& root) {
  const auto title = root["title"];
  if (!title.IsDefined() || !title.IsMap()) {
    reader.fault(root, {"缺少“title”。", "`title` is missing."},
                 {"写作 title: {zh: 中文名称, en: English name}。", "Write title: {zh: 中文名称, en: English name}."});
    return {};
  }
  reader.keys(title, {"zh", "en"});
  return {reader.required(title, "zh"), reader.required(title, "en")};
}

std::vector<std::string> read_extensions(ManifestReader& reader, const YAML::Node& root) {
  auto extensions = reader.texts(root, "extensions");
  for (const auto& extension : extensions) {
    const bool lower = std::none_of(extension.begin(), extension.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (extension.empty() || extension.front() == '.' || !lower) {
      reader.fault(root["extensions"], {"扩展名“" + extension + "”应为小写，不带点。",
                                        "Extension `" + extension + "` is to be lower case and without the dot."});
    }
  }
  return extensions;
}

/// Paths in a manifest stay inside its folder.
void check_inside(ManifestReader& reader, const YAML::Node& node, const std::string& path) {
  const auto normal = fs::path(path).lexically_normal();
  if (normal.is_absolute() || (!normal.empty() && *normal.begin() == "..")) {
    reader.fault(node, {"路径“" + path + "”不在插件的文件夹内。", "Path `" + path + "` leaves the plugin's folder."},
                 {"请写相对于plugin.yaml的路径。", "Write it relative to plugin.yaml."});
  }
}

/// What a program may take; a library is bound by the limits of what it reads.
void read_limits(ManifestReader& reader, const YAML::Node& root, Manifest& manifest) {
  const auto limits = root["limits"];
  if (!limits.IsDefined()) {
    return;
  }
  if (!limits.IsMap() || manifest.program.empty()) {
    reader.fault(limits, {"“limits”是程序（program）的上限，写作 limits: {seconds: 60, megabytes: 2048}。",
                          "`limits` are those of a program; write limits: {seconds: 60, megabytes: 2048}."});
    return;
  }
  reader.keys(limits, {"seconds", "megabytes"});
  manifest.seconds = read_number(reader, limits, "seconds", manifest.seconds);
  manifest.megabytes = read_number(reader, limits, "megabytes", manifest.megabytes);
}

/// A program is started for a Document that may have its forms, not for every one.
void read_texts(ManifestReader& reader, const YAML::Node& root, Manifest& manifest) {
  manifest.texts = reader.texts(root, "texts");
  const bool asked = manifest.kind == ManifestKind::family && !manifest.program.empty();
  const bool empty =
      std::any_of(manifest.texts.begin(), manifest.texts.end(), [](const auto& text) { return text.empty(); });
  if (asked == manifest.texts.empty() || empty) {
    reader.fault(root["texts"].IsDefined() ? root["texts"] : root,
                 {"以program实现的family须写texts：文件中至少有其中一段文字，才会询问该程序；其他插件不用texts。",
                  "A family that is a program has `texts`: it is asked about documents that have one of them. Other "
                  "plugins have none."},
                 {"写作 texts: [表格的标题]。", "Write texts: [a caption of the form]."});
  }
}

void read_implementation(ManifestReader& reader, const YAML::Node& root, Manifest& manifest) {
  manifest.library = reader.text(root, "library");
  manifest.templates = reader.texts(root, "templates");
  manifest.program = reader.texts(root, "program");
  read_limits(reader, root, manifest);
  read_texts(reader, root, manifest);
  check_inside(reader, root["library"], manifest.library);
  if (!manifest.program.empty()) {
    check_inside(reader, root["program"], manifest.program.front());
  }
  for (const auto& file : manifest.templates) {
    check_inside(reader, root["templates"], file);
  }
  const bool container = manifest.kind == ManifestKind::container;
  const bool format = manifest.kind == ManifestKind::format;
  const bool complete = format ? !manifest.templates.empty() : !manifest.library.empty() || !manifest.program.empty();
  const bool foreign = (format && (!manifest.library.empty() || !manifest.program.empty())) ||
                       (container && !manifest.templates.empty()) ||
                       (!manifest.library.empty() && !manifest.program.empty());
  if (!complete || foreign) {
    reader.fault(root,
                 {"container须有library或program，family须有library或program（可另有templates），format只有templates。",
                  "A container has library or program; a family has library or program, and may have templates; a "
                  "format has templates alone."},
                 {"请核对kind、library、program和templates。", "Check kind, library, program and templates."});
  }
}

void read_identity(ManifestReader& reader, const YAML::Node& root, Manifest& manifest) {
  manifest.id = reader.required(root, "id");
  if (!is_id(manifest.id)) {
    reader.fault(root["id"], {"标识“" + manifest.id + "”只能用小写字母、数字和连字符。",
                              "Id `" + manifest.id + "` is to be of lower-case letters, digits and hyphens."});
  }
  const auto kind = reader.required(root, "kind");
  if (const auto known = kind_of(kind)) {
    manifest.kind = *known;
  } else {
    reader.fault(root["kind"], {"不认识的kind“" + kind + "”。", "Unknown kind `" + kind + "`."},
                 {"可用：container、family、format。", "Known: container, family, format."});
  }
}

}  // namespace

std::string_view to_string(ManifestKind kind) noexcept {
  switch (kind) {
    case ManifestKind::container:
      return "container";
    case ManifestKind::family:
      return "family";
    case ManifestKind::format:
      return "format";
  }
  return "";
}

std::string Manifest::library_path() const {
  if (library.empty()) {
    return {};
  }
  auto path = (fs::path(folder) / library).lexically_normal();
  if (path.extension() != kLibrarySuffix) {
    path += kLibrarySuffix;
  }
  return path.string();
}

std::vector<std::string> Manifest::template_paths() const {
  std::vector<std::string> paths;
  paths.reserve(templates.size());
  for (const auto& name : templates) {
    paths.push_back((fs::path(folder) / name).lexically_normal().string());
  }
  return paths;
}

bool Manifest::can(std::string_view capability) const noexcept {
  return capabilities.empty() || std::find(capabilities.begin(), capabilities.end(), capability) != capabilities.end();
}

Result<Manifest> parse_manifest(std::string_view text, const std::string& file) {
  ManifestReader reader(text, file);
  const auto root = reader.parse();
  if (reader.error()) {
    return *reader.error();
  }
  reader.keys(root, {"id", "kind", "version", "title", "extensions", "media-types", "magic", "capabilities", "library",
                     "templates", "program", "texts", "limits"});
  Manifest manifest;
  manifest.file = file;
  manifest.folder = fs::path(file).parent_path().string();
  read_identity(reader, root, manifest);
  manifest.version = reader.required(root, "version");
  manifest.title = read_title(reader, root);
  manifest.extensions = read_extensions(reader, root);
  manifest.media_types = reader.texts(root, "media-types");
  manifest.magic = read_magic(reader, root);
  manifest.capabilities = reader.texts(root, "capabilities");
  read_implementation(reader, root, manifest);
  if (reader.error()) {
    return *reader.error();
  }
  return manifest;
}

Result<Manifest> read_manifest(const std::string& file) {
  auto text = read_file(file, kLargestManifest);
  if (!text) {
    auto error = std::move(text).error();
    error.kind = ErrorKind::plugin;
    error.code = "plugin-bad-manifest";
    return error;
  }
  return parse_manifest(*text, file);
}

}  // namespace nianbao
