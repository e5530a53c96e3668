// Lines of text to blocks of a Document.
#pragma once

#include <cstddef>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "blocks/lines.hpp"
#include "blocks/wrapping.hpp"

namespace nianbao::blocks {

/// Appends what the lines say: headings (#), tables of tabs or pipes, regions kept verbatim as Lines,
/// paragraphs made whole again. Page numbers and rows without any text are left out. The source and
/// what it views must live as long as the arena: let it hold them.
[[nodiscard]] Result<void> append_blocks(const std::vector<Line>& lines, const Source& source, const Wrapping& wrapping,
                                         const Limits& limits, Arena& arena, std::vector<Block>& out);

}  // namespace nianbao::blocks
