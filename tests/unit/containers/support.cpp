#include "paths.hpp"
#include "support.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <map>

namespace nianbao::test {

const Container& container(std::string_view id) {
  static std::map<std::string, std::unique_ptr<Container>, std::less<>> loaded;
  auto& slot = loaded[std::string(id)];
  if (!slot) {
    const auto path = test::bundle_path("plugins/") + std::string(id) + "/" + std::string(id) + ".so";
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    BOOST_REQUIRE_MESSAGE(library != nullptr, path);
    const auto create = reinterpret_cast<void* (*)(char*, std::size_t)>(dlsym(library, "nianbao_plugin_create"));
    std::array<char, 200> why{};
    slot.reset(static_cast<Container*>(create(why.data(), why.size())));
    BOOST_REQUIRE_MESSAGE(slot, why.data());
  }
  return *slot;
}

Result<Document> Call::read(std::string_view id, std::string bytes) {
  return container(id).read(std::move(bytes), Context{limits, diagnostics, options});
}

Result<std::string> Call::write(std::string_view id, const Document& document) {
  return container(id).write(document, Context{limits, diagnostics, options});
}

std::string Call::diagnostic() const { return diagnostics.all().empty() ? "" : diagnostics.all().front().code; }

Document read(std::string_view id, std::string bytes) {
  auto result = Call().read(id, std::move(bytes));
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().message.en));
  return std::move(result).value();
}

std::string write(std::string_view id, const Document& document) {
  auto result = Call().write(id, document);
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().message.en));
  return std::move(result).value();
}

namespace {

std::string flat(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c == '\n' ? "⏎" : std::string(1, c);
  }
  return result;
}

void sketch_blocks(const std::vector<Block>& blocks, std::string& out);

void sketch_cell(const Cell& cell, std::string& out) {
  out += cell.header ? "^" : "";
  out += cell.missing ? "~" : flat(cell.text.chars);
  if (cell.rowspan > 1 || cell.colspan > 1) {
    out += "[" + std::to_string(cell.rowspan) + "x" + std::to_string(cell.colspan) + "]";
  }
  if (!cell.blocks.empty()) {
    out += "{";
    sketch_blocks(cell.blocks, out);
    out += "}";
  }
}

void sketch_table(const Table& table, std::string& out) {
  out += "t " + std::to_string(table.rows) + "x" + std::to_string(table.columns);
  std::uint32_t row = 0;
  for (const auto& cell : table.cells) {
    out += cell.row != row ? " / " : "|";
    row = cell.row;
    sketch_cell(cell, out);
  }
}

void sketch_blocks(const std::vector<Block>& blocks, std::string& out) {
  for (const auto& block : blocks) {
    if (const auto* heading = block.as<Heading>()) {
      out += std::string(static_cast<std::size_t>(heading->level), '#') + " " + flat(heading->text.chars);
    } else if (const auto* paragraph = block.as<Paragraph>()) {
      out += "p " + flat(paragraph->text.chars);
    } else if (const auto* lines = block.as<Lines>()) {
      out += "= " + flat(lines->text.chars);
    } else if (const auto* table = block.as<Table>()) {
      sketch_table(*table, out);
    } else if (const auto* list = block.as<List>()) {
      out += list->ordered ? "ol" : "ul";
      for (const auto& item : list->items) {
        out += " [";
        sketch_blocks(item, out);
        out += "]";
      }
    } else if (const auto* image = block.as<Image>()) {
      out += "i " + std::string(image->name) + " " + std::string(image->alt);
    }
    out += "\n";
  }
}

}  // namespace

std::string sketch(const Document& document) {
  std::string out;
  for (const auto& property : document.properties) {
    out += "@" + std::string(property.name) + "=" + std::string(property.value) + "\n";
  }
  sketch_blocks(document.blocks, out);
  return out;
}

namespace {

class Generator {
 public:
  Generator(std::uint32_t seed, bool spans) : random_(seed), spans_(spans) {}

  Document run() {
    Document document;
    arena_ = &document.arena();
    document.properties.push_back({"索引号", words(2), {}});
    const auto count = 3 + pick(8);
    for (std::uint32_t i = 0; i < count; ++i) {
      document.blocks.push_back(block(0));
    }
    document.number_blocks();
    return document;
  }

 private:
  std::uint32_t pick(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

  std::string_view words(std::uint32_t count) {
    constexpr std::array<std::string_view, 12> kWords = {"清河市",        "主动公开",   "政府信息",
                                                         "2023年",        "18件",       "a < b & c",
                                                         "“两微一端”",    "规范性文件", "http://qinghe.example",
                                                         "14.28（亿元）", "*",          "|"};
    std::string text = "云溪县";
    for (std::uint32_t i = 0; i < count; ++i) {
      text += kWords[pick(kWords.size())];
    }
    text += "。";
    return arena_->store(text);
  }

  Text text() {
    Text result;
    result.chars = words(1 + pick(6));
    if (pick(4) == 0) {
      result.marks.push_back({0, 3, MarkKind::strong});
    }
    return result;
  }

  Block block(int depth) {
    Block result;
    switch (pick(depth == 0 ? 5 : 2)) {
      case 0:
        result.body = Heading{static_cast<int>(1 + pick(4)), {words(1), {}, {}}};
        break;
      case 3:
        result.body = table();
        break;
      case 4:
        result.body = list();
        break;
      default:
        result.body = Paragraph{Role::body, text()};
    }
    return result;
  }

  List list() {
    List result;
    result.ordered = pick(2) == 0;
    const auto items = 1 + pick(3);
    for (std::uint32_t i = 0; i < items; ++i) {
      result.items.emplace_back();
      Block inner;
      inner.body = Paragraph{Role::body, text()};
      result.items.back().push_back(std::move(inner));
    }
    return result;
  }

  Table table() {
    TableBuilder builder;
    const auto rows = 2 + pick(5);
    const auto columns = 2 + pick(4);
    for (std::uint32_t row = 0; row < rows; ++row) {
      builder.begin_row();
      for (std::uint32_t column = 0; column < columns; ++column) {
        Cell cell;
        cell.header = row == 0;
        cell.rowspan = spans_ && pick(6) == 0 ? 2 : 1;
        cell.colspan = spans_ && pick(6) == 0 ? 2 : 1;
        cell.text.chars = pick(5) == 0 ? std::string_view() : words(pick(2));
        builder.add(std::move(cell));
      }
    }
    auto table = builder.finish();
    for (auto& cell : table.cells) {
      cell.missing = cell.missing && spans_;
    }
    return table;
  }

  std::mt19937 random_;
  bool spans_;
  Arena* arena_ = nullptr;
};

}  // namespace

Document generate(std::uint32_t seed, bool spans) { return Generator(seed, spans).run(); }

std::string mutate(std::string bytes, std::mt19937& random) {
  const auto changes = 1 + random() % 6;
  for (std::uint32_t i = 0; i < changes && !bytes.empty(); ++i) {
    const auto position = random() % bytes.size();
    const auto length = std::min<std::size_t>(1 + random() % 40, bytes.size() - position);
    switch (random() % 5) {
      case 0:
        bytes[position] = static_cast<char>(random() & 0xFFU);
        break;
      case 1:
        bytes.erase(position, length);
        break;
      case 2:
        bytes.insert(random() % bytes.size(), bytes.substr(position, length));
        break;
      case 3:
        bytes.resize(position);
        break;
      default:
        bytes[position] = "<>|*#\t\n\"{}[],:&;"[random() % 16];
    }
  }
  return bytes;
}

}  // namespace nianbao::test
