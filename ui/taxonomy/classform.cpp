#include "ui/taxonomy/classform.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/taxonomy/impacttext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>

namespace biomedica::ui {

ClassForm::ClassForm(Session& session, DecisionController& decisions, Kind kind, const ClassName& subject,
                     QWidget* parent)
    : ClassForm(session, decisions, kind, subject, std::string(), parent)
{
    build(sentence());
}

ClassForm::ClassForm(Session& session, DecisionController& decisions, const QString& fileName,
                     const std::string& fileText, QWidget* parent)
    : ClassForm(session, decisions, Kind::Import, {}, fileText, parent)
{
    build(tr("The classes of “%1” take the place of those of this collection.").arg(fileName));
}

ClassForm::ClassForm(Session& session, DecisionController& decisions, Kind kind, const ClassName& subject,
                     const std::string& text, QWidget* parent)
    : QDialog(parent), m_session(session), m_decisions(decisions), m_kind(kind), m_subject(subject), m_text(text),
      m_effect(new QLabel), m_carryOut(new QPushButton), m_previewing(session.pool(), this)
{
    connect(&decisions, &DecisionController::decided, this, [this] {
        if (!m_isWaiting)
            return;
        m_isWaiting = false;
        Q_EMIT carriedOut(result());
        accept();
    });
    connect(&decisions, &DecisionController::failed, this, [this](const QString& message) {
        if (m_isWaiting)
            say(message, true);
        m_isWaiting = false;
    });
    connect(&session, &Session::taxonomyChanged, this, &ClassForm::preview);
}

void ClassForm::build(const QString& what)
{
    setWindowTitle(buttonText());
    auto* text = new QLabel(what);
    text->setWordWrap(true);
    m_effect->setWordWrap(true);
    m_effect->setMinimumHeight(3 * fontMetrics().lineSpacing()); // so that the form does not jump with its words
    m_effect->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_carryOut->setText(buttonText());
    m_carryOut->setDefault(true);
    connect(m_carryOut, &QPushButton::clicked, this, &ClassForm::carryOut);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_carryOut);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addWidget(text);
    addFields(layout);
    layout->addWidget(m_effect);
    layout->addLayout(buttons);
    setMinimumWidth(scaled(460));
    preview();
}

void ClassForm::addFields(QVBoxLayout* layout)
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(measure::margin);
    form->setVerticalSpacing(measure::gap);
    layout->addLayout(form);
    if (m_kind == Kind::Add || m_kind == Kind::Rename) {
        m_name = new QLineEdit(m_kind == Kind::Rename ? fromUtf8(m_subject.name) : QString());
        m_name->selectAll();
        m_name->setAccessibleName(tr("Name"));
        form->addRow(m_kind == Kind::Rename ? tr("New name") : tr("Name"), m_name);
        connect(m_name, &QLineEdit::textChanged, this, &ClassForm::preview);
    }
    if (m_kind == Kind::Split) {
        m_parts = new QPlainTextEdit;
        m_parts->setTabChangesFocus(true);
        m_parts->setAccessibleName(tr("Its parts, one a line"));
        m_parts->setFixedHeight(5 * fontMetrics().lineSpacing());
        form->addRow(tr("Its parts,\none a line"), m_parts);
        connect(m_parts, &QPlainTextEdit::textChanged, this, &ClassForm::preview);
    }
    fillOther();
    if (m_other) {
        const QString label = m_kind == Kind::Merge       ? tr("Into")
                              : m_kind == Kind::Deprecate ? tr("Use instead")
                                                          : tr("Below");
        m_other->setAccessibleName(label);
        m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_other->setMinimumContentsLength(28);
        form->addRow(label, m_other);
        connect(m_other, &QComboBox::currentIndexChanged, this, &ClassForm::preview);
    }
}

/// The other class that a change is about: merged into, used instead, stood below.
void ClassForm::fillOther()
{
    const bool isBelow = m_kind == Kind::Move || (m_kind == Kind::Add && isListQuestion(m_subject.question));
    if (!isBelow && m_kind != Kind::Merge && m_kind != Kind::Deprecate)
        return;
    m_other = new QComboBox;
    if (m_kind == Kind::Deprecate)
        m_other->addItem(tr("nothing in particular"));
    if (m_kind == Kind::Add)
        m_other->addItem(tr("nothing: a primary class"));
    const annotation::Taxonomy& taxonomy = m_session.taxonomy();
    for (const std::string& name : taxonomy.options(isBelow ? Question::Primary : m_subject.question))
        if (isBelow || name != m_subject.name)
            m_other->addItem(fromUtf8(name), fromUtf8(name));
    const std::string& above = m_kind == Kind::Move ? taxonomy.parentOf(m_subject.name) : m_subject.name;
    if (const int place = m_other->findData(fromUtf8(above)); isBelow && place >= 0)
        m_other->setCurrentIndex(place);
}

