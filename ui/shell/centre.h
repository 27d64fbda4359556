// The middle of the window. At the bottom one of the views of all figures, gallery or table; above it, opened
// and left again one level at a time, a figure as a whole, a comparison, review or agreement.
//
// Thread contract: GUI thread.
#pragma once

#include <QStackedWidget>
#include <array>

namespace biomedica::ui {

class Centre : public QStackedWidget {
    Q_OBJECT
public:
    enum class Page { Gallery, Table, Figure, Compare, Review, Statistics };

    explicit Centre(QWidget* parent = nullptr) : QStackedWidget(parent) {}

    void setPage(Page page, QWidget* widget);
    Page page() const { return m_page; }
    /// The view of all figures that is shown, or to which goBack() leads.
    Page overview() const { return m_overview; }
    /// Of the page that is shown: no other makes the panels beside it narrow.
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Its widget gets the focus.
    void showPage(Page page);
    /// From a figure or a comparison to the overview; false where that is shown already.
    bool goBack();

Q_SIGNALS:
    void pageChanged(biomedica::ui::Centre::Page page);

private:
    static bool isOverview(Page page) { return page == Page::Gallery || page == Page::Table; }

    std::array<QWidget*, 6> m_widgets{};
    Page m_page = Page::Gallery, m_overview = Page::Gallery;
};

} // namespace biomedica::ui
