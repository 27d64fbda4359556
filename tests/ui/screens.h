// Every screen of the window, one after the other: for tests that look at all widgets.
#pragma once

#include "tests/ui/window_fixture.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>

namespace biomedica::test {

/// Opens each screen and hands over its name and the top-level widgets that are to be seen then.
void visitScreens(WindowFixture& fixture, const std::function<void(const QString&, const QList<QWidget*>&)>& look);

/// All children that a person sees, the widget itself included.
QList<QWidget*> visibleWidgets(const QList<QWidget*>& tops);

/// Labels and buttons whose words do not stand in them whole, with their place.
QStringList cutTexts(const QString& screen, const QList<QWidget*>& tops);

/// "QLabel 'Labels' in FigurePanel in MainWindow": for messages.
QString placeOf(const QWidget* widget);

} // namespace biomedica::test