annotation::TaxonomyEdit ClassForm::edit() const
{
    annotation::TaxonomyEdit edit{m_kind, m_subject.question, m_subject.name, {}, m_text};
    const std::string typed = m_name ? toUtf8(m_name->text().trimmed()) : std::string();
    const std::string other = m_other ? toUtf8(m_other->currentData().toString()) : std::string();
    if (m_kind == Kind::Add) {
        edit.name = typed;
        if (isListQuestion(m_subject.question))
            edit.question = other.empty() ? Question::Primary : Question::Secondary;
    } else if (m_name) {
        edit.others.push_back(typed);
    }
    if (!other.empty())
        edit.others.push_back(other);
    if (m_parts)
        for (const QString& line : m_parts->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!line.trimmed().isEmpty())
                edit.others.push_back(toUtf8(line.trimmed()));
    return edit;
}

/// Before that the preview would only tell that something is missing.
bool ClassForm::isComplete() const
{
    const annotation::TaxonomyEdit now = edit();
    switch (m_kind) {
    case Kind::Add: return !now.name.empty();
    case Kind::Rename: return !now.others.front().empty() && now.others.front() != now.name;
    case Kind::Split: return now.others.size() > 1;
    case Kind::Move: return !now.others.empty() && now.others.front() != m_session.taxonomy().parentOf(now.name);
    case Kind::Merge: return !now.others.empty();
    case Kind::Deprecate:
    case Kind::Restore:
    case Kind::Import: return true;
    }
    return true;
}

void ClassForm::preview()
{
    m_carryOut->setEnabled(false);
    if (!m_session.workspace() || m_isWaiting)
        return;
    if (!isComplete()) {
        m_previewing.cancel();
        say(m_kind == Kind::Split ? tr("A class is split into at least two.") : QString(), false);
        return;
    }
    m_previewing.start([workspace = m_session.workspace(),
                        now = edit()](std::stop_token) { return workspace->previewTaxonomyEdit(now); },
                       [this](const Result<workspace::TaxonomyImpact>& impact) {
                           m_carryOut->setEnabled(impact.has_value());
                           if (impact)
                               say(ImpactText::of(edit(), *impact), false);
                           else
                               say(fromUtf8(impact.error().message()), true);
                       });
}

void ClassForm::say(const QString& text, bool isBad)
{
    m_effect->setProperty("isBad", isBad);
    m_effect->style()->unpolish(m_effect);
    m_effect->style()->polish(m_effect);
    m_effect->setText(text);
}

void ClassForm::carryOut()
{
    m_isWaiting = true;
    m_carryOut->setEnabled(false);
    m_decisions.carryOut(Outcome::Kind::Decided,
                         [now = edit()](workspace::Workspace& workspace, const std::string& annotator) {
                             return workspace.editTaxonomy(annotator, now);
                         });
}

ClassName ClassForm::result() const
{
    const annotation::TaxonomyEdit done = edit();
    const bool isElsewhere = m_kind == Kind::Rename || m_kind == Kind::Merge || m_kind == Kind::Split;
    return {done.question, isElsewhere ? done.others.front() : done.name};
}

QString ClassForm::buttonText() const
{
    switch (m_kind) {
    case Kind::Add: return tr("Add class");
    case Kind::Rename: return tr("Rename class");
    case Kind::Merge: return tr("Merge classes");
    case Kind::Split: return tr("Split class");
    case Kind::Deprecate: return tr("Give class up");
    case Kind::Restore: return tr("Bring class back");
    case Kind::Move: return tr("Move class");
    case Kind::Import: return tr("Replace all classes");
    }
    return {};
}

QString ClassForm::sentence() const
{
    const QString name = fromUtf8(m_subject.name);
    switch (m_kind) {
    case Kind::Add:
        return isListQuestion(m_subject.question)          ? tr("A class that figures can be labelled with.")
               : m_subject.question == Question::PanelType ? tr("A further panel type.")
                                                           : tr("A further panel subtype.");
    case Kind::Rename: return tr("“%1” gets another name, on all figures that carry it.").arg(name);
    case Kind::Merge: return tr("“%1” becomes one with another class.").arg(name);
    case Kind::Split: return tr("“%1” gives place to several classes; they are made where they are new.").arg(name);
    case Kind::Deprecate:
        return tr("“%1” is no longer offered. Figures keep it until they are decided anew.").arg(name);
    case Kind::Restore: return tr("“%1” is offered again.").arg(name);
    case Kind::Move: return tr("“%1” stands below another primary class.").arg(name);
    case Kind::Import: break;
    }
    return {};
}

} // namespace biomedica::ui
