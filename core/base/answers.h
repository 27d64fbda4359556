// The four questions of the annotation protocol and answers to them: plain structs that travel.
//
// Source: the released annotation files ask panel type, panel subtype, global classes ("primary") and
// local classes ("secondary") for each cluster of figures (arXiv 2501.07171, section on annotation).
//
// Thread contract: values.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica {

enum class Question { PanelType, PanelSubtype, Primary, Secondary };

inline constexpr std::array allQuestions = {Question::PanelType, Question::PanelSubtype, Question::Primary,
                                            Question::Secondary};

/// The name scripts use: panel_type, panel_subtype, primary, secondary.
constexpr std::string_view nameOf(Question question)
{
    switch (question) {
    case Question::PanelType: return "panel_type";
    case Question::PanelSubtype: return "panel_subtype";
    case Question::Primary: return "primary";
    case Question::Secondary: return "secondary";
    }
    return {};
}

/// The metadata field of a shard's JSON that holds the answer.
constexpr std::string_view metadataFieldOf(Question question)
{
    switch (question) {
    case Question::PanelType: return "image_panel_type";
    case Question::PanelSubtype: return "image_panel_subtype";
    case Question::Primary: return "image_primary_label";
    case Question::Secondary: return "image_secondary_label";
    }
    return {};
}

/// Whether the answer is a set of classes rather than one of several options.
constexpr bool isListQuestion(Question question)
{
    return question == Question::Primary || question == Question::Secondary;
}

/// An answer as a sorted set without repeats: one element for the single-choice questions, none to
/// many for the list questions. An empty answer to a list question is a real answer: "no class".
using Answer = std::vector<std::string>;

/// Answers to some of the questions; nullopt = not answered.
struct Answers {
    std::array<std::optional<Answer>, 4> byQuestion;

    std::optional<Answer>& operator[](Question question) { return byQuestion[static_cast<std::size_t>(question)]; }
    const std::optional<Answer>& operator[](Question question) const
    {
        return byQuestion[static_cast<std::size_t>(question)];
    }
    bool isEmpty() const
    {
        for (const auto& answer : byQuestion)
            if (answer)
                return false;
        return true;
    }
    bool operator==(const Answers&) const = default;
};

} // namespace biomedica
