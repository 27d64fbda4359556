#include "core/json/value.h"

namespace biomedica::json {

namespace {

constexpr auto replaceBadBytes = Value::error_handler_t::replace;

void appendAscii(std::string& text, const Value& value)
{
    const bool isObject = value.is_object();
    if (!isObject && !value.is_array()) {
        text += value.dump(-1, ' ', true, replaceBadBytes);
        return;
    }
    text += isObject ? '{' : '[';
    std::string_view separator;
    for (const auto& [key, element] : value.items()) {
        text += separator;
        separator = ", ";
        if (isObject) {
            text += Value(key).dump(-1, ' ', true, replaceBadBytes);
            text += ": ";
        }
        appendAscii(text, element);
    }
    text += isObject ? '}' : ']';
}

} // namespace

Result<Value> parse(std::string_view text)
{
    try {
        return Value::parse(text);
    } catch (const Value::parse_error& problem) {
        return Error(ErrorKind::Corrupt, "not valid JSON at byte " + std::to_string(problem.byte));
    } catch (const Value::exception& problem) {
        return Error(ErrorKind::Corrupt, std::string("not valid JSON: ") + problem.what());
    }
}

std::string toAsciiText(const Value& value)
{
    std::string text;
    appendAscii(text, value);
    return text;
}

std::string toLine(const Value& value)
{
    return value.dump(-1, ' ', false, replaceBadBytes);
}

std::string toPrettyText(const Value& value)
{
    return value.dump(2, ' ', false, replaceBadBytes) + "\n";
}

} // namespace biomedica::json
