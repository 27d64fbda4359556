// The bar over a page that was opened above the gallery: a button back, and what the page shows.
//
// Thread contract: GUI thread.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace biomedica::ui {

class PageHead : public QWidget {
    Q_OBJECT
public:
    explicit PageHead(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    QToolButton* backButton() const { return m_back; }
    /// At the right end.
    void addWidget(QWidget* widget);

Q_SIGNALS:
    void backRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateIcon();

    QHBoxLayout* m_layout;
    QToolButton* m_back;
    QLabel* m_title;
};

} // namespace biomedica::ui
