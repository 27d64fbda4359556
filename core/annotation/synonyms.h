// Other words for classes: what people type who do not know the taxonomy's names.
//
// Thread contract: immutable after parse(); shared between threads.
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

class Synonyms {
public:
    /// Those that come with the program (resources/taxonomy/synonyms.json).
    static const Synonyms& builtIn();

    /// From the text of such a file. Corrupt, saying why, for anything else.
    static Result<Synonyms> parse(std::string_view text);

    /// By the class's or option's name; empty where nothing else is known for it.
    const std::vector<std::string>& of(const std::string& name) const;
    const std::map<std::string, std::vector<std::string>>& all() const { return m_words; }

private:
    std::map<std::string, std::vector<std::string>> m_words;
};

} // namespace biomedica::annotation
