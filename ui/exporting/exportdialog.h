// Asks what to export and where, shows the export at work, and says what came of it.
//
// Thread contract: GUI thread; counting and exporting happen in the background.
#pragma once

#include "ui/session/ownjob.h"
#include "ui/session/querycontroller.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace biomedica::ui {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `shown`: how many figures the window shows for the query, labels having changed since perhaps.
    ExportDialog(Session& session, JobController& jobs, const query::Query& query,
                 std::optional<std::size_t> shown = std::nullopt, QWidget* parent = nullptr);

    /// Figures that an export with the present choices writes; -1 while they are counted.
    qint64 figureCount() const { return m_count; }

    QLineEdit* folderField() const { return m_folder; }
    QCheckBox* onlyLabelledBox() const { return m_onlyLabelled; }
    QCheckBox* withoutCopiesBox() const { return m_withoutCopies; }
    QPushButton* exportButton() const { return m_export; }
    QString summaryText() const;
    QLabel* messageLabel() const { return m_message; }

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void countChanged();

private:
    void build();
    void count();
    void chooseFolder();
    void start();
    void showProgress(const JobProgress& progress);
    void showExported(const ExportOutcome& outcome);
    void updateButtons();
    query::Query chosenQuery() const;
    QString summary(std::size_t found, std::size_t exported) const;

    Session& m_session;
    JobController& m_jobs;
    query::Query m_query;
    std::optional<std::size_t> m_shown;
    qint64 m_count = -1;
    QComboBox *m_which, *m_labels;
    QLineEdit* m_folder;
    QCheckBox *m_onlyLabelled, *m_withoutCopies, *m_replace;
    QSpinBox* m_perShard;
    QLabel *m_summary, *m_message;
    QProgressBar* m_progress;
    QPushButton *m_export, *m_close;
    OwnJob* m_job;
    Background m_counting;
};

} // namespace biomedica::ui
