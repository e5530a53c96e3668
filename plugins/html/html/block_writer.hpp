// Blocks of a Document to HTML.
#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::html {

/// Appends a <table> with true merges, a row to a line. Cells that are not safe get the class
/// nianbao-shaded; a cell's remark stands in its title attribute and, for screen readers, in a span.
void append_table(const Table& table, std::string& out);
/// Appends text with <strong> and <br>.
void append_text(const Text& text, std::string& out);
/// Appends blocks, each on a line of its own.
void append_blocks(const std::vector<Block>& blocks, std::string& out);

}  // namespace nianbao::html
