#include "core/json/libraries.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace biomedica::json {

Libraries libraries()
{
    const auto number = [](int part) { return std::to_string(part); };
    return {{"nlohmann/json",
             number(NLOHMANN_JSON_VERSION_MAJOR) + "." + number(NLOHMANN_JSON_VERSION_MINOR) + "."
                 + number(NLOHMANN_JSON_VERSION_PATCH),
             "MIT"},
            {"simdjson",
             number(simdjson::SIMDJSON_VERSION_MAJOR) + "." + number(simdjson::SIMDJSON_VERSION_MINOR) + "."
                 + number(simdjson::SIMDJSON_VERSION_REVISION),
             "Apache-2.0"}};
}

} // namespace biomedica::json
