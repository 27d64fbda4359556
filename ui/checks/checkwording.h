// Rules between the questions, and ways out of what breaks them, in the user's words.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/annotation/rules.h"

#include <QCoreApplication>
#include <QString>

namespace biomedica::ui {

class CheckWording {
    Q_DECLARE_TR_FUNCTIONS(CheckWording)
public:
    static QString ruleTitle(annotation::Rule rule);
    /// Why it is a contradiction, and what can be done.
    static QString ruleText(annotation::Rule rule);
    /// "“map”, “table”"
    static QString values(const annotation::Violation& violation);
    /// What a fix does to one contradiction: "Add “Maps”".
    static QString fixText(const annotation::Violation& violation, const annotation::Fix& fix,
                           const annotation::Taxonomy& taxonomy);
    /// What fixes of a kind do to contradictions that differ: "Add the missing primary classes".
    static QString fixKindText(annotation::FixKind kind);
};

} // namespace biomedica::ui
