// What the status line says where a decision contradicts what its maker has said before, with the key that mends it.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "ui/session/decisioncontroller.h"

#include <QCoreApplication>

namespace biomedica::ui {

class Actions;

class ContradictionText {
    Q_DECLARE_TR_FUNCTIONS(ContradictionText)
public:
    /// "" where there is no contradiction.
    static QString of(const Outcome& outcome, const Actions& actions);

private:
    static QString problem(const annotation::Violation& violation);
    static QString wayOut(const annotation::Fix& fix);
};

} // namespace biomedica::ui
