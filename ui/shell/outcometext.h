// What the status line says of a decision: above all what it replaced or took away, so that nobody loses an
// answer without noticing.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "ui/session/decisioncontroller.h"

#include <QCoreApplication>

namespace biomedica::ui {

class Actions;

class OutcomeText {
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)
public:
    /// "" where nothing needs to be said: one figure got an answer that it did not have.
    static QString note(const Outcome& outcome, const Actions& actions);

private:
    static QString ofDecision(const Outcome& outcome);
};

} // namespace biomedica::ui
