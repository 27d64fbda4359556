// Vectors that were made elsewhere, taken in: asks for the file or the shards' members, the list of keys and the
// model's name, says what is in them before anything is done, shows the import at work and what came of it.
//
// Thread contract: GUI thread; files are looked at and taken in in the background.
#pragma once

#include "ui/session/ownjob.h"
#include "ui/session/vectorfiles.h"

#include <QDialog>
#include <QTimer>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace biomedica::ui {

class VectorImportDialog : public QDialog {
    Q_OBJECT
public:
    VectorImportDialog(Session& session, JobController& jobs, QWidget* parent = nullptr);

    QComboBox* sourceBox() const { return m_source; }
    QLineEdit* fileField() const { return m_file; }
    QLineEdit* keysField() const { return m_keys; }
    QLineEdit* memberField() const { return m_member; }
    QLineEdit* modelField() const { return m_model; }
    QCheckBox* compareBox() const { return m_compare; }
    QPushButton* importButton() const { return m_import; }
    /// What is in the file.
    QLabel* previewLabel() const { return m_preview; }
    /// What is wrong with it, or what came of the import.
    QLabel* warningLabel() const { return m_warning; }
    QLabel* messageLabel() const { return m_message; }
    bool isSettled() const { return !m_typing.isActive() && !m_looking.isBusy() && !m_checking.isBusy(); }

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    /// Its vectors are here, and figures shall be compared by them.
    void comparisonWanted(const std::string& model);

private:
    struct Look {
        std::filesystem::path keys;
        Result<workspace::VectorPreview> preview;
    };
    void build();
    QLayout* makeFileLine(QLineEdit* field, const QString& title, const QString& filter);
    void showSource();
    void noteChange();
    void look();
    static Look lookAt(workspace::Workspace& workspace, VectorImport wanted, const Job& job);
    void takeLook(const Look& look);
    void checkName();
    void start();
    void showProgress(const JobProgress& progress);
    void showTaken(const TakenVectors& taken);
    void updateButtons();
    bool isFromShards() const;
    VectorImport wanted() const;
    QString fileText(const workspace::VectorPreview& preview) const;
    QString membersText(const workspace::VectorPreview& preview) const;
    QString takenText(const TakenVectors& taken) const;

    Session& m_session;
    JobController& m_jobs;
    QFormLayout* m_form;
    QComboBox* m_source;
    QLineEdit *m_file, *m_keys, *m_member, *m_model;
    QLayout *m_fileLine, *m_keysLine;
    QCheckBox* m_compare;
    QLabel *m_preview, *m_warning, *m_message;
    QProgressBar* m_progress;
    QPushButton *m_import, *m_close;
    QTimer m_typing; ///< several letters are one change
    std::optional<workspace::VectorPreview> m_found;
    bool m_areKeysOwn = false, m_isModelOwn = false; ///< the person's, not guessed from the file
    bool m_isNameGood = false;
    OwnJob* m_job;
    Background m_looking, m_checking;
};

} // namespace biomedica::ui
