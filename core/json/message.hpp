// Messages as JSON.
#pragma once

#include <boost/json/object.hpp>

#include <nianbao/sdk/message.hpp>

#include "json/fields.hpp"

namespace nianbao::json {

[[nodiscard]] boost::json::object message_to_json(const Message& message);
[[nodiscard]] Message message_from_json(const Field& field);

}  // namespace nianbao::json
