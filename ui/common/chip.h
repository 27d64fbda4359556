// A label as it is drawn everywhere: a small frame in the class's hue, a square that tells where the
// label comes from, and the word.
//
// Thread contract: GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRect>
#include <QString>
#include <QWidget>

class QPainter;

namespace biomedica::ui {

/// Told apart by shape, never by colour alone.
enum class ChipOrigin {
    Hand,     ///< filled square: somebody decided so
    Imported, ///< hollow square: the shard says so
};

struct Chip {
    QString text;
    QColor colour;
    ChipOrigin origin = ChipOrigin::Hand;
    bool operator==(const Chip&) const = default;
};

QSize chipSize(const Chip& chip, const QFont& font);

/// Draws at the left of `bounds`, the word shortened to its width; returns the width used.
int drawChip(QPainter& painter, const QRect& bounds, const Chip& chip, const QFont& font, const QPalette& palette);

/// Chips in a row.
class ChipRow : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);

    /// `placeholder` is shown in muted text where there are no chips.
    void setChips(QList<Chip> chips, const QString& placeholder);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Chip> m_chips;
    QString m_placeholder;
};

} // namespace biomedica::ui
