// How much memory and disk thumbnails may take, what they take now, and a button that gives it back. A change holds at
// once.
//
// Thread contract: GUI thread; the disk is looked at in the background.
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace biomedica::ui {

class CacheSettings : public QDialog {
    Q_OBJECT
public:
    explicit CacheSettings(Session& session, QWidget* parent = nullptr);

    QSpinBox* memory() const { return m_memory; }
    QSpinBox* disk() const { return m_disk; }
    QPushButton* emptyButton() const { return m_empty; }
    QString usageText() const;

Q_SIGNALS:
    void measured();

private:
    void build();
    void apply();
    void measure();
    void empty();
    void say(const QString& text);

    Session& m_session;
    QSpinBox *m_memory, *m_disk;
    QLabel* m_usage;
    QPushButton* m_empty;
    Background m_measuring;
};

} // namespace biomedica::ui
