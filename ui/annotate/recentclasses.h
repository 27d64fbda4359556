// The answers given last, the latest first.
//
// Thread contract: a value.
#pragma once

#include "core/base/answers.h"

#include <algorithm>
#include <string>
#include <vector>

namespace biomedica::ui {

struct ClassChoice {
    Question question = Question::PanelType;
    std::string value;
    bool operator==(const ClassChoice&) const = default;
};

class RecentClasses {
public:
    static constexpr std::size_t most = 5;

    /// Only classes: what has two or five options is on a key anyway.
    void note(const ClassChoice& choice)
    {
        if (!isListQuestion(choice.question))
            return;
        std::erase(m_choices, choice);
        m_choices.insert(m_choices.begin(), choice);
        m_choices.resize(std::min(m_choices.size(), most));
    }
    const std::vector<ClassChoice>& choices() const { return m_choices; }
    void clear() { m_choices.clear(); }

private:
    std::vector<ClassChoice> m_choices;
};

} // namespace biomedica::ui
