// Looks for figures that stand in the collection more than once, and shows the groups: the same picture, and nearly the
// same, in tiers of their own; each figure with its article and licence.
//
// Thread contract: GUI thread; the search is a job, which the status line shows too.
#pragma once

#include "ui/duplicates/duplicatemodel.h"
#include "ui/session/ownjob.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace biomedica::ui {

class FindingsPane;
class MemberModel;

class DuplicatesDialog : public QDialog {
    Q_OBJECT
public:
    DuplicatesDialog(Session& session, JobController& jobs, QWidget* parent = nullptr);

    DuplicateModel* model() const { return m_model; }
    MemberModel* members() const { return m_members; }
    QTreeView* tree() const;
    QCheckBox* nearBox() const { return m_near; }
    QSpinBox* likenessBox() const { return m_likeness; }
    QPushButton* searchButton() const { return m_search; }
    QPushButton* showButton() const { return m_show; }
    QPushButton* selectButton() const { return m_select; }
    QLabel* message() const;
    /// Of the group that is chosen.
    QString titleText() const;
    bool isLooking() const;
    bool isSettled() const;
    /// What an earlier search has found, and how it was asked.
    void showAgain(const DuplicateFindings& findings);

public Q_SLOTS:
    /// Out of sight while it looks, and closed for good where nobody has asked for it by the end.
    void reject() override;

Q_SIGNALS:
    /// The gallery with these figures alone; `areSelected`: for the next label.
    void figuresRequested(const biomedica::ui::Rows& rows, bool areSelected);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* buildChoices();
    QWidget* buildSide();
    void build();
    void search();
    void take(const DuplicateFindings& findings);
    static QString foundText(const DuplicateFindings& findings);
    static QString placesText(std::size_t figures, const GroupArticles& articles);
    void showProgress(const JobProgress& progress);
    void showGroup();
    void showMembers();
    void request(bool areSelected);
    void updateButtons();
    void finish();

    Session& m_session;
    JobController& m_jobs;
    DuplicateModel* m_model;
    MemberModel* m_members;
    QCheckBox* m_near;
    QSpinBox* m_likeness;
    QListView* m_list;
    QLabel *m_title, *m_text;
    QPushButton *m_search, *m_show, *m_select;
    FindingsPane* m_pane;
    OwnJob* m_job;
};

} // namespace biomedica::ui
