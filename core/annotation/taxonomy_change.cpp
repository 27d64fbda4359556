// Taxonomy::with(): one change carried out.

#include "core/annotation/taxonomy.h"
#include "core/base/text.h"

#include <algorithm>

namespace biomedica::annotation {

/// A taxonomy on its way to the next version.
class TaxonomyChange {
public:
    TaxonomyChange(const Taxonomy& before, const TaxonomyEdit& edit) : m_after(before), m_edit(edit) {}

    Result<Taxonomy> carryOut()
    {
        if (m_edit.kind == TaxonomyEdit::Kind::Import)
            return import();
        if (trimmed(m_edit.name).empty() || trimmed(m_edit.name) != m_edit.name)
            return refuse("a class needs a name, without blanks around it");
        TRY_VOID(change());
        m_after.updateLocalClasses();
        ++m_after.m_version;
        return std::move(m_after);
    }

private:
    using Kind = TaxonomyEdit::Kind;

    static Error refuse(const std::string& why) { return Error(ErrorKind::Invalid, why); }

    Result<void> change()
    {
        switch (m_edit.kind) {
        case Kind::Add: return add(m_edit.name, isLocal() ? other() : std::string());
        case Kind::Rename: return rename();
        case Kind::Merge: return merge();
        case Kind::Split: return split();
        case Kind::Deprecate: return deprecate();
        case Kind::Restore: return restore();
        case Kind::Move: return move();
        case Kind::Import: break;
        }
        return {};
    }

    bool isLocal() const { return m_edit.question == Question::Secondary; }
    Taxonomy::Classes& classes() { return m_after.at(m_edit.question); }
    std::string other() const { return m_edit.others.empty() ? std::string() : m_edit.others.front(); }

    std::vector<std::string>::iterator place(const std::string& name)
    {
        return std::find(classes().options.begin(), classes().options.end(), name);
    }
    Result<void> mustBeOption(const std::string& name)
    {
        if (place(name) == classes().options.end())
            return refuse("there is no class '" + name + "' in use");
        return {};
    }
    /// A name that nothing has, and no vote can mean.
    Result<void> mustBeFree(const std::string& name)
    {
        if (trimmed(name).empty() || trimmed(name) != name)
            return refuse("a class needs a name, without blanks around it");
        const std::string folded = foldCase(name);
        const auto isSame = [&](const std::string& one) { return foldCase(one) == folded; };
        if (std::any_of(classes().options.begin(), classes().options.end(), isSame))
            return refuse("there is a class '" + name + "' already; to join two, merge them");
        for (const auto& [old, instead] : classes().deprecated)
            if (isSame(old))
                return refuse("'" + old + "' was given up; restore it instead of making it anew");
        for (const auto& [former, now] : classes().successors)
            if (isSame(former) && now != m_edit.name)
                return refuse("votes for '" + former + "' count for '" + now + "' now; choose another name");
        return {};
    }
    Result<void> mustBeGlobal(const std::string& name)
    {
        const auto& globals = m_after.options(Question::Primary);
        if (std::find(globals.begin(), globals.end(), name) == globals.end())
            return refuse(name.empty() ? "a secondary class needs the primary class that it stands below"
                                       : "there is no primary class '" + name + "' to stand below");
        return {};
    }

    Result<void> add(const std::string& name, const std::string& parent)
    {
        TRY_VOID(mustBeFree(name));
        if (isLocal()) {
            TRY_VOID(mustBeGlobal(parent));
            m_after.m_parents[name] = parent;
        }
        classes().options.push_back(name);
        return {};
    }

    /// From now on votes for `from` count for `to`.
    void succeed(const std::string& from, const std::string& to)
    {
        auto& successors = classes().successors;
        for (auto& [former, now] : successors)
            if (now == from)
                now = to;
        successors[from] = to;
        successors.erase(to);
    }

