#include "text/fold_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace nianbao {
namespace {

/// EquivalentUnifiedIdeograph (Unicode 14) of the CJK Radicals Supplement, U+2E80..U+2EF3: PDF files
/// hold these where ideographs are meant, and NFKC leaves all but two of them alone.
constexpr char32_t kFirstRadical = 0x2E80;
constexpr std::array<std::uint32_t, 116> kRadicals = {
    0x0000, 0x5382,  0x4E5B, 0x4E5A,  0x4E59,  0x4EBB, 0x5182,  0x20628, 0x5200, 0x5202,  0x535C, 0x353E, 0x5C0F,
    0x5C0F, 0x5140,  0x5C23, 0x5C22,  0x21BC2, 0x5DF3, 0x5E7A,  0x5F51,  0x5F50, 0x5FC4,  0x5FC3, 0x624C, 0x6535,
    0x0000, 0x65E1,  0x65E5, 0x6708,  0x6B7A,  0x6BCD, 0x6C11,  0x6C35,  0x6C3A, 0x706C,  0x722B, 0x722B, 0x4E2C,
    0x725B, 0x72AD,  0x738B, 0x24D14, 0x76EE,  0x793A, 0x793B,  0x25AD7, 0x7CF9, 0x7E9F,  0x7F53, 0x7F52, 0x34C1,
    0x5197, 0x2626B, 0x7F8A, 0x2634C, 0x2634B, 0x8002, 0x8080,  0x807F,  0x8089, 0x26951, 0x8279, 0x8279, 0x8279,
    0x864E, 0x8864,  0x8980, 0x897F,  0x89C1,  0x89D2, 0x278B2, 0x8BA0,  0x8D1D, 0x27FB7, 0x8F66, 0x8FB6, 0x8FB6,
    0x8FB6, 0x9091,  0x9485, 0x9577,  0x9578,  0x957F, 0x95E8,  0x28E0F, 0x961D, 0x96E8,  0x9752, 0x97E6, 0x9875,
    0x98CE, 0x98DE,  0x98DF, 0x2967F, 0x98E0,  0x9963, 0x29810, 0x9A6C,  0x9AA8, 0x9B3C,  0x9C7C, 0x9E1F, 0x5364,
    0x9EA6, 0x9EC4,  0x9EFE, 0x6589,  0x9F50,  0x6B6F, 0x9F7F,  0x7ADC,  0x9F99, 0x9F9C,  0x4E80, 0x9F9F,
};

struct Pair {
  char32_t from;
  char32_t to;
};

/// What NFKC leaves apart and a reader takes for the same. Applied to what NFKC gives.
constexpr std::array kOwn = {
    // dashes
    Pair{0x2010, U'-'},
    Pair{0x2011, U'-'},
    Pair{0x2012, U'-'},
    Pair{0x2013, U'-'},
    Pair{0x2014, U'-'},
    Pair{0x2015, U'-'},
    Pair{0x2043, U'-'},
    Pair{0x2212, U'-'},
    Pair{0x2500, U'-'},
    Pair{0x2501, U'-'},
    Pair{0x301C, U'~'},
    // dots
    Pair{0x2022, 0x00B7},
    Pair{0x2027, 0x00B7},
    Pair{0x2219, 0x00B7},
    Pair{0x22C5, 0x00B7},
    Pair{0x30FB, 0x00B7},
    Pair{0x2236, U':'},
    Pair{0xFE30, U':'},
    // quotation marks
    Pair{0x201C, U'"'},
    Pair{0x201D, U'"'},
    Pair{0x201E, U'"'},
    Pair{0x201F, U'"'},
    Pair{0x300C, U'"'},
    Pair{0x300D, U'"'},
    Pair{0x300E, U'"'},
    Pair{0x300F, U'"'},
    Pair{0x301D, U'"'},
    Pair{0x301E, U'"'},
    Pair{0x301F, U'"'},
    Pair{0x2018, U'\''},
    Pair{0x2019, U'\''},
    Pair{0x201A, U'\''},
    Pair{0x201B, U'\''},
    Pair{U'`', U'\''},
    // brackets; book title marks
    Pair{U'[', U'('},
    Pair{U']', U')'},
    Pair{0x3010, U'('},
    Pair{0x3011, U')'},
    Pair{0x3014, U'('},
    Pair{0x3015, U')'},
    Pair{0x3016, U'('},
    Pair{0x3017, U')'},
    Pair{0x3018, U'('},
    Pair{0x3019, U')'},
    Pair{0x3008, 0x300A},
    Pair{0x3009, 0x300B},
    Pair{0x00AB, 0x300A},
    Pair{0x00BB, 0x300B},
    Pair{0x226A, 0x300A},
    Pair{0x226B, 0x300B},
    Pair{0x2329, 0x300A},
    Pair{0x232A, 0x300B},
    // slashes
    Pair{0x2044, U'/'},
    Pair{0x2215, U'/'},
    Pair{0x2216, U'\\'},
    // zeros among Chinese numerals
    Pair{0x25CB, 0x3007},
    Pair{0x25EF, 0x3007},
    Pair{0x20DD, 0x3007},
};

char32_t own(char32_t c) {
  if (c >= kFirstRadical && c < kFirstRadical + kRadicals.size()) {
    const auto unified = kRadicals[c - kFirstRadical];
    return unified != 0 ? unified : c;
  }
  const auto* found = std::find_if(kOwn.begin(), kOwn.end(), [c](const Pair& p) { return p.from == c; });
  return found != kOwn.end() ? found->to : c;
}

bool is_invisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         (u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR && u_isUWhiteSpace(static_cast<UChar32>(c)) == 0);
}

