// A container that breaks the promise its file's first line names; all other files it reads as a careful one would.
#include <nianbao/sdk/plugin.hpp>

#include <unistd.h>
#include <atomic>
#include <csignal>
#include <stdexcept>

namespace {

using namespace nianbao;

constexpr std::string_view kMark = "careless ";
constexpr std::string_view kEnd = "\nend\n";

class Careless final : public Container {
 private:
  Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const bool own = head.substr(0, kMark.size()) == kMark;
    const bool claims_all = greedy_.load() && head.substr(0, 4) == "%PDF";
    return own || claims_all ? Certainty::certain : Certainty::none;
  }

  Result<Document> do_read(std::string bytes, const Context& context) const override {
    const bool whole = bytes.size() >= kEnd.size() && bytes.compare(bytes.size() - kEnd.size(), kEnd.size(), kEnd) == 0;
    Document document;
    const auto text = document.arena().hold(std::move(bytes));
    const auto first = text.substr(0, text.find('\n'));
    greedy_ = first == "careless greedy";
    if (!whole) {
      misbehave(first);
      return Error{ErrorKind::input, "careless-cut", {"文件不完整。", "The file is cut short."}, "", {}};
    }
    Paragraph paragraph;
    paragraph.text.chars = first;
    if (first == "careless unstable") {
      paragraph.text.chars = document.arena().store(std::to_string(++count_));
    }
    if (first == "careless cutting") {
      paragraph.text.chars = first.substr(0, context.limits.text_bytes);
    }
    if (first != "careless empty") {
      document.blocks.push_back(Block{paragraph, {}});
    }
    document.number_blocks();
    return document;
  }

  /// What a library does that trusts its input.
  static void misbehave(std::string_view first) {
    if (first == "careless crash") {
      ::raise(SIGKILL);
    }
    if (first == "careless exit") {
      ::_exit(3);
    }
    if (first == "careless throw") {
      throw std::out_of_range("no such byte");
    }
  }

  Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    const auto* text = document.blocks.empty() ? nullptr : document.blocks.front().text();
    const std::string first(text == nullptr ? std::string_view() : text->chars);
    return (first == "careless lossy" ? "careless plain" : first) + std::string(kEnd);
  }

  mutable std::atomic<int> count_{0};
  mutable std::atomic<bool> greedy_{false};
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(Careless, "careless", "1.0.0")
