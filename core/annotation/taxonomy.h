// The classes that figures are labelled with: which exist, in which order, and which is below which.
//
// Thread contract: immutable after parse(); shared between threads.
#pragma once

#include "core/base/answers.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

class Taxonomy {
public:
    /// The taxonomy that comes with the program (resources/taxonomy/figure-types.json).
    static const Taxonomy& builtIn();

    /// From the text of such a file. Corrupt, saying why, for anything else.
    static Result<Taxonomy> parse(std::string_view jsonText);

    int version() const { return m_version; }

    /// The options of a question in the order in which keys are given to them.
    const std::vector<std::string>& options(Question question) const
    {
        return m_options[static_cast<std::size_t>(question)];
    }

    /// Local classes below a global class, in order; empty for an unknown one.
    const std::vector<std::string>& localClassesOf(const std::string& globalClass) const;
    /// The global class above a local one; empty for an unknown one.
    const std::string& parentOf(const std::string& localClass) const;

    /// The option that `text` means, ignoring case; NotFound with the nearest option otherwise.
    Result<std::string> resolve(Question question, std::string_view text) const;

private:
    int m_version = 0;
    std::vector<std::string> m_options[4];
    std::map<std::string, std::vector<std::string>> m_localClasses;
    std::map<std::string, std::string> m_parents;
};

} // namespace biomedica::annotation
