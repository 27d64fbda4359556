// Vectors of a model, written for other programs: asks for the model and the file, beside which the keys are written.
//
// Thread contract: GUI thread; files are written in the background.
#pragma once

#include "ui/session/ownjob.h"
#include "ui/session/vectorfiles.h"
#include "ui/similar/comparedmodel.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace biomedica::ui {

class VectorExportDialog : public QDialog {
    Q_OBJECT
public:
    /// The model that is compared stands chosen.
    VectorExportDialog(Session& session, JobController& jobs, const ComparedModel& models, QWidget* parent = nullptr);

    QComboBox* modelBox() const { return m_model; }
    QLineEdit* fileField() const { return m_file; }
    QPushButton* exportButton() const { return m_export; }
    QLabel* messageLabel() const { return m_message; }
    bool isSettled() const { return !m_looking.isBusy(); }

public Q_SLOTS:
    void reject() override;

private:
    void build(const ComparedModel& models);
    void chooseFile();
    void showFiles();
    void start();
    void showProgress(const JobProgress& progress);
    void showWritten(const workspace::VectorExchange& written);
    void updateButtons();
    VectorExport wanted() const;

    Session& m_session;
    JobController& m_jobs;
    QComboBox* m_model;
    QLineEdit* m_file;
    QLabel *m_files, *m_message;
    QProgressBar* m_progress;
    QPushButton *m_export, *m_close;
    OwnJob* m_job;
    Background m_looking;
};

} // namespace biomedica::ui
