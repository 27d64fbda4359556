// Type a few letters, press Enter: any answer to any question, without knowing its key.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace biomedica::ui {

class ClassFinder : public QFrame {
    Q_OBJECT
public:
    ClassFinder(const annotation::Taxonomy& taxonomy, QWidget* parent);

    /// Above a point of the screen, with the answers to `first` at the top.
    void openAt(const QPoint& bottomLeft, Question first);

    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void chosen(biomedica::Question question, const std::string& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(Question first);
    void narrow(const QString& text);
    void choose();

    const annotation::Taxonomy& m_taxonomy;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_matching;
};

} // namespace biomedica::ui
