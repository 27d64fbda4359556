// A collection of twelve figures with stripes, and vectors for it: what the tests of similarity work on.
#pragma once

#include "core/workspace/similarity.h"
#include "core/workspace/workspace.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

namespace biomedica::test {

inline constexpr int figureCount = 12;
inline const workspace::ProblemSink nobody = [](const catalog::Problem&) {};

/// A picture of stripes of a width and an angle of their own, so that neighbours look alike: PNG.
std::string striped(int number);
/// The key of a figure of the collection.
std::string keyOf(int number);

void write(const std::filesystem::path& path, const std::string& text);
/// Rows of numbers as a .npy file.
void writeNpy(const std::filesystem::path& path, const std::vector<std::vector<float>>& rows);

/// The keys of what the query finds, in order.
std::vector<std::string> keysOf(workspace::Workspace& workspace, const std::string& query);

class StripedCollection {
public:
    StripedCollection();

    /// Of the test: the collection is c, its shard a/000000.tar.
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::unique_ptr<workspace::Workspace> open() const;
    /// Twelve vectors on a half circle, in the order of the figures: v.npy and k.txt, taken in.
    void importCircle(workspace::Workspace& workspace, const std::string& model = "circle") const;

private:
    QTemporaryDir m_folder;
};

} // namespace biomedica::test
