#include "text/converter.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

namespace nianbao {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* encoding, OnDamage on_damage) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &error), &ucnv_close);
  if (U_FAILURE(error) != 0) {
    return {nullptr, &ucnv_close};
  }
  if (on_damage == OnDamage::fail) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }
  return converter;
}

/// Collects UTF-16 units with their places and writes them as UTF-8. A character is written when the
/// next one tells where it ends.
class Collector {
 public:
  explicit Collector(Decoding& result) : result_(result) {}

  void add(char16_t unit, std::uint64_t file) {
    if (U16_IS_TRAIL(unit) && U16_IS_LEAD(pending_)) {
      pending_ = U16_GET_SUPPLEMENTARY(pending_, unit);
      return;
    }
    flush(file);
    pending_ = unit;
    file_ = file;
  }

  void flush(std::uint64_t file_end) {
    if (pending_ == kNone) {
      return;
    }
    std::array<char, 4> utf8{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(utf8.data(), size, U16_IS_SURROGATE(pending_) ? 0xFFFD : pending_);
    result_.text.append(utf8.data(), static_cast<std::size_t>(size));
    result_.map.add(static_cast<std::uint32_t>(size), file_, static_cast<std::uint32_t>(file_end - file_));
    ++result_.characters;
    if (pending_ == 0xFFFD) {
      result_.first_damage = result_.damaged == 0 ? file_ : result_.first_damage;
      ++result_.damaged;
    }
    pending_ = kNone;
  }

 private:
  static constexpr UChar32 kNone = -1;
  Decoding& result_;
  UChar32 pending_ = kNone;
  std::uint64_t file_ = 0;
};

/// Decodes one slice; false at damage. ICU gives offset -1 to what began in the slice before.
bool convert_slice(UConverter* converter, std::string_view bytes, Range slice, bool last, Collector& collector,
                   Decoding& result) {
  constexpr std::size_t kUnits = 4096;
  std::array<UChar, kUnits> units{};
  std::array<std::int32_t, kUnits> offsets{};
  UErrorCode error = U_ZERO_ERROR;
  const auto held_back = static_cast<std::uint64_t>(std::max(0, ucnv_toUCountPending(converter, &error)));
  const char* source = bytes.data() + slice.from;
  const char* end = bytes.data() + slice.to;
  UChar* target = units.data();
  ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, end, offsets.data(), last ? 1 : 0, &error);
  for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
    const auto offset = offsets[i];
    collector.add(units[i], offset < 0 ? slice.from - held_back : slice.from + static_cast<std::uint64_t>(offset));
  }
  result.cut_off = error == U_TRUNCATED_CHAR_FOUND;
  return U_SUCCESS(error) != 0 || result.cut_off;
}

}  // namespace

std::optional<Decoding> decode_as(std::string_view bytes, std::size_t skip, const char* encoding, OnDamage on_damage) {
  // A byte gives at most two UTF-16 units, so that a slice's units always fit.
  constexpr std::size_t kSlice = 2000;
  const auto converter = open_converter(encoding, on_damage);
  if (!converter) {
    return std::nullopt;
  }
  Decoding result;
  result.text.reserve(bytes.size() * 3 / 2);
  Collector collector(result);
  for (std::size_t from = skip; from < bytes.size(); from += kSlice) {
    const auto to = std::min(bytes.size(), from + kSlice);
    if (!convert_slice(converter.get(), bytes, {from, to}, to == bytes.size(), collector, result)) {
      return std::nullopt;
    }
  }
  collector.flush(bytes.size());
  return result;
}

std::optional<std::string> guess_encoding(std::string_view bytes) {
  constexpr std::size_t kHead = 8192;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  if (U_FAILURE(error) != 0) {
    return std::nullopt;
  }
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), kHead)), &error);
  const auto* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) != 0 || match == nullptr) {
    return std::nullopt;
  }
  const char* name = ucsdet_getName(match, &error);
  return U_FAILURE(error) != 0 ? std::nullopt : std::optional<std::string>(name);
}

}  // namespace nianbao
