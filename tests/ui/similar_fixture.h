// A window on a collection of drawn pictures, with or without their vectors.
#pragma once

#include "tests/ui/drawn_shard.h"
#include "tests/ui/window_fixture.h"

namespace biomedica::test {

/// How a picture comes into the window.
enum class Way { Dropped, Pasted, Opened };
inline constexpr std::pair<const char*, Way> ways[] = {
    {"dropped", Way::Dropped}, {"pasted", Way::Pasted}, {"opened", Way::Opened}};

class SimilarFixture : public WindowFixture {
public:
    static constexpr int figures = 24, copies = 2;

    SimilarFixture();

    /// As the menu does it; false after some seconds without.
    bool makeVectors();
    /// Everything asked for is there.
    bool settle();
    /// Puts what this query finds into the window.
    bool ask(const char* text);
    /// Files to search by; false where the window does not take them, or after some seconds without an answer.
    bool bring(const QStringList& files, Way way);
    RowId rowAt(int position) { return window().workbench()->figures()->rowIdAt(position); }
    std::string queryText() { return query::toText(window().queries().query()); }
    /// What the chips say, in order.
    QStringList chips();
};

} // namespace biomedica::test
