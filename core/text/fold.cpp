#include <nianbao/sdk/text.hpp>

#include "text/fold_table.hpp"
#include "text/code_point.hpp"

namespace nianbao {

/// Builds a Folded in one pass over the UTF-8 bytes.
class Folder {
 public:
  Folder(std::string_view text, bool keep_space) : text_(text), keep_space_(keep_space) {
    // One folded character for each of the original is the rule; expansions and invalid bytes need more.
    reserve(count_chars(text) + 1);
  }

  Folded run() {
    const auto* const begin = reinterpret_cast<const unsigned char*>(text_.data());
    const auto* const end = begin + text_.size();
    const auto& table = FoldTable::instance();
    for (const auto* p = begin; p != end; ++index_) {
      byte_ = static_cast<std::uint32_t>(p - begin);
      const char32_t c = decode_utf8(p, end);
      if (c >= 0x3400 && c <= 0x9FFF) {  // ideographs fold to themselves
        put(c);
      } else if (c < 0x10000) {
        put(c, table.at(c));
      } else {
        put(c, FoldTable::compute(c));
      }
    }
    byte_ = static_cast<std::uint32_t>(text_.size());
    finish();
    return std::move(folded_);
  }

 private:
  void put(char32_t c, const FoldEntry& entry) {
    switch (entry.kind) {
      case FoldEntry::single:
        put(entry.value, entry.numbering ? Folded::kNumbering : 0);
        break;
      case FoldEntry::several:
        put_all(FoldTable::expansion(c), entry.numbering ? Folded::kNumbering : 0);
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

  void put(char32_t c, std::uint32_t flags = 0) {
    if (size_ + 1 >= room_) {  // one place stays free for the end's
      reserve(room_ * 2 + 16);
    }
    folded_.chars_[size_] = c;
    folded_.map_[size_] = index_ | flags | pending_;
    folded_.bytes_[size_] = byte_;
    pending_ = 0;
    ++size_;
  }

  void put_all(const std::u32string& chars, std::uint32_t flags) {
    for (const char32_t c : chars) {
      put(c, flags);
    }
  }

  void reserve(std::size_t room) {
    room_ = room;
    folded_.chars_.resize(room);
    folded_.map_.resize(room);
    folded_.bytes_.resize(room);
  }

  void put_space(std::uint32_t flag) {
    if (keep_space_ && pending_ == 0) {
      put(U' ');
    }
    pending_ |= flag;
  }

  void finish() {
    folded_.chars_.resize(size_);
    folded_.map_.resize(size_ + 1);
    folded_.bytes_.resize(size_ + 1);
    folded_.map_[size_] = index_ | pending_;
    folded_.bytes_[size_] = byte_;
  }

  std::string_view text_;
  bool keep_space_;
  Folded folded_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
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
    append_utf8(result, chars_[from]);
  }
  return result;
}

Folded fold(std::string_view text) { return Folder(text, false).run(); }

Folded fold_keeping_space(std::string_view text) { return Folder(text, true).run(); }

std::string fold_key(std::string_view text) { return fold(text).utf8(); }

}  // namespace nianbao
