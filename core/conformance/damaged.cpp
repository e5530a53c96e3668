#include "conformance/damaged.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>
#include <nianbao/document_json.hpp>

#include "json/parse.hpp"

namespace nianbao::conformance {
namespace {

namespace bj = boost::json;

constexpr std::size_t kHuge = 16U << 20U;

Message named(const std::string& name, const char* zh, const char* en) { return {name + "，" + zh, name + ", " + en}; }

/// Numbers that look random and are the same everywhere.
class Numbers {
 public:
  std::uint32_t next(std::size_t below) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>((state_ >> 8U) % std::max<std::size_t>(below, 1));
  }

 private:
  std::uint32_t state_ = 2021;
};

std::string with_changed_bytes(std::string file, std::uint32_t count) {
  Numbers numbers;
  for (std::uint32_t i = 0; i < count && !file.empty(); ++i) {
    const auto at = numbers.next(file.size());
    file[at] = static_cast<char>(numbers.next(256));
  }
  return file;
}

std::string repeated(const std::string& part, std::size_t size) {
  std::string all;
  all.reserve(size + part.size());
  while (all.size() < size && !part.empty()) {
    all += part;
  }
  return all;
}

using Change = std::function<void(bj::object&)>;

/// Every object of the Document's JSON that has a text.
void for_each_text(bj::value& value, const Change& change) {
  if (auto* array = value.if_array()) {
    for (auto& item : *array) {
      for_each_text(item, change);
    }
  } else if (auto* object = value.if_object()) {
    if (object->contains("text") && object->at("text").is_string()) {
      change(*object);
    }
    for (auto& member : *object) {
      for_each_text(member.value(), change);
    }
  }
}

void set_text(bj::object& object, std::string_view text) {
  object["text"] = text;
  object.erase("marks");
  object.erase("blocks");
}

void lengthen_figures(bj::object& object) {
  constexpr std::size_t kDigits = 60;
  std::string text;
  for (const char c : std::string_view(object.at("text").get_string())) {
    text += c >= '0' && c <= '9' ? std::string(kDigits, c) : std::string(1, c);
  }
  set_text(object, text);
}

void leave_content(bj::value& value) {
  if (auto* array = value.if_array()) {
    for (auto& item : *array) {
      leave_content(item);
    }
  } else if (auto* object = value.if_object()) {
    for (const char* key : {"at", "marks", "input", "properties"}) {
      object->erase(key);
    }
    for (auto& member : *object) {
      leave_content(member.value());
    }
  }
}

Document document_of(const bj::value& value) {
  auto document = document_from_json(bj::serialize(value));
  return document ? *std::move(document) : Document();
}

}  // namespace

std::vector<DamagedFile> damaged_files(const std::string& name, const std::string& file) {
  std::vector<DamagedFile> files;
  for (const std::size_t eighth : {0, 1, 2, 4, 6, 7}) {
    const auto size = file.size() * eighth / 8;
    const auto bytes = std::to_string(size);
    files.push_back({{name + "，截断为" + bytes + "字节", name + ", cut to " + bytes + " bytes"},
                     [&file, size] { return file.substr(0, size); }});
  }
  if (!file.empty()) {
    files.push_back(
        {named(name, "少最后一个字节", "without its last byte"), [&file] { return file.substr(0, file.size() - 1); }});
  }
  for (const std::uint32_t count : {1U, 8U, 64U, 512U}) {
    const auto number = std::to_string(count);
    files.push_back({{name + "，改动" + number + "个字节", name + ", " + number + " bytes changed"},
                     [&file, count] { return with_changed_bytes(file, count); }});
  }
  files.push_back({named(name, "后面接上16MB零字节", "16 MB of zeros after it"),
                   [&file] { return file + std::string(kHuge, '\0'); }});
  files.push_back({named(name, "重复到16MB", "repeated to 16 MB"), [&file] { return repeated(file, kHuge); }});
  files.push_back({named(name, "换作全部字节值", "every byte there is instead"), [] {
                     std::string bytes(65536, '\0');
                     for (std::size_t i = 0; i < bytes.size(); ++i) {
                       bytes[i] = static_cast<char>(i * 7 % 256);
                     }
                     return bytes;
                   }});
  return files;
}

std::string content_of(const Document& document) {
  auto whole = json::parse(document_to_json(document));
  if (!whole) {
    return {};
  }
  leave_content(*whole);
  return bj::serialize(*whole);
}

std::vector<std::pair<Message, std::function<Document()>>> damaged_documents(const Document& document) {
  const auto whole = json::parse(document_to_json(document));
  const auto changed = [whole](const Change& change) {
    return [whole, change] {
      auto copy = whole.value();
      for_each_text(copy, change);
      return document_of(copy);
    };
  };
  const auto of_blocks = [whole](const std::function<void(bj::array&)>& change) {
    return [whole, change] {
      auto copy = whole.value();
      change(copy.at("blocks").get_array());
      return document_of(copy);
    };
  };
  std::vector<std::pair<Message, std::function<Document()>>> all;
  all.emplace_back(Message{"没有内容", "nothing in it"}, [] { return Document(); });
  all.emplace_back(Message{"只有前一半", "its first half"},
                   of_blocks([](bj::array& blocks) { blocks.resize(blocks.size() / 2); }));
  all.emplace_back(Message{"全部重复20次", "all of it 20 times"}, of_blocks([](bj::array& blocks) {
                     const auto once = blocks;
                     for (int i = 1; i < 20; ++i) {
                       blocks.insert(blocks.end(), once.begin(), once.end());
                     }
                   }));
  all.emplace_back(Message{"文字全空", "without any text"}, changed([](bj::object& o) { set_text(o, ""); }));
  all.emplace_back(Message{"数字极长", "very long figures"}, changed(lengthen_figures));
  all.emplace_back(Message{"文字全为未知字符", "characters nobody knows"},
                   changed([](bj::object& o) { set_text(o, "\xEF\xBF\xBD\xF3\xB0\x80\x80"); }));
  return all;
}

}  // namespace nianbao::conformance
