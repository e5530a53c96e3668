#include "json/message.hpp"

namespace nianbao::json {

boost::json::object message_to_json(const Message& message) { return {{"zh", message.zh}, {"en", message.en}}; }

Message message_from_json(const Field& field) {
  return {std::string(field["zh"].text()), std::string(field["en"].text())};
}

}  // namespace nianbao::json
