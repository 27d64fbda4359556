// Figures by likeness: what is found by their vectors.
//
// Thread contract: all functions may be called from any thread at once.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/query/engine.h"

#include <vector>

namespace biomedica::workspace {

class Workspace;

class Similarity {
public:
    /// The workspace outlives it.
    explicit Similarity(Workspace& workspace) : m_workspace(workspace) {}

    /// Query::like, for the engine (core/query/engine.h). NotFound where there are no vectors yet.
    Result<std::vector<query::Neighbour>> nearest(const query::Examples& examples, const Bitmap& among,
                                                  std::size_t most, const Job& job);

private:
    Workspace& m_workspace;
};

} // namespace biomedica::workspace
