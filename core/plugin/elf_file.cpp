#include "plugin/elf_file.hpp"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "plugin/elf_layout.hpp"

namespace nianbao::plugin {
namespace {

using Header = ElfW(Ehdr);
using Segment = ElfSegment;
using Section = ElfSection;

#if defined(__x86_64__)
constexpr unsigned kMachine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = EM_AARCH64;
#elif defined(__riscv)
constexpr unsigned kMachine = EM_RISCV;
#elif defined(__loongarch__)
constexpr unsigned kMachine = 258;  // EM_LOONGARCH, newer than some <elf.h>
#else
#error "name this machine's ELF number here"
#endif
constexpr unsigned char kClass = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
constexpr unsigned char kByteOrder = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ELFDATA2LSB : ELFDATA2MSB;

std::string machine_name(unsigned machine) {
  switch (machine) {
    case EM_386:
      return "x86";
    case EM_X86_64:
      return "x86-64";
    case EM_AARCH64:
      return "arm64";
    case EM_RISCV:
      return "riscv64";
    case 258:
      return "loongarch64";
    default:
      return "ELF machine " + std::to_string(machine);
  }
}

/// An open file of known size.
class File {
 public:
  explicit File(const std::string& path) : stream_(path, std::ios::binary) {
    stream_.seekg(0, std::ios::end);
    size_ = stream_ ? static_cast<std::uint64_t>(stream_.tellg()) : 0;
  }
  [[nodiscard]] bool open() const { return stream_.is_open(); }
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  [[nodiscard]] bool holds(std::uint64_t offset, std::uint64_t length) const noexcept {
    return offset <= size_ && length <= size_ - offset;
  }
  template <typename T>
  [[nodiscard]] bool read(std::uint64_t offset, T* into, std::size_t count) {
    if (!holds(offset, count * sizeof(T))) {
      return false;
    }
    stream_.seekg(static_cast<std::streamoff>(offset));
    stream_.read(reinterpret_cast<char*>(into), static_cast<std::streamsize>(count * sizeof(T)));
    return static_cast<bool>(stream_);
  }

 private:
  std::ifstream stream_;
  std::uint64_t size_ = 0;
};

Message truncated(const File& file) {
  const auto size = std::to_string(file.size());
  return {"不完整的文件（只有" + size + "字节，少于其文件头所述）",
          "an incomplete file (" + size + " bytes, fewer than its headers state)"};
}

Message damaged(const char* zh, const char* en) {
  return {std::string("损坏的文件（") + zh + "）", std::string("a damaged file (") + en + ")"};
}

std::optional<Message> header_fault(const File& file, const Header& header) {
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) {
    return Message{"不是动态库的文件（开头没有ELF标记）",
                   "a file that is no library (it does not begin with the ELF mark)"};
  }
  if (header.e_machine != kMachine || header.e_ident[EI_CLASS] != kClass || header.e_ident[EI_DATA] != kByteOrder) {
    const auto name = machine_name(header.e_machine);
    return Message{"为另一种处理器（" + name + "）编译的库", "a library built for another processor (" + name + ")"};
  }
  if (header.e_type != ET_DYN) {
    return Message{"不是动态库的ELF文件", "an ELF file that is no shared library"};
  }
  if (header.e_phentsize != sizeof(Segment) || header.e_shentsize != sizeof(Section) || header.e_phnum == 0 ||
      header.e_shstrndx >= header.e_shnum) {
    return damaged("文件头中的表不合规", "the tables its header describes are not valid");
  }
  if (!file.holds(header.e_phoff, header.e_phnum * sizeof(Segment)) ||
      !file.holds(header.e_shoff, header.e_shnum * sizeof(Section))) {
    return truncated(file);
  }
  return std::nullopt;
}

std::optional<Message> segment_fault(const File& file, const std::vector<Segment>& segments) {
  for (const auto& segment : segments) {
    // The loader maps these and touches every page: beyond the end of the file that is a bus error.
    if (segment.p_type != PT_GNU_STACK && !file.holds(segment.p_offset, segment.p_filesz)) {
      return truncated(file);
    }
  }
  return std::nullopt;
}

std::optional<Message> section_fault(const File& file, const std::vector<Section>& sections) {
  for (const auto& section : sections) {
    if (section.sh_type != SHT_NOBITS && section.sh_type != SHT_NULL &&
        !file.holds(section.sh_offset, section.sh_size)) {
      return truncated(file);
    }
    const bool symbols = section.sh_type == SHT_SYMTAB || section.sh_type == SHT_DYNSYM;
    if (symbols && section.sh_size < sizeof(ElfW(Sym))) {
      return damaged("符号表为空", "an empty symbol table");
    }
  }
  return std::nullopt;
}

std::optional<Message> tables_fault(File& file, const Header& header) {
  std::vector<Segment> segments(header.e_phnum);
  std::vector<Section> sections(header.e_shnum);
  if (!file.read(header.e_phoff, segments.data(), segments.size()) ||
      !file.read(header.e_shoff, sections.data(), sections.size())) {
    return truncated(file);
  }
  if (auto fault = segment_fault(file, segments)) {
    return fault;
  }
  if (auto fault = section_fault(file, sections)) {
    return fault;
  }
  if (!tables_agree(segments, sections)) {
    return damaged("程序段与节的记录互相矛盾", "its tables of segments and sections contradict each other");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Message> elf_fault(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return Message{"没有这个文件", "no such file"};
  }
  if (!std::filesystem::is_regular_file(path, error)) {
    return Message{"不是普通文件", "something that is no regular file"};
  }
  File file(path);
  if (!file.open()) {
    return Message{"没有读取权限的文件", "a file that may not be read"};
  }
  Header header{};
  if (!file.read(0, &header, 1)) {
    return Message{"不是动态库的文件（只有" + std::to_string(file.size()) + "字节）",
                   "a file that is no library (" + std::to_string(file.size()) + " bytes)"};
  }
  if (auto fault = header_fault(file, header)) {
    return fault;
  }
  return tables_fault(file, header);
}

}  // namespace nianbao::plugin
