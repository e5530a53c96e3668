// Files and documents as they come when something went wrong.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/message.hpp>

namespace nianbao::conformance {

/// One damaged file; the bytes are made when they are asked for.
struct DamagedFile {
  Message name;
  std::function<std::string()> bytes;
};

/// The file cut short, with changed bytes, repeated and grown huge (16 MB), and files of nothing but zeros or of
/// one byte after another. The file must outlive them. The same for the same file.
[[nodiscard]] std::vector<DamagedFile> damaged_files(const std::string& name, const std::string& file);

/// The Document with half its blocks, all blocks many times, texts emptied, every figure very long, and every text
/// a character nobody knows; and one without any block.
[[nodiscard]] std::vector<std::pair<Message, std::function<Document()>>> damaged_documents(const Document& document);

/// What a reader sees of the Document, as text: neither places nor marks, which not every type of file can hold.
[[nodiscard]] std::string content_of(const Document& document);

}  // namespace nianbao::conformance
