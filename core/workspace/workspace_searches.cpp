// Workspace: named searches.

#include "core/base/text.h"
#include "core/workspace/workspace.h"

#include <algorithm>

namespace biomedica::workspace {

namespace {

auto searchNamed(std::vector<SavedSearch>& searches, const std::string& name)
{
    return std::find_if(searches.begin(), searches.end(),
                        [&](const SavedSearch& search) { return search.name == name; });
}

Error noSuchSearch(const std::string& name)
{
    return Error(ErrorKind::NotFound, "there is no saved search '" + name + "'");
}

} // namespace

template <typename Change>
Result<std::vector<SavedSearch>> Workspace::changeSearches(Change change)
{
    const std::lock_guard lock(m_searchesMutex);
    TRY(std::vector<SavedSearch> searches, readSavedSearches(m_folder));
    TRY_VOID(change(searches));
    TRY_VOID(writeSavedSearches(m_folder, searches));
    return searches;
}

Result<std::vector<SavedSearch>> Workspace::savedSearches()
{
    const std::lock_guard lock(m_searchesMutex);
    return readSavedSearches(m_folder);
}

Result<std::vector<SavedSearch>> Workspace::saveSearch(const SavedSearch& search)
{
    if (trimmed(search.name).empty())
        return Error(ErrorKind::Invalid, "a saved search needs a name");
    return changeSearches([&](std::vector<SavedSearch>& searches) -> Result<void> {
        if (const auto same = searchNamed(searches, search.name); same != searches.end())
            *same = search;
        else
            searches.push_back(search);
        return {};
    });
}

Result<std::vector<SavedSearch>> Workspace::renameSearch(const std::string& name, const std::string& newName)
{
    if (trimmed(newName).empty())
        return Error(ErrorKind::Invalid, "a saved search needs a name");
    return changeSearches([&](std::vector<SavedSearch>& searches) -> Result<void> {
        const auto search = searchNamed(searches, name);
        if (search == searches.end())
            return noSuchSearch(name);
        if (newName != name && searchNamed(searches, newName) != searches.end())
            return Error(ErrorKind::Invalid, "there is a saved search '" + newName + "' already");
        search->name = newName;
        return {};
    });
}

Result<std::vector<SavedSearch>> Workspace::removeSearch(const std::string& name)
{
    return changeSearches([&](std::vector<SavedSearch>& searches) -> Result<void> {
        const auto search = searchNamed(searches, name);
        if (search == searches.end())
            return noSuchSearch(name);
        searches.erase(search);
        return {};
    });
}

} // namespace biomedica::workspace
