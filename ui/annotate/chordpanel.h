// Two letters to any class: the global classes with a letter each; a letter goes to the classes below it.
//
// A child of the window that has the focus while it is open, rather than a popup: so every key that is pressed after
// G comes here, however fast.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QGridLayout;
class QLabel;

namespace biomedica::ui {

class ChordPanel : public QFrame {
    Q_OBJECT
public:
    /// Laid over the window of `above`, at whose upper edge it stands.
    ChordPanel(const annotation::Taxonomy& taxonomy, QWidget* above);

    void open();
    void close();

    /// The global class whose local classes are shown; "" at the first level.
    const std::string& globalClass() const { return m_globalClass; }
    /// The letter of the class that `name` is on this level; null without one.
    QChar letterOf(const std::string& name) const;
    bool isFlashing() const { return m_flash.isActive(); }

Q_SIGNALS:
    void chosen(biomedica::Question question, const std::string& value);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showLevel(const std::string& globalClass);
    void fillButtons();
    void place();
    void pick(std::size_t index);
    void choose(Question question, const std::string& value);

    const annotation::Taxonomy& m_taxonomy;
    QWidget* m_above;
    QLabel *m_title, *m_hint;
    QWidget* m_area;
    QGridLayout* m_grid;
    std::string m_globalClass;
    std::vector<std::string> m_names;
    std::vector<QChar> m_letters;
    QPointer<QWidget> m_focusBefore;
    QTimer m_flash; ///< while it runs, the frame says that a letter means nothing
};

} // namespace biomedica::ui
