#include "yaml/parser_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao::yaml {
namespace {

struct Words {
  std::string_view said;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Words, 16> kWords{{
    {"end of map flow not found", "花括号没有正确结束；含有 { } [ ] , : 的内容请加引号",
     "a brace is not closed where it should be; put what holds { } [ ] , : in quotes"},
    {"end of sequence flow not found", "方括号没有正确结束；含有 { } [ ] , : 的内容请加引号",
     "a bracket is not closed where it should be; put what holds { } [ ] , : in quotes"},
    {"end of map not found", "缩进不一致，或缺少冒号（半角“:”，后面加空格）",
     "the indentation is not even, or a colon (half-width, a blank after it) is missing"},
    {"end of sequence not found", "列表各项的缩进不一致", "the items of the list are not indented alike"},
    {"illegal block entry", "此处不能有列表项；请检查缩进，并用空格而不用制表符",
     "no list item may stand here; check the indentation, and use spaces, not tabs"},
    {"illegal tab when looking for indentation", "缩进中有制表符，请改用空格", "a tab in the indentation; use spaces"},
    {"illegal map key", "此处不能有键；请检查缩进", "no key may stand here; check the indentation"},
    {"illegal map value", "此处不能有冒号；含有冒号的内容请加引号",
     "no colon may stand here; put what holds one in quotes"},
    {"illegal flow end", "多了一个 } 或 ]", "there is one } or ] too many"},
    {"illegal EOF in scalar", "引号没有结束", "a quote is not closed"},
    {"illegal document indicator in scalar", "引号没有结束", "a quote is not closed"},
    {"unknown token", "此处的字符须加引号", "this character must stand in quotes"},
    {"unexpected character in block scalar", "> 或 | 之后应另起一行", "a new line must follow > or |"},
    {"the referenced anchor is not defined", "引用的锚点（*名称）没有定义",
     "the anchor (*name) that is referred to is not defined"},
    {"too many nodes", "展开引用后内容过多", "it holds too much once aliases are followed"},
    {"nested too deeply", "嵌套过深", "it is nested too deeply"},
}};

}  // namespace

Message parser_words(const std::string& said) {
  const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Words& words) { return words.said == said; });
  return known == kWords.end() ? Message{said, said} : Message{std::string(known->zh), std::string(known->en)};
}

}  // namespace nianbao::yaml
