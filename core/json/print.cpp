#include "json/print.hpp"

#include <boost/json/serialize.hpp>

namespace nianbao::json {
namespace {

namespace bj = boost::json;

void print_compact(const bj::value& value, std::string& out) { out += bj::serialize(value); }

void print_open(const bj::value& value, int open, std::size_t indent, std::string& out);

template <typename Container, typename PrintElement>
void print_elements(const Container& container, char begin, char end, std::size_t indent, std::string& out,
                    PrintElement print_element) {
  out += begin;
  bool first = true;
  for (const auto& element : container) {
    out += first ? "\n" : ",\n";
    out.append(indent + 2, ' ');
    print_element(element);
    first = false;
  }
  out += '\n';
  out.append(indent, ' ');
  out += end;
}

void print_open(const bj::value& value, int open, std::size_t indent, std::string& out) {
  if (open > 0 && value.is_object() && !value.get_object().empty()) {
    print_elements(value.get_object(), '{', '}', indent, out, [&](const bj::key_value_pair& pair) {
      print_compact(bj::value(pair.key()), out);
      out += ": ";
      print_open(pair.value(), open - 1, indent + 2, out);
    });
  } else if (open > 0 && value.is_array() && !value.get_array().empty()) {
    print_elements(value.get_array(), '[', ']', indent, out,
                   [&](const bj::value& element) { print_open(element, open - 1, indent + 2, out); });
  } else {
    print_compact(value, out);
  }
}

}  // namespace

std::string print(const bj::value& value, int open) {
  std::string out;
  print_open(value, open, 0, out);
  out += '\n';
  return out;
}

}  // namespace nianbao::json