bool is_line_break(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool contains_number(const std::u32string& folded) {
  return std::any_of(folded.begin(), folded.end(), [](char32_t c) {
    return (c >= U'0' && c <= U'9') || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
  });
}

/// A sign made around a number, as opposed to another form of one digit (full-width １).
bool is_numbering(char32_t c, const std::u32string& folded) {
  const bool other_form = u_isdigit(static_cast<UChar32>(c)) != 0 && folded.size() == 1;
  const int decomposition = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
  const bool composed = decomposition != U_DT_NONE && decomposition != U_DT_CANONICAL && decomposition != U_DT_WIDE;
  const bool dingbat = c >= 0x2776 && c <= 0x2793;
  return dingbat || (composed && !other_form && contains_number(folded));
}

}  // namespace

FoldTable::FoldTable() {
  UErrorCode status = U_ZERO_ERROR;
  auto* const converter = ucnv_open("GB2312", &status);
  for (unsigned row = 0xB0; row <= 0xF7 && U_SUCCESS(status) != 0; ++row) {
    for (unsigned cell = 0xA1; cell <= 0xFE; ++cell) {
      const std::array<char, 2> bytes{static_cast<char>(row), static_cast<char>(cell)};
      std::array<UChar, 4> unit{};
      UErrorCode one = U_ZERO_ERROR;
      ucnv_toUChars(converter, unit.data(), 4, bytes.data(), 2, &one);
      if (unit[0] < common_.size()) {
        common_.set(unit[0]);
      }
    }
  }
  ucnv_close(converter);
}

const FoldTable& FoldTable::instance() {
  static const FoldTable table;
  return table;
}

namespace {

/// The simplified character of a traditional one; itself for any other.
char32_t simplified(char32_t c) {
  static const auto converter = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    return U_SUCCESS(status) != 0 ? std::move(made) : nullptr;
  }();
  if (converter == nullptr) {
    return c;
  }
  icu::UnicodeString text(static_cast<UChar32>(c));
  converter->transliterate(text);
  return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : c;
}

bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

}  // namespace

std::u32string FoldTable::expansion(char32_t c) {
  if (c >= 0x2776 && c <= 0x2793) {  // ❶ … ❿ and their like: NFKC knows no number in them
    const auto number = (c - 0x2776) % 10 + 1;
    return number == 10 ? U"10" : std::u32string(1, U'0' + number);
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const char32_t first = own(c);
  std::u32string result(1, first);
  if (first != c || U_FAILURE(status)) {
    return result;
  }
  const auto normal = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  result.clear();
  for (int i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    const auto piece = static_cast<char32_t>(normal.char32At(i));
    if (u_isUWhiteSpace(static_cast<UChar32>(piece)) == 0) {
      result.push_back(own(piece));
    }
  }
  return result;
}

FoldEntry FoldTable::compute(char32_t c) {
  FoldEntry entry;
  entry.value = c;
  if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
    entry.kind = is_line_break(c) ? FoldEntry::line_break : FoldEntry::space;
    return entry;
  }
  if (is_invisible(c)) {
    entry.kind = FoldEntry::nothing;
    return entry;
  }
  if (is_ideograph(c)) {
    entry.value = instance().is_common(c) ? c : simplified(c);
    return entry;
  }
  const auto folded = expansion(c);
  if (folded.empty()) {
    entry.kind = FoldEntry::space;  // NFKC makes nothing but white space of it
  } else if (folded.size() == 1) {
    entry.value = folded.front();
  } else {
    entry.kind = FoldEntry::several;
  }
  entry.numbering = is_numbering(c, folded);
  return entry;
}

const FoldEntry* FoldTable::fill(std::uint32_t page) const {
  auto entries = std::make_unique<FoldEntry[]>(256);
  for (std::uint32_t i = 0; i < 256; ++i) {
    entries[i] = compute(page << 8U | i);
  }
  const FoldEntry* expected = nullptr;
  // Two threads may fill the same page: both made the same, the first one stays.
  if (pages_[page].compare_exchange_strong(expected, entries.get(), std::memory_order_acq_rel)) {
    return entries.release();
  }
  return expected;
}

}  // namespace nianbao
