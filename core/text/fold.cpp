#include <algorithm>
#include <memory>

#include <nianbao/sdk/text.hpp>

#include "text/code_point.hpp"
#include "text/fold_table.hpp"

namespace nianbao {

/// Builds a Folded in one pass over the UTF-8 bytes.
class Folder {
 public:
  Folder(std::string_view text, bool keep_space)
      : begin_(reinterpret_cast<const unsigned char*>(text.data())),
        end_(begin_ + text.size()),
        keep_space_(keep_space) {
    // One folded character for each of the original is the rule; expansions and invalid bytes need more.
    constexpr std::size_t kShort = 192;  // bytes: counting characters would save no memory to speak of
    reserve((text.size() <= kShort ? text.size() : count_chars(text)) + 1);
  }

  Folded run() {
    for (const auto* p = begin_; p != end_; ++index_) {
      p = put_run(p);
      if (p == end_) {
        break;
      }
      byte_ = static_cast<std::uint32_t>(p - begin_);
      if (const auto letters = reading_at(p); letters != 0) {
        p += byte_length(p, letters);
        index_ += letters - 1;
        continue;
      }
      const char32_t c = decode_utf8(p, end_);
      put(c, entry_of(c));
    }
    byte_ = static_cast<std::uint32_t>(end_ - begin_);
    finish();
    return std::move(folded_);
  }

 private:
  /// A common character folds to itself: no page is filled for it, which would convert every other of the page.
  [[nodiscard]] FoldEntry entry_of(char32_t c) const {
    if (c >= kFirstIdeograph && table_.is_common(c)) {
      FoldEntry entry;
      entry.value = c;
      return entry;
    }
    return c < 0x10000 ? table_.at(c) : FoldTable::compute(c);
  }

  /// The longest run of characters that fold to one character each: nearly all of a text. Works on
  /// local variables because all reading of a report passes here.
  const unsigned char* put_run(const unsigned char* p) {
    char32_t* const chars = folded_.chars_data();
    char32_t* const map = folded_.map();
    char32_t* const bytes = folded_.bytes();
    const std::uint32_t shift = index_ - static_cast<std::uint32_t>(size_);
    const std::size_t room = folded_.room_ - 1;  // one place stays free for the end's
    std::uint32_t pending = pending_;
    std::size_t size = size_;
    const unsigned char* const begin = begin_;
    for (const unsigned char* const end = end_; size < room && end - p >= 4; ++size) {
      std::uint32_t c = *p;
      const unsigned char* next = p + 1;
      if (c >= 0x80) {
        c = three_bytes(p);
        next = p + 3;
      }
      if (c - kFirstIdeograph > kLastIdeograph - kFirstIdeograph || !table_.is_common(c)) {
        const FoldEntry* const entry = plain_entry(c, *p);
        if (entry == nullptr) {
          break;
        }
        c = entry->value;
      }
      chars[size] = c;
      map[size] = (shift + static_cast<std::uint32_t>(size)) | pending;
      bytes[size] = static_cast<std::uint32_t>(p - begin);
      pending = 0;
      p = next;
    }
    index_ = shift + static_cast<std::uint32_t>(size);
    size_ = size;
    pending_ = pending;
    return p;
  }

  /// The character of three bytes, or 0 if they are none; p has four bytes.
  [[nodiscard]] static std::uint32_t three_bytes(const unsigned char* p) noexcept {
    const std::uint32_t word =
        p[0] | std::uint32_t{p[1]} << 8U | std::uint32_t{p[2]} << 16U | std::uint32_t{p[3]} << 24U;
    if ((word & 0x00C0C0F0U) != 0x008080E0U) {
      return 0;
    }
    return (word & 0x0FU) << 12U | (word & 0x3F00U) >> 2U | (word >> 16U & 0x3FU);
  }

  /// The entry of a character that folds to one; null where there is more to do or the character is not valid.
  [[nodiscard]] const FoldEntry* plain_entry(std::uint32_t c, std::uint32_t lead) const {
    const bool overlong = lead >= 0x80 && c < 0x800;
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    const FoldEntry& entry = table_.at(c);
    return overlong || surrogate || entry.kind != FoldEntry::single || entry.numbering || entry.value == U'(' ? nullptr
                                                                                                              : &entry;
  }

