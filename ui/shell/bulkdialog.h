// Asks before very many figures are labelled at once: how many, a sample of them, and what they carry already.
//
// Thread contract: GUI thread; pictures are read and labels counted in the background.
#pragma once

#include "ui/session/bulkimpact.h"
#include "ui/shell/labelflow.h"

#include <QDialog>
#include <QList>

class QLabel;

namespace biomedica::ui {

class BulkDialog : public QDialog {
    Q_OBJECT
public:
    /// accepted() = go on.
    BulkDialog(Session& session, const FigureResultModel& figures, const LabelIntent& intent, const LabelTarget& target,
               QWidget* parent);

    QString question() const;
    QString impactText() const;
    int pictureCount() const;
    bool isSettled() const { return !m_counting.isBusy() && !m_reading.isBusy(); }

private:
    void build(const LabelIntent& intent, qulonglong figures);
    void countImpact(const FigureResultModel& figures, const LabelIntent& intent, const Rows& rows);
    void readSample(const Rows& rows);
    static QString textOf(const BulkImpact& impact);
    void showImpact(const BulkImpact& impact);

    Session& m_session;
    QLabel *m_question, *m_impact;
    QList<QLabel*> m_pictures;
    Background m_counting, m_reading;
};

} // namespace biomedica::ui