    void giveChildrenTo(const std::string& globalClass)
    {
        if (m_edit.question != Question::Primary)
            return;
        for (auto& [local, parent] : m_after.m_parents)
            if (parent == m_edit.name)
                parent = globalClass;
    }

    Result<void> rename()
    {
        TRY_VOID(mustBeOption(m_edit.name));
        const bool isSpelling = foldCase(other()) == foldCase(m_edit.name);
        TRY_VOID(isSpelling ? Result<void>() : mustBeFree(other()));
        if (other() == m_edit.name)
            return refuse("'" + other() + "' is its name already");
        *place(m_edit.name) = other();
        if (isLocal()) {
            const auto parent = m_after.m_parents.extract(m_edit.name);
            m_after.m_parents[other()] = parent.mapped();
        }
        giveChildrenTo(other());
        succeed(m_edit.name, other());
        return {};
    }

    Result<void> merge()
    {
        TRY_VOID(mustBeOption(m_edit.name));
        TRY_VOID(mustBeOption(other()));
        if (other() == m_edit.name)
            return refuse("a class cannot be merged into itself");
        classes().options.erase(place(m_edit.name));
        if (isLocal())
            m_after.m_parents.erase(m_edit.name);
        giveChildrenTo(other());
        succeed(m_edit.name, other());
        return {};
    }

    Result<void> split()
    {
        if (m_edit.others.size() < 2)
            return refuse("a class is split into at least two");
        TRY_VOID(mustBeOption(m_edit.name));
        const std::string parent = isLocal() ? m_after.parentOf(m_edit.name) : std::string();
        for (const std::string& part : m_edit.others) {
            if (part == m_edit.name)
                return refuse("'" + part + "' is the class that is split: its votes tell nothing about the parts");
            TRY_VOID(place(part) == classes().options.end() ? add(part, parent) : Result<void>());
        }
        return giveUp();
    }

    Result<void> deprecate()
    {
        TRY_VOID(mustBeOption(m_edit.name));
        for (const std::string& instead : m_edit.others)
            TRY_VOID(mustBeOption(instead));
        return giveUp();
    }

    Result<void> giveUp()
    {
        if (m_edit.question == Question::Primary && !m_after.localClassesOf(m_edit.name).empty())
            return refuse("there are classes below '" + m_edit.name + "': move or give them up first");
        if (!isListQuestion(m_edit.question) && classes().options.size() == 1)
            return refuse("'" + m_edit.name + "' is the only answer left");
        classes().options.erase(place(m_edit.name));
        classes().deprecated[m_edit.name] = m_edit.others;
        return {};
    }

    Result<void> restore()
    {
        if (classes().deprecated.erase(m_edit.name) == 0)
            return refuse("'" + m_edit.name + "' was not given up");
        TRY_VOID(isLocal() ? mustBeGlobal(m_after.parentOf(m_edit.name)) : Result<void>());
        classes().options.push_back(m_edit.name);
        return {};
    }

    Result<void> move()
    {
        if (!isLocal())
            return refuse("only secondary classes stand below another");
        TRY_VOID(mustBeOption(m_edit.name));
        TRY_VOID(mustBeGlobal(other()));
        m_after.m_parents[m_edit.name] = other();
        return {};
    }

    /// Names of before keep their meaning where the imported file does not use them otherwise.
    Result<Taxonomy> import()
    {
        TRY(Taxonomy imported, Taxonomy::parse(m_edit.text));
        for (const Question question : allQuestions)
            for (const auto& [former, now] : m_after.at(question).successors)
                if (imported.knows(question, now) && !imported.knows(question, former))
                    imported.at(question).successors.try_emplace(former, now);
        imported.m_version = std::max(imported.m_version, m_after.m_version + 1);
        return imported;
    }

    Taxonomy m_after;
    const TaxonomyEdit& m_edit;
};

Result<Taxonomy> Taxonomy::with(const TaxonomyEdit& edit) const
{
    return TaxonomyChange(*this, edit).carryOut();
}

} // namespace biomedica::annotation
