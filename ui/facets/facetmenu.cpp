#include "ui/facets/facetmenu.h"

#include "ui/common/markedtext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace biomedica::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FacetMenu)
};

/// Keys are shown at the right as menus do; they stand for a click with them.
void add(QMenu* menu, const QString& text, const QString& click, std::function<void()> make)
{
    QObject::connect(menu->addAction(text + QLatin1Char('\t') + click), &QAction::triggered, menu, std::move(make));
}

} // namespace

QMenu* makeFacetMenu(const FilterTarget& target, FilterState state, QWidget* parent,
                     std::function<void(FilterGesture)> make, std::function<void()> select)
{
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto gesture = [&](const QString& text, const QString& click, FilterGesture what) {
        add(menu, text, click, [make, what] { make(what); });
    };
    const bool isIn = state == FilterState::Included;
    gesture(Words::tr("&Only this"), Words::tr("Click"), FilterGesture::Only);
    gesture(isIn ? Words::tr("&Without this again") : Words::tr("This &too"), Words::tr("Ctrl+click"),
            FilterGesture::Add);
    if (takesSeveral(target))
        gesture(Words::tr("This &besides the others"), Words::tr("Shift+click"), FilterGesture::Also);
    gesture(state == FilterState::Excluded ? Words::tr("No longer &exclude this") : Words::tr("&Not this"),
            Words::tr("Alt+click"), FilterGesture::Exclude);
    menu->addSeparator();
    add(menu, Words::tr("&Select these figures"), {}, std::move(select));
    menu->addSeparator();
    const QString filter = fromUtf8(query::toText(withGesture({}, target, FilterGesture::Only)));
    const QString value = target.value.empty() ? filter : fromUtf8(target.value);
    add(menu, Words::tr("&Copy value"), {}, [value] { QGuiApplication::clipboard()->setText(value); });
    add(menu, Words::tr("Copy as &filter"), {}, [filter] { QGuiApplication::clipboard()->setText(filter); });
    return menu;
}

} // namespace biomedica::ui
