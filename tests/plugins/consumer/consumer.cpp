// consumer BUNDLE FILE: lists the plugins that are installed and in the bundle, reads the file with
// the container its content shows, and writes it to standard output again.
#include <iostream>
#include <nianbao/files.hpp>
#include <nianbao/plugin_listing.hpp>

namespace {

using namespace nianbao;

Result<std::string> read_and_write(const PluginHost& host, const std::string& file) {
  const Limits limits;
  const Options options;
  DiagnosticSink diagnostics;
  const Context context{limits, diagnostics, options};
  NIANBAO_TRY(auto bytes, read_file(file, limits.input_bytes));
  NIANBAO_TRY(const auto detected, host.detect_container(bytes, file));
  NIANBAO_TRY(const auto document, detected.container->read(std::move(bytes), context));
  return detected.container->write(document, context);
}

Result<std::string> run(const std::string& bundle, const std::string& file) {
  NIANBAO_TRY(auto roots, search_path(search_path_parts({bundle})));
  const auto host = PluginHost::create(std::move(roots));
  std::cout << plugins_text(host->open_all(), Language::en);
  return read_and_write(*host, file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    return 2;
  }
  const auto written = run(argv[1], argv[2]);
  if (!written) {
    std::cerr << written.error().message.en << '\n';
    return 1;
  }
  std::cout << *written;
  return 0;
}
