#include "ui/shell/collectionstate.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"
#include "ui/gallery/galleryview.h"
#include "ui/session/exampleedit.h"

#include <QScrollBar>

namespace biomedica::ui {

namespace {

const QString lastKey = QStringLiteral("window/collection");
const QString queryKey = QStringLiteral("query");
const QString pageKey = QStringLiteral("page");
const QString figureKey = QStringLiteral("figure");
const QString scrollKey = QStringLiteral("scroll");
const QString panelsKey = QStringLiteral("panels");
const QString figuresKey = QStringLiteral("figures");

} // namespace

CollectionState::CollectionState(Session& session, QueryController& queries, Workbench& workbench, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries), m_workbench(workbench)
{
    connect(&session, &Session::aboutToClose, this, [this] {
        save();
        m_folder.clear();
    });
    connect(&session, &Session::collectionOpened, this, &CollectionState::restore);
    connect(&session, &Session::collectionClosed, this, [this] { m_session.settings().remove(lastKey); });
    connect(&queries, &QueryController::resultChanged, this, [this] {
        if (m_isPlaceDue && m_queries.result() && !m_queries.isBusy())
            restorePlace();
    });
}

QString CollectionState::lastCollection() const
{
    return m_session.settings().value(lastKey).toString();
}

void CollectionState::save()
{
    const SharedResult result = m_queries.result();
    if (m_folder.isEmpty() || m_isPlaceDue || (!result && !m_queries.hasFailed()))
        return;
    const auto keep = [this](const QString& name, const QVariant& value) {
        m_session.setCollectionValue(m_folder, name, value);
    };
    keep(queryKey, fromUtf8(query::toText(withoutPictures(m_queries.query()))));
    keep(pageKey, static_cast<int>(m_workbench.centre()->overview()));
    keep(panelsKey, m_workbench.panels());
    keep(scrollKey, m_workbench.gallery()->verticalScrollBar()->value());
    if (!result)
        return;
    const catalog::Columns& columns = *result->snapshot->columns;
    keep(figuresKey, static_cast<qulonglong>(columns.figureCount()));
    const auto figure = m_workbench.selection()->cursorFigure();
    // The figure's identity: rows are others once the collection has been indexed anew.
    keep(figureKey, figure && figure->value < columns.rows()
                        ? QVariant(static_cast<qulonglong>(columns.ids[figure->value].value))
                        : QVariant());
}

void CollectionState::restore()
{
    m_folder = toQString(m_session.workspace()->folder());
    m_session.settings().setValue(lastKey, m_folder);
    m_isPlaceDue = true;
    if (const QByteArray panels = value(panelsKey).toByteArray(); !panels.isEmpty())
        m_workbench.setPanels(panels);
    if (value(pageKey).toInt() == static_cast<int>(Centre::Page::Table))
        m_workbench.centre()->showPage(Centre::Page::Table);
    else
        m_workbench.centre()->showPage(Centre::Page::Gallery);
    if (const auto asked = query::parse(toUtf8(value(queryKey).toString())))
        m_queries.setQuery(*asked);
}

void CollectionState::restorePlace()
{
    m_isPlaceDue = false;
    const QVariant figure = value(figureKey);
    if (!figure.isValid())
        return;
    const auto row = m_queries.result()->snapshot->columns->rowOf(FigureId(figure.toULongLong()));
    if (!row)
        return;
    if (const auto position = m_workbench.figures()->positionOf(*row)) {
        m_workbench.selection()->setCursor(*position);
        m_workbench.gallery()->verticalScrollBar()->setValue(value(scrollKey).toInt());
        m_workbench.gallery()->scrollTo(m_workbench.figures()->index(*position)); // where the window has another size
    }
}

} // namespace biomedica::ui
