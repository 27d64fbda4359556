#include "core/annotation/review.h"

#include "core/json/value.h"

#include <algorithm>
#include <array>

namespace biomedica::annotation {

namespace {

constexpr std::array<std::string_view, 4> verdictNames = {"none", "accepted", "sent back", "reopened"};

/// The object's member of that name; nullptr where it is no text.
const std::string* textOf(const json::Value& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? &found->get_ref<const std::string&>() : nullptr;
}

Error malformed(const char* what, std::string_view text)
{
    return Error(ErrorKind::Corrupt, std::string("not ") + what + ": '" + std::string(text.substr(0, 80)) + "'");
}

} // namespace

std::string_view nameOf(Verdict verdict)
{
    return verdictNames[static_cast<std::size_t>(verdict)];
}

std::string toText(const Review& review)
{
    return json::toLine({{"verdict", nameOf(review.verdict)}, {"comment", review.comment}});
}

Result<Review> reviewFrom(std::string_view text)
{
    const auto value = json::parse(text);
    const std::string* verdict = value && value->is_object() ? textOf(*value, "verdict") : nullptr;
    const std::string* comment = verdict ? textOf(*value, "comment") : nullptr;
    const auto known = verdict ? std::find(verdictNames.begin(), verdictNames.end(), *verdict) : verdictNames.end();
    if (!comment || known == verdictNames.end())
        return malformed("a review", text);
    return Review{static_cast<Verdict>(known - verdictNames.begin()), *comment};
}

std::string toText(const Assignment& assignment)
{
    return json::toLine(
        {{"annotator", assignment.annotator}, {"name", assignment.name}, {"repeat", assignment.isRepeat}});
}

Result<Assignment> assignmentFrom(std::string_view text)
{
    const auto value = json::parse(text);
    const std::string* annotator = value && value->is_object() ? textOf(*value, "annotator") : nullptr;
    const std::string* name = annotator ? textOf(*value, "name") : nullptr;
    const auto repeat = name ? value->find("repeat") : json::Value::const_iterator();
    if (!name || repeat == value->end() || !repeat->is_boolean())
        return malformed("an assignment", text);
    return Assignment{*annotator, *name, repeat->get<bool>()};
}

} // namespace biomedica::annotation
