#include "poppler/structure.hpp"

#include <PDFDoc.h>
#include <StructElement.h>
#include <StructTreeRoot.h>

#include <algorithm>
#include <map>

namespace nianbao::pdf {
namespace {

/// No tree of a report is that deep or that large.
constexpr int kDeepest = 60;
constexpr std::size_t kMostElements = 200'000;

class TreeReader {
 public:
  explicit TreeReader(PDFDoc& document) : document_(document) {}

  std::vector<TaggedTable> read(const StructTreeRoot& root) {
    std::vector<TaggedTable> tables;
    for (unsigned i = 0; i < root.getNumChildren(); ++i) {
      find_tables(*root.getChild(static_cast<int>(i)), tables, 0);
    }
    return tables;
  }

 private:
  template <typename F>
  void each_child(const StructElement& element, int depth, F function) {
    for (unsigned i = 0; i < element.getNumChildren() && depth < kDeepest && elements_ < kMostElements; ++i) {
      ++elements_;
      function(*element.getChild(static_cast<int>(i)));
    }
  }

  void find_tables(const StructElement& element, std::vector<TaggedTable>& tables, int depth) {
    if (element.getType() == StructElement::Table) {
      tables.emplace_back();
      add_rows(element, tables.back(), depth + 1);
      return;
    }
    each_child(element, depth, [&](const StructElement& child) { find_tables(child, tables, depth + 1); });
  }

  void add_rows(const StructElement& element, TaggedTable& table, int depth) {
    each_child(element, depth, [&](const StructElement& child) {
      if (child.getType() == StructElement::TR) {
        table.rows.emplace_back();
        add_cells(child, table.rows.back(), depth + 1);
      } else if (!child.isContent() && child.getType() != StructElement::Caption) {
        add_rows(child, table, depth + 1);
      }
    });
  }

  void add_cells(const StructElement& row, std::vector<TaggedCell>& cells, int depth) {
    each_child(row, depth, [&](const StructElement& child) {
      if (child.getType() == StructElement::TD || child.getType() == StructElement::TH) {
        TaggedCell cell;
        cell.rowspan = span(child, Attribute::RowSpan);
        cell.colspan = span(child, Attribute::ColSpan);
        add_content(child, cell, depth + 1);
        cells.push_back(std::move(cell));
      }
    });
  }

  void add_content(const StructElement& element, TaggedCell& cell, int depth) {
    each_child(element, depth, [&](const StructElement& child) {
      if (child.getType() == StructElement::MCID) {
        cell.content.push_back({page_of(child), child.getMCID()});
      } else if (child.getType() == StructElement::Table) {
        cell.inner.emplace_back();
        add_rows(child, cell.inner.back(), depth + 1);
      } else if (!child.isContent()) {
        add_content(child, cell, depth + 1);
      }
    });
  }

  static std::uint32_t span(const StructElement& cell, Attribute::Type type) {
    const auto* attribute = cell.findAttribute(type);
    const bool number = attribute != nullptr && attribute->getValue()->isInt();
    return number ? static_cast<std::uint32_t>(std::clamp(attribute->getValue()->getInt(), 1, 10'000)) : 1;
  }

  std::uint32_t page_of(const StructElement& element) {
    Ref ref = Ref::INVALID();
    if (!element.getPageRef(ref)) {
      return 0;
    }
    const auto it = pages_.find(ref.num);
    if (it != pages_.end()) {
      return it->second;
    }
    const auto page = static_cast<std::uint32_t>(std::max(document_.findPage(ref), 0));
    pages_.emplace(ref.num, page);
    return page;
  }

  PDFDoc& document_;
  std::map<int, std::uint32_t> pages_;
  std::size_t elements_ = 0;
};

}  // namespace

std::vector<TaggedTable> tagged_tables(PDFDoc& document) {
  const auto* root = document.getStructTreeRoot();
  return root == nullptr ? std::vector<TaggedTable>() : TreeReader(document).read(*root);
}

}  // namespace nianbao::pdf
