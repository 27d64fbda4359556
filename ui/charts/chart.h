// What our charts have in common: they draw themselves into any painter, so that the same picture is on the screen, in
// a PNG and in an SVG, and they say in words what they show.
//
// Thread contract: GUI thread.
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QWidget>

class QPainter;

namespace biomedica::ui {

class Chart : public QWidget {
    Q_OBJECT
public:
    /// `name`: what it shows, for screen readers and as the title of an SVG.
    explicit Chart(const QString& name, QWidget* parent = nullptr);

    const QString& name() const { return m_name; }
    /// All that is drawn, in words.
    virtual QString spokenText() const = 0;
    virtual bool isEmpty() const = 0;

    /// At twice the size, on the ground of the theme.
    QByteArray toPng() const;
    QByteArray toSvg() const;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    /// `isInteractive`: with the signs of focus and current cell.
    virtual void draw(QPainter& painter, const QSize& size, bool isInteractive) const = 0;
    /// To be called when the data have changed.
    void noteChange();

    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_name;
};

} // namespace biomedica::ui
