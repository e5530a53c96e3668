// Plugins that are programs: what they are given, what they give, and that nothing of them is left.
#include <sys/wait.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <nianbao/document_json.hpp>
#include <thread>

#include "bundles.hpp"
#include "paths.hpp"
#include "plugin/abi_facts.hpp"
#include "work_time.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

const std::string kOdd = test::build_path("tests/plugins/odd");
const std::string kExample = test::source_path("examples/program-plugin");

bool any_child() {
  siginfo_t info{};
  return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> texts;
  for (const auto& block : document.blocks) {
    const auto* text = block.text();
    texts.emplace_back(text == nullptr ? "(no text)" : text->chars);
  }
  return texts;
}

/// What the obedient program answers when it is told so.
struct Odd {
  std::unique_ptr<PluginHost> host = host_over({kOdd});
  const Container* container = *host->container("odd");
  CallContext call;

  Result<std::vector<std::string>> tell(std::string order) {
    NIANBAO_TRY(const auto document, container->read(std::move(order), call.context));
    return texts(document);
  }
  std::string code(std::string order) {
    const auto result = tell(std::move(order));
    return result.ok() ? "" : result.error().code;
  }
};

bool alive(const std::string& pid) {
  std::ifstream stat("/proc/" + pid + "/stat");
  std::string number;
  std::string name;
  std::string state;
  return bool(stat >> number >> name >> state) && state != "Z";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(program_plugins)

BOOST_AUTO_TEST_CASE(looking_starts_nothing) {
  const auto host = host_over({kOdd, kExample});
  BOOST_TEST(host->status().size() == 2U);
  BOOST_TEST((host->open_all().front().state == PluginState::ready));
  BOOST_TEST(host->detect_container("%TABS\n", "a.tabs")->manifest->id == "tab-lines");
  BOOST_TEST((host->detect_container("%TABS\n", "a")->certainty == Certainty::certain));
  BOOST_TEST((host->detect_container("odd", "a.txt")->certainty == Certainty::likely));
  BOOST_TEST(!any_child());
}

BOOST_AUTO_TEST_CASE(asking_costs_the_host_less_than_three_milliseconds) {
  const auto host = host_over({kExample});
  const auto* container = *host->container("tab-lines");
  std::string file = "%TABS\n";
  while (file.size() < 20 * 1024) {
    file += "全年收到政府信息公开申请26件，其中当面申请5件，网络申请18件，信函申请3件，均按时办结。\n";
  }
  double best = 1;
  for (int run = 0; run < 10; ++run) {
    CallContext call;
    const WorkTime work;
    BOOST_REQUIRE(container->read(file, call.context).ok());
    best = std::min(best, work.seconds());
  }
  const bool sanitized = plugin::AbiFacts::own().get("sanitizer") != "none";
  BOOST_TEST(best < (sanitized ? 0.03 : 0.003));
}

BOOST_AUTO_TEST_CASE(example_reads_and_writes) {
  const auto host = host_over({kExample});
  const auto* container = *host->container("tab-lines");
  CallContext call;
  const std::string file = "%TABS\n清河市2024年报告\n指标\t数\n申请\t5\n结转\n收费\t0\n";
  const auto document = container->read(file, call.context);
  BOOST_REQUIRE(document.ok());
  BOOST_TEST(document->input.encoding == "UTF-8");
  BOOST_TEST(texts(*document)[0] == "清河市2024年报告");
  const auto* table = document->blocks[1].as<Table>();
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->columns == 2U);
  BOOST_TEST(*container->write(*document, call.context) == file);
  const auto refused = container->read("%TABS\n\xFF", call.context);
  BOOST_TEST(refused.error().code == "tab-lines-not-utf-8");
  BOOST_TEST((refused.error().kind == ErrorKind::input));
}

BOOST_AUTO_TEST_CASE(one_start_serves_many) {
  Odd odd;
  const auto first = odd.tell("pid")->front();
  BOOST_TEST(odd.code("error") == "odd");
  BOOST_TEST(odd.tell("pid")->front() == first);
  // A program that failed is replaced.
  BOOST_TEST(odd.code("crash") == "process-died");
  BOOST_TEST(odd.tell("pid")->front() != first);
  odd.host.reset();
  BOOST_TEST(!any_child());
}

BOOST_AUTO_TEST_CASE(large_files_pass) {
  Odd odd;
  BOOST_TEST(odd.tell(std::string(20U << 20U, '\n'))->back() == std::to_string(20U << 20U));
}

BOOST_AUTO_TEST_CASE(chatter_harms_nothing_and_diagnostics_arrive) {
  Odd odd;
  BOOST_TEST(odd.tell("chatter")->front() == "chatter");
  BOOST_REQUIRE(odd.call.diagnostics.all().size() == 1U);
  BOOST_TEST(odd.call.diagnostics.all()[0].code == "odd-said");
  BOOST_TEST(odd.call.diagnostics.all()[0].at.page == 3U);
}

BOOST_AUTO_TEST_CASE(limits_hold) {
  Odd odd;
  BOOST_TEST(odd.code("hang") == "process-timed-out");
  if (plugin::AbiFacts::own().get("sanitizer") == "none") {
    BOOST_TEST(odd.code("memory") == "process-died");
  }
  odd.call.options["style"] = "\xFF\xFE";
  BOOST_TEST(odd.code("pid") == "process-option-not-text");
}

BOOST_AUTO_TEST_CASE(what_a_program_starts_ends_with_it) {
  Odd odd;
  const auto pid = odd.tell("grandchild")->front();
  BOOST_TEST(alive(pid));
  odd.host.reset();
  // The signal is sent; the system takes a moment to deliver it.
  for (int wait = 0; wait < 200 && alive(pid); ++wait) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  BOOST_TEST(!alive(pid));
}

BOOST_AUTO_TEST_CASE(nothing_of_the_host_is_handed_on) {
  Odd odd;
  const std::vector<std::string> files{"0", "1", "2", "3"};  // the last is the folder being listed
  BOOST_TEST(*odd.tell("files") == files, boost::test_tools::per_element());
  const std::vector<std::string> names{"HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "TZ"};
  BOOST_TEST(*odd.tell("environment") == names, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(calls_at_the_same_time_have_a_program_each) {
  Odd odd;
  std::vector<std::thread> threads;
  std::vector<int> done(4);
  for (auto& count : done) {
    threads.emplace_back([&count, &odd] {
      for (int turn = 0; turn < 5; ++turn) {
        CallContext call;
        count += odd.container->read("pid", call.context).ok() ? 1 : 0;
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  BOOST_TEST(done == std::vector<int>(4, 5), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
