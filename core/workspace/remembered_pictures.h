// Pictures that are no figures of the collection, and parts of figures, to search by: they have a name while the
// workspace is open, so that a query is text whatever it asks for.
//
// Thread contract: all functions may be called from any thread at once.
#pragma once

#include "core/base/ids.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace biomedica::workspace {

/// In fractions of the upright picture's sides, 0 to 1.
struct PartOfPicture {
    double x = 0, y = 0, width = 1, height = 1;

    bool operator==(const PartOfPicture&) const = default;
};

struct RememberedPicture {
    std::string name;  ///< "@1"
    std::string title; ///< for people: a file's name, a figure's key
    std::string imageBytes;
    std::optional<PartOfPicture> part;
    std::vector<float> vector; ///< of the built-in model, length 1
};

class RememberedPictures {
public:
    /// Gives it its name. The oldest are forgotten where they take more than 256 MB together.
    std::string add(RememberedPicture picture);
    std::optional<RememberedPicture> find(const std::string& name) const;
    static bool isName(const std::string& text) { return text.starts_with('@'); }

private:
    mutable std::mutex m_mutex; ///< guards what follows
    std::map<int, RememberedPicture> m_pictures;
    int m_next = 1;
    std::size_t m_bytes = 0;
};

} // namespace biomedica::workspace
