#include "core/workspace/similarity.h"

#include "core/workspace/workspace.h"

namespace biomedica::workspace {

Result<std::vector<query::Neighbour>> Similarity::nearest(const query::Examples&, const Bitmap&, std::size_t,
                                                          const Job&)
{
    return Error(ErrorKind::NotFound,
                 "the collection '" + m_workspace.name() + "' has no vectors yet, so 'like:' cannot find anything");
}

} // namespace biomedica::workspace
