// A sentence pattern as written (docs/sentence-patterns.md).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace nianbao::prose::ast {

struct Item;
using Sequence = std::vector<Item>;
/// At least one sequence; one that is empty matches nothing at all.
using Alternatives = std::vector<Sequence>;

/// Characters that stand in the sentence.
struct Literal {
  std::u32string text;
};

/// `<name>`: one of the words of a list; `<name>+8`: several of them, with at most 8 characters
/// between two beside the marks and conjunctions that join them.
struct Words {
  std::u32string name;
  bool list = false;
  std::uint32_t filler = 0;
};

/// `{n}`, `{n:case}`, `{n:case?}`, `{any}`, `{year}`, `{percent}`; `{n:case}+` for several.
struct Slot {
  std::u32string name;
  std::u32string unit;
  bool bare = false;  ///< `?`: the unit may be lacking
  bool list = false;
};

/// `..`: as few characters as possible, within the clause.
struct Gap {
  std::uint32_t most = 0;     ///< 0: the default
  bool over_clauses = false;  ///< `,`
  bool over_numbers = false;  ///< `#`
};

struct ClauseStart {};
struct ClauseEnd {};

struct Optional {
  Alternatives alternatives;
};
struct Group {
  Alternatives alternatives;
};
/// `!( … )`: what follows must not be this.
struct Not {
  Alternatives alternatives;
};

struct Item {
  std::variant<Literal, Words, Slot, Gap, ClauseStart, ClauseEnd, Optional, Group, Not> value;
  std::uint32_t position = 0;  ///< character in the pattern, from 0
};

}  // namespace nianbao::prose::ast
