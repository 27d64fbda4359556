// One page about the query language: examples that can be tried at once, with what they find.
//
// Thread contract: GUI thread.
#pragma once

#include <QDialog>

namespace biomedica::ui {

class QueryHelp : public QDialog {
    Q_OBJECT
public:
    explicit QueryHelp(QWidget* parent);

    /// Text of the query language.
    static QStringList examples();

Q_SIGNALS:
    void exampleChosen(const QString& query);
};

} // namespace biomedica::ui
