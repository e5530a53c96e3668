// The html container: web pages of government sites, and pages to read, print and send.
#include <algorithm>
#include <array>

#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "blocks/blanks.hpp"
#include "html/tree.hpp"
#include "reader.hpp"
#include "writer.hpp"

namespace nianbao::html {

namespace {

constexpr std::array<std::string_view, 6> kPages = {"<!doctype html", "<html", "<head", "<body", "<meta", "<title"};
constexpr std::array<std::string_view, 10> kPieces = {"<table", "<div",  "<p>",     "<p ", "<h1",
                                                      "<h2",    "<span", "<center", "<ul", "<section"};

bool begins_with(std::string_view text, std::string_view word) {
  return find_word(text.substr(0, word.size()), word) == 0;
}

/// Past comments and an XML declaration at the start.
std::string_view skip_prologue(std::string_view text) {
  text = blocks::trim_front(text);
  while (text.starts_with("<!--") || text.starts_with("<?xml")) {
    const auto end = text.find('>');
    const auto comment = text.find("-->");
    const auto past = text.starts_with("<?xml") ? end : comment == std::string_view::npos ? comment : comment + 2;
    if (past == std::string_view::npos) {
      break;
    }
    text = blocks::trim_front(text.substr(past + 1));
  }
  return text;
}

class HtmlContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    // In every encoding an angle bracket has its own byte: without one there is nothing to decode.
    const auto decoded = head.find('<') == std::string_view::npos ? std::nullopt : decode_head(head);
    if (!decoded) {
      return Certainty::none;
    }
    const auto text = skip_prologue(*decoded);
    const auto begins = [&](std::string_view word) { return begins_with(text, word); };
    if (std::any_of(kPages.begin(), kPages.end(), begins)) {
      return Certainty::certain;
    }
    if (std::any_of(kPieces.begin(), kPieces.end(), begins)) {
      return Certainty::likely;
    }
    return find_word(text, "<table") != std::string_view::npos ? Certainty::possible : Certainty::none;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_page(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    return write_page(document);
  }
};

}  // namespace

}  // namespace nianbao::html

NIANBAO_CONTAINER_PLUGIN(nianbao::html::HtmlContainer, "html", "0.1.0")
