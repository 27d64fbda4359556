// Type a few letters, press Enter: any answer to any question, without knowing its key or its exact name.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "ui/annotate/classmatching.h"
#include "ui/annotate/recentclasses.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStandardItemModel;

namespace biomedica::ui {

class ClassFinder : public QFrame {
    Q_OBJECT
public:
    ClassFinder(const annotation::Taxonomy& taxonomy, QWidget* parent);

    /// Above a point of the screen: the recent ones on top, then the answers to `first`, then all others.
    void openAt(const QPoint& bottomLeft, Question first, const RecentClasses& recent, const Answer& given);

    QLineEdit* field() const { return m_field; }
    /// As they stand in the list.
    QStringList shownNames() const;
    /// What stands in the list's place where nothing fits; "" otherwise.
    QString emptyText() const;

Q_SIGNALS:
    void chosen(biomedica::Question question, const std::string& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(Question first);
    void narrow(const QString& text);
    void add(const FindableClass& one, const QString& synonym, bool isRecent);
    void choose(const QModelIndex& index);

    const annotation::Taxonomy& m_taxonomy;
    std::vector<FindableClass> m_classes; ///< the current question's first
    std::vector<ClassChoice>
        m_recentChoices; ///< of the question that is asked, where it has classes; not given already
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_empty;
    QStandardItemModel* m_model;
};

} // namespace biomedica::ui
