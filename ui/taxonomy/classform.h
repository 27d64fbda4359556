// One change of the classes: what it needs to know, what it would do in words while that is typed, and what is wrong
// with it where it makes no sense. Nothing is changed before its button.
//
// Thread contract: GUI thread; the preview is worked out in the background.
#pragma once

#include "ui/session/decisioncontroller.h"
#include "ui/taxonomy/classtreemodel.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace biomedica::ui {

class ClassForm : public QDialog {
    Q_OBJECT
public:
    using Kind = annotation::TaxonomyEdit::Kind;

    /// `subject`: the class to change; of Add, the primary class to stand below, or any name of its question for
    /// panel types.
    ClassForm(Session& session, DecisionController& decisions, Kind kind, const ClassName& subject,
              QWidget* parent = nullptr);
    /// Replaces all classes by those of a file.
    ClassForm(Session& session, DecisionController& decisions, const QString& fileName, const std::string& fileText,
              QWidget* parent = nullptr);

    annotation::TaxonomyEdit edit() const;

    QLineEdit* nameField() const { return m_name; }
    QComboBox* otherBox() const { return m_other; }
    QPlainTextEdit* partsField() const { return m_parts; }
    QLabel* effect() const { return m_effect; }
    QPushButton* button() const { return m_carryOut; }
    bool isSettled() const { return !m_previewing.isBusy() && !m_isWaiting; }

Q_SIGNALS:
    /// The change is on the disk: this class is the one to look at now.
    void carriedOut(const biomedica::ui::ClassName& result);

private:
    ClassForm(Session& session, DecisionController& decisions, Kind kind, const ClassName& subject,
              const std::string& text, QWidget* parent);

    void build(const QString& what);
    void addFields(QVBoxLayout* layout);
    void fillOther();
    void preview();
    void say(const QString& text, bool isBad);
    void carryOut();
    bool isComplete() const;
    QString buttonText() const;
    QString sentence() const;
    ClassName result() const;

    Session& m_session;
    DecisionController& m_decisions;
    Kind m_kind;
    ClassName m_subject;
    std::string m_text; ///< of Import
    QLineEdit* m_name = nullptr;
    QComboBox* m_other = nullptr;
    QPlainTextEdit* m_parts = nullptr;
    QLabel* m_effect;
    QPushButton* m_carryOut;
    bool m_isWaiting = false; ///< for the journal
    Background m_previewing;
};

} // namespace biomedica::ui
