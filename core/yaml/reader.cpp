// Builds nodes from the events of yaml-cpp.
#include "yaml/node.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_set>

#include "text/utf8.hpp"
#include "yaml/parser_words.hpp"

namespace nianbao::yaml {
namespace {

constexpr std::uint64_t kMaxWeight = 200000;
constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxBytes = 4U << 20U;

/// yaml-cpp counts bytes from 0; people count characters from 1.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') {
        starts_.push_back(i + 1);
      }
    }
  }

  [[nodiscard]] Mark mark(const YAML::Mark& at) {
    if (at.line < 0) {
      return {};
    }
    const auto line = std::min(static_cast<std::size_t>(at.line), starts_.size() - 1);
    const auto end = std::min(starts_[line] + static_cast<std::size_t>(std::max(at.column, 0)), text_.size());
    // Marks move forward, so counting goes on where it stopped: a line may be very long.
    if (line != line_ || end < counted_) {
      line_ = line;
      counted_ = starts_[line];
      column_ = 1;
    }
    for (; counted_ < end; ++counted_) {
      column_ += (static_cast<unsigned char>(text_[counted_]) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return {static_cast<std::uint32_t>(line + 1), column_};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::size_t line_ = 0;
  std::size_t counted_ = 0;  // bytes up to here are in column_
  std::uint32_t column_ = 1;
};

class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, Faults& faults) : places_(text), faults_(faults) {}

  [[nodiscard]] NodePtr root() const { return root_; }
  [[nodiscard]] Mark mark(const YAML::Mark& at) { return places_.mark(at); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& at, YAML::anchor_t anchor) override { leaf(at, anchor, Kind::null, {}); }

  void OnAlias(const YAML::Mark& at, YAML::anchor_t anchor) override {
    const auto it = anchors_.find(anchor);
    if (it == anchors_.end()) {
      faults_.add(mark(at), {"锚点引用了它自身。", "An alias refers to the node it stands in."});
      leaf(at, 0, Kind::null, {});
      return;
    }
    place(it->second, mark(at));
  }

  void OnScalar(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_tag(at, tag);
    leaf(at, anchor, Kind::scalar, value);
  }

  void OnSequenceStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(at, tag, anchor, Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(at, tag, anchor, Kind::mapping);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    std::shared_ptr<Node> node;
    YAML::anchor_t anchor = 0;
    bool has_key = false;
    std::string key;
    Mark key_at;
    std::unordered_set<std::string> keys;  // of a large mapping
  };

  void refuse_tag(const YAML::Mark& at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") {
      faults_.add(mark(at), {"不允许使用YAML标签“" + tag + "”，请直接写数据。",
                             "YAML tag \"" + tag + "\" is not allowed; write plain data."});
    }
  }

  void leaf(const YAML::Mark& at, YAML::anchor_t anchor, Kind kind, const std::string& text) {
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->at = mark(at);
    node->text = text;
    finish(std::move(node), anchor);
  }

  void open(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, Kind kind) {
    refuse_tag(at, tag);
    if (stack_.size() >= kMaxDepth) {
      throw YAML::ParserException(at, "nested too deeply");
    }
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->at = mark(at);
    stack_.push_back({std::move(node), anchor, false, {}, {}, {}});
  }

  void close() {
    Open done = std::move(stack_.back());
    stack_.pop_back();
    finish(std::move(done.node), done.anchor);
  }

  void finish(std::shared_ptr<Node> node, YAML::anchor_t anchor) {
    const NodePtr done = std::move(node);
    if (anchor != 0) {
      anchors_[anchor] = done;
    }
    place(done, done->at);
  }

  void place(const NodePtr& node, Mark at) {
    if (stack_.empty()) {
      root_ = node;
      return;
    }
    auto& parent = stack_.back();
    if (parent.node->kind == Kind::mapping && !parent.has_key) {
      parent.has_key = true;
      parent.key = node->text;
      parent.key_at = at;
      check_key(parent, *node);
      return;
    }
    parent.node->weight += node->weight;
    if (parent.node->weight > kMaxWeight) {
      throw YAML::ParserException(YAML::Mark::null_mark(), "too many nodes");
    }
    if (parent.node->kind == Kind::sequence) {
      parent.node->items.push_back(node);
    } else {
      parent.node->entries.push_back({std::move(parent.key), parent.key_at, node});
      parent.has_key = false;
    }
  }

  void check_key(Open& parent, const Node& key) {
    if (!key.is_scalar()) {
      faults_.add(parent.key_at, {"键必须是文字。", "A key must be a text."});
    } else if (is_repeated(parent, key.text)) {
      faults_.add(parent.key_at, {"键“" + key.text + "”重复，请删去其中一个。",
                                  "Key \"" + key.text + "\" stands twice; remove one of them."});
    }
  }

  /// Most mappings are small; of a large one the keys are hashed.
  static bool is_repeated(Open& parent, const std::string& key) {
    constexpr std::size_t kSmall = 32;
    const auto& entries = parent.node->entries;
    if (entries.size() < kSmall) {
      return parent.node->find(key) != nullptr;
    }
    if (parent.keys.empty()) {
      for (const auto& entry : entries) {
        parent.keys.insert(entry.key);
      }
    }
    return !parent.keys.insert(key).second;
  }

  Places places_;
  Faults& faults_;
  std::vector<Open> stack_;
  std::map<YAML::anchor_t, NodePtr> anchors_;
  NodePtr root_;
};

}  // namespace

NodePtr read(std::string_view text, Faults& faults) {
  if (text.size() > kMaxBytes) {
    faults.add({}, {"文件过大，上限为4MB。", "The file is too large; the limit is 4 MB."});
    return nullptr;
  }
  if (const auto valid = check_utf8(text).valid; valid != text.size()) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(valid), '\n') + 1;
    faults.add({static_cast<std::uint32_t>(line), 1}, {"文件不是UTF-8编码（可能是GBK），请另存为UTF-8。",
                                                       "The file is not UTF-8 (GBK, perhaps); save it as UTF-8."});
    return nullptr;
  }
  Builder builder(text, faults);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      faults.add({}, {"文件是空的。", "The file is empty."});
      return nullptr;
    }
    Builder rest(text, faults);
    if (parser.HandleNextDocument(rest) && rest.root() != nullptr) {
      faults.add(rest.root()->at, {"一个文件只能有一份YAML文档。", "A file holds one YAML document only."});
    }
  } catch (const YAML::Exception& error) {
    const auto words = parser_words(error.msg);
    faults.add(builder.mark(error.mark),
               {"不是有效的YAML：" + words.zh + "。", "This is not valid YAML: " + words.en + "."});
    return nullptr;
  }
  return builder.root();
}

}  // namespace nianbao::yaml
