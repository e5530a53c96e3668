#include "plugin/guard.hpp"

namespace nianbao::plugin {
namespace {

Error thrown(const std::string& id, const Message& doing, const Message& why) {
  return {ErrorKind::plugin,
          "plugin-threw",
          {"插件“" + id + "”在" + doing.zh + "时抛出异常：" + why.zh + "。插件应返回错误，不应抛出异常。",
           "Plugin `" + id + "` threw while " + doing.en + ": " + why.en +
               ". A plugin is to return an error, not to throw."},
          "",
          {"请将此信息报告给插件作者；其他插件不受影响。",
           "Report this to the plugin's author; other plugins are not affected."}};
}

/// The thunk: every call into a plugin passes here.
template <typename F>
auto call(const std::string& id, const Message& doing, F function) -> decltype(function()) {
  try {
    return function();
  } catch (const std::exception& exception) {
    return thrown(id, doing, {exception.what(), exception.what()});
  } catch (...) {
    return thrown(id, doing, {"不是std::exception的异常", "an exception that is no std::exception"});
  }
}

class GuardedContainer final : public Container {
 public:
  GuardedContainer(std::unique_ptr<Container> inner, std::string id) : inner_(std::move(inner)), id_(std::move(id)) {}

 private:
  Certainty do_probe(std::string_view head, std::string_view name) const override { return inner_->probe(head, name); }
  Result<Document> do_read(std::string bytes, const Context& context) const override {
    return call(id_, {"读取", "reading"}, [&] { return inner_->read(std::move(bytes), context); });
  }
  Result<std::string> do_write(const Document& document, const Context& context) const override {
    return call(id_, {"写出", "writing"}, [&] { return inner_->write(document, context); });
  }

  std::unique_ptr<Container> inner_;
  std::string id_;
};

class GuardedFamily final : public FormatFamily {
 public:
  GuardedFamily(std::unique_ptr<FormatFamily> inner, std::string id) : inner_(std::move(inner)), id_(std::move(id)) {}

 private:
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& context) const override {
    return call(id_, {"识别", "recognizing"}, [&] { return inner_->recognize(document, format, context); });
  }
  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                          Report& report) const override {
    return call(id_, {"提取", "extracting"}, [&] { return inner_->extract(document, claim, context, report); });
  }
  Result<std::vector<Block>> do_render(const Report& report, const Template& format, const TemplateForm& form,
                                       std::uint32_t instance, const FormatContext& context,
                                       Arena& arena) const override {
    return call(id_, {"生成", "rendering"},
                [&] { return inner_->render(report, format, form, instance, context, arena); });
  }

  std::unique_ptr<FormatFamily> inner_;
  std::string id_;
};

}  // namespace

std::unique_ptr<Container> guard(std::unique_ptr<Container> container, std::string id) {
  return std::make_unique<GuardedContainer>(std::move(container), std::move(id));
}

std::unique_ptr<FormatFamily> guard(std::unique_ptr<FormatFamily> family, std::string id) {
  return std::make_unique<GuardedFamily>(std::move(family), std::move(id));
}

}  // namespace nianbao::plugin