  /// Characters of a reading in brackets behind a Chinese character, as converters to traditional
  /// characters leave them (發(fā)件數(shù)); 0 if there is none.
  [[nodiscard]] std::uint32_t reading_at(const unsigned char* p) const {
    constexpr std::uint32_t kLongest = 8;
    const auto is_letter = [](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFC) || (c >= 0x100 && c <= 0x1DC);
    };
    if (size_ == 0 || folded_.chars_data()[size_ - 1] < kFirstIdeograph) {
      return 0;
    }
    if (const char32_t open = decode_utf8(p, end_); open != U'(' && open != U'（') {
      return 0;
    }
    bool tone = false;
    for (std::uint32_t letters = 0; p != end_ && letters < kLongest; ++letters) {
      const char32_t c = decode_utf8(p, end_);
      if (c == U')' || c == U'）') {
        return tone ? letters + 2 : 0;
      }
      if (!is_letter(c)) {
        return 0;
      }
      tone = tone || c >= 0x80;
    }
    return 0;
  }

  [[nodiscard]] std::ptrdiff_t byte_length(const unsigned char* p, std::uint32_t characters) const {
    const auto* const begin = p;
    for (; characters > 0; --characters) {
      static_cast<void>(decode_utf8(p, end_));
    }
    return p - begin;
  }

  void put(char32_t c, const FoldEntry& entry) {
    switch (entry.kind) {
      case FoldEntry::single:
        put(entry.value, entry.numbering ? Folded::kNumbering : 0);
        break;
      case FoldEntry::several:
        for (const char32_t piece : FoldTable::expansion(c)) {
          put(piece, entry.numbering ? Folded::kNumbering : 0);
        }
        break;
      case FoldEntry::space:
        put_space(Folded::kSpace);
        break;
      case FoldEntry::line_break:
        put_space(Folded::kBreak);
        break;
      case FoldEntry::nothing:
        break;
    }
  }

  void put(char32_t c, std::uint32_t flags) {
    if (size_ + 1 >= folded_.room_) {
      reserve(folded_.room_ * 2 + 16);
    }
    folded_.chars_data()[size_] = c;
    folded_.map()[size_] = index_ | flags | pending_;
    folded_.bytes()[size_] = byte_;
    pending_ = 0;
    ++size_;
  }

  void put_space(std::uint32_t flag) {
    if (keep_space_ && pending_ == 0) {
      put(U' ', 0);
    }
    pending_ |= flag;
  }

  void reserve(std::size_t room) {
    Folded larger;
    larger.memory_ = std::make_unique_for_overwrite<char32_t[]>(room * 3);  // NOLINT(modernize-avoid-c-arrays)
    larger.room_ = room;
    std::copy_n(folded_.chars_data(), size_, larger.chars_data());
    std::copy_n(folded_.map(), size_, larger.map());
    std::copy_n(folded_.bytes(), size_, larger.bytes());
    folded_ = std::move(larger);
  }

  void finish() {
    folded_.size_ = size_;
    folded_.map()[size_] = index_ | pending_;
    folded_.bytes()[size_] = byte_;
  }

  static constexpr std::uint32_t kFirstIdeograph = 0x3400;  // those in common use fold to themselves
  static constexpr std::uint32_t kLastIdeograph = 0x9FFF;
  const FoldTable& table_ = FoldTable::instance();
  const unsigned char* begin_;
  const unsigned char* end_;
  bool keep_space_;
  Folded folded_;
  std::size_t size_ = 0;
  std::uint32_t index_ = 0;
  std::uint32_t byte_ = 0;
  std::uint32_t pending_ = 0;  // white space since the last character
};

Range Folded::original_range(std::size_t from, std::size_t to) const noexcept {
  if (from >= to) {
    return {original(from), original(from)};
  }
  // Several folded characters may come from one, and white space may follow: the end is the
  // character behind the last one, not the beginning of the next.
  return {original(from), original(to - 1) + 1U};
}

std::string_view Folded::slice(std::string_view text, std::size_t from, std::size_t to) const noexcept {
  if (from >= to) {
    return {};
  }
  std::size_t end = original_byte(to - 1) + 1;
  while (end < text.size() && is_continuation(text[end])) {
    ++end;
  }
  return text.substr(original_byte(from), end - original_byte(from));
}

std::string Folded::utf8() const { return utf8(0, size()); }

std::string Folded::utf8(std::size_t from, std::size_t to) const {
  std::string result;
  result.reserve((to - from) * 3);
  for (; from < to; ++from) {
    append_utf8(result, chars_data()[from]);
  }
  return result;
}

Folded fold(std::string_view text) { return Folder(text, false).run(); }

Folded fold_keeping_space(std::string_view text) { return Folder(text, true).run(); }

std::string fold_key(std::string_view text) { return fold(text).utf8(); }

}  // namespace nianbao
