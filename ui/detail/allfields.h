// All fields of a figure as its shard has them, under a heading that unfolds: short ones as a table, long
// ones folded with their size and fetched when they are opened.
//
// Thread contract: GUI thread; the shard is read in the background, and only while unfolded.
#pragma once

#include "core/shards/fields.h"
#include "ui/session/figurecontroller.h"

#include <QMap>
#include <QWidget>

class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace biomedica::ui {

class FlowText;

/// A heading with an arrow that shows and hides what stands below it.
QToolButton* makeFold(const QString& text);

/// One long field.
class FoldedField : public QWidget {
    Q_OBJECT
public:
    FoldedField(Session& session, const QString& name, QWidget* parent = nullptr);

    /// Of this figure, and how long it is there.
    void setFigure(RowId row, std::size_t bytes);
    bool isBusy() const { return m_reading.isBusy(); }
    QToolButton* fold() const { return m_fold; }
    /// The text, once fetched.
    QPlainTextEdit* text() const { return m_text; }

Q_SIGNALS:
    void settled();

private:
    void fetch();

    Session& m_session;
    QString m_name;
    RowId m_row;
    QToolButton* m_fold;
    QPlainTextEdit* m_text;
    Background m_reading;
};

class AllFields : public QWidget {
    Q_OBJECT
public:
    explicit AllFields(Session& session, QWidget* parent = nullptr);

    /// nullptr: none.
    void setDetail(std::shared_ptr<const workspace::FigureDetail> detail);
    bool isBusy() const;

    QToolButton* fold() const { return m_fold; }
    /// The short ones.
    QString shortText() const;
    /// By the field's name; nullptr where it is not long.
    FoldedField* longField(const QString& name) const;

Q_SIGNALS:
    void settled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void showFields(const std::vector<shards::StoredField>& fields);
    void showShort();
    bool isHidden(const std::string& field) const;

    Session& m_session;
    std::shared_ptr<const workspace::FigureDetail> m_detail;
    std::vector<shards::StoredField> m_fields;
    QToolButton* m_fold;
    QWidget* m_body;
    FlowText* m_short;
    QVBoxLayout* m_layout;
    QMap<QString, FoldedField*> m_long;
    Background m_reading;
};

} // namespace biomedica::ui
