// Votes of other people on the open collection, for tests of the window.
#pragma once

#include "core/workspace/workspace.h"

#include <QtGlobal>

namespace biomedica::test {

inline void vote(workspace::Workspace& workspace, const std::string& annotator, RowId row, Question question,
                 const Answer& answer, const std::string& note = {})
{
    workspace::LabelRequest request{annotator, {row}, {}, journal::Source::Hand};
    request.decision[question] = journal::Vote{false, answer};
    if (!note.empty())
        request.decision.note = note;
    if (const auto written = workspace.decide(std::move(request)); !written)
        qFatal("%s", written.error().message().c_str());
}

} // namespace biomedica::test
