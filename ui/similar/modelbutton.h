// Beside the order of the figures: whose vectors a search by likeness compares, where there is a choice.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/querycontroller.h"
#include "ui/similar/comparedmodel.h"

#include <QToolButton>

namespace biomedica::ui {

class ModelButton : public QToolButton {
    Q_OBJECT
public:
    ModelButton(ComparedModel& model, QueryController& queries, QWidget* parent = nullptr);

private:
    void showModel();

    ComparedModel& m_model;
    QueryController& m_queries;
};

} // namespace biomedica::ui
