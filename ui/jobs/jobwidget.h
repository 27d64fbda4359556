// The running job in the status bar: what it does, how far it is, how fast, and buttons to hold and to cancel it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/jobcontroller.h"

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace biomedica::ui {

class ElidedLabel;

class JobWidget : public QWidget {
    Q_OBJECT
public:
    explicit JobWidget(JobController& jobs, QWidget* parent = nullptr);

    QToolButton* pauseButton() const { return m_pause; }
    QToolButton* cancelButton() const { return m_cancel; }
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void begin();
    void showPaused(bool isPaused);
    QString nameText() const;
    void show(const JobProgress& progress);
    QString rateText(const JobProgress& progress) const;
    void updateIcon();

    JobController& m_jobs;
    ElidedLabel *m_name, *m_rate; ///< no job makes the window wider
    QProgressBar* m_bar;
    QToolButton *m_pause, *m_cancel;
};

} // namespace biomedica::ui
