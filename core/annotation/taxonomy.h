// The classes that figures are labelled with: which exist, in which order, and which is below which; and what has
// become of classes that were renamed, merged, split or given up.
//
// Votes are never rewritten: they keep the names they were made with, and current() says what those are called now. So
// a change costs one journal entry however many figures carry the class, and undoing it brings everything back.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/annotation/taxonomy_edit.h"
#include "core/base/answers.h"
#include "core/base/result.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

class Taxonomy {
public:
    /// The taxonomy that comes with the program (resources/taxonomy/figure-types.json).
    static const Taxonomy& builtIn();

    /// From the text of such a file, of a released BIOMEDICA taxonomy (global class → list of local ones), or of one
    /// {"class", "parent"} object a line or in a list, as `biomedica taxonomy show --json` prints them. Corrupt, saying
    /// why, for anything else: classes that stand twice, unknown parents, circles.
    static Result<Taxonomy> parse(std::string_view text);
    /// What parse() reads, with nothing lost.
    std::string text() const;

    /// The taxonomy after a change; Invalid, saying why, where the change makes no sense.
    Result<Taxonomy> with(const TaxonomyEdit& edit) const;

    /// Grows with every change.
    int version() const { return m_version; }

    /// The options of a question in the order in which keys are given to them; without those given up.
    const std::vector<std::string>& options(Question question) const { return at(question).options; }

    /// Local classes below a global class, in order; empty for an unknown one.
    const std::vector<std::string>& localClassesOf(const std::string& globalClass) const;
    /// The global class above a local one, given up or not; empty for an unknown one.
    const std::string& parentOf(const std::string& localClass) const;

    /// What `name` is called now: itself unless it was renamed or merged into another.
    const std::string& current(Question question, const std::string& name) const;
    /// The same for a whole answer, sorted and without repeats.
    Answer current(Question question, Answer answer) const;
    bool hasSuccessors() const;

    /// Given up, with what to use instead (perhaps nothing): not offered any more, valid where it stands.
    const std::map<std::string, std::vector<std::string>>& deprecated(Question question) const
    {
        return at(question).deprecated;
    }
    /// Whether votes may carry it: an option, or one that was given up.
    bool knows(Question question, const std::string& name) const;

    /// The option that `text` means, ignoring case, by its name now or before; NotFound with the nearest option, or
    /// what to use instead of one given up.
    Result<std::string> resolve(Question question, std::string_view text) const;

private:
    struct Classes {
        std::vector<std::string> options;
        std::map<std::string, std::string> successors; ///< by a former name; never two steps
        std::map<std::string, std::vector<std::string>> deprecated;
    };
    friend class TaxonomyChange;
    friend class TaxonomyParser;

    const Classes& at(Question question) const { return m_classes[static_cast<std::size_t>(question)]; }
    Classes& at(Question question) { return m_classes[static_cast<std::size_t>(question)]; }
    void updateLocalClasses();

    int m_version = 0;
    std::array<Classes, 4> m_classes; ///< by Question
    std::map<std::string, std::string> m_parents;
    std::map<std::string, std::vector<std::string>> m_localClasses; ///< made from the others
};

} // namespace biomedica::annotation
