#include "ui/shell/aboutbox.h"

#include "core/workspace/libraries.h"
#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace biomedica::ui {

namespace {

QString libraryTable()
{
    const QString row = QStringLiteral("<tr><td style=\"padding:1px 16px 1px 0\">%1</td>"
                                       "<td style=\"padding:1px 16px 1px 0\">%2</td><td>%3</td></tr>");
    QString rows = row.arg(QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0"));
    for (const Library& library : workspace::libraries())
        rows += row.arg(fromUtf8(library.name), fromUtf8(library.version), fromUtf8(library.licence));
    rows += row.arg(QStringLiteral("Cairo"), QString(), QStringLiteral("LGPL-2.1 OR MPL-1.1")); // draws the demo
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
}

QLabel* makeText(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    return label;
}

} // namespace

AboutBox::AboutBox(QWidget* window) : QDialog(window)
{
    setWindowTitle(tr("About Biomedica Curator"));
    auto* mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto* title = new QLabel(tr("Biomedica Curator %1").arg(QStringLiteral(BIOMEDICA_VERSION)));
    setTextFont(title, 18, true);
    auto* head = new QHBoxLayout;
    head->setSpacing(measure::margin);
    head->addWidget(mark);
    head->addWidget(title, 1);

    auto* libraries = makeText(libraryTable());
    libraries->setProperty("isMuted", true);
    auto* scroll = new QScrollArea;
    scroll->setWidget(libraries);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Libraries with version and licence"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::gap);
    layout->addLayout(head);
    layout->addWidget(makeText(tr("Browse, search, label and export millions of scientific figures.")));
    layout->addWidget(makeText(tr("Free software under the <a href=\"https://www.gnu.org/licenses/gpl-3.0.html\">GNU "
                                  "General Public License</a>, version 3 or later, without any warranty. The figures "
                                  "keep the licences of their articles.")));
    layout->addWidget(makeHeading(tr("Built on")));
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(QSize(460, 480) * textScale());
}

} // namespace biomedica::ui
