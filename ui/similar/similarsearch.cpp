#include "ui/similar/similarsearch.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"
#include "ui/session/querywording.h"

namespace biomedica::ui {

SimilarSearch::SimilarSearch(Session& session, QueryController& queries, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries),
      m_naming(session.pool(), this, Background::Policy::InOrder),
      m_remembering(session.shardPool(), this, Background::Policy::InOrder)
{
    connect(&m_reading, &ReadingNote::noted, this, &SimilarSearch::noted);
    QueryWording::setPictureTitles([this](const std::string& name) { return m_titles.value(fromUtf8(name)); });
    connect(&session, &Session::aboutToClose, this, [this] {
        m_naming.cancel();
        m_remembering.cancel();
        m_reading.clear();
        m_titles.clear();
    });
}

SimilarSearch::~SimilarSearch()
{
    QueryWording::setPictureTitles({});
}

SimilarSearch::Names SimilarSearch::namesOf(workspace::Workspace& workspace, const Rows& rows)
{
    std::vector<Example> examples;
    for (const RowId row : rows) {
        TRY(std::string name, workspace.similarity().nameOf(row));
        examples.push_back({std::move(name), {}});
    }
    return examples;
}

SimilarSearch::Names SimilarSearch::remember(workspace::Workspace& workspace,
                                             const std::vector<PictureSource>& pictures)
{
    const auto nameOf = [&](const PictureSource& picture) -> Result<std::string> {
        TRY(std::string bytes, bytesOf(picture));
        return workspace.similarity().remember(std::move(bytes), toUtf8(picture.title));
    };
    std::vector<Example> examples;
    for (const PictureSource& picture : pictures) {
        auto name = nameOf(picture);
        if (!name)
            return Error(name.error().kind(),
                         toUtf8(tr("No search with “%1”: %2").arg(picture.title, fromUtf8(name.error().message()))));
        examples.push_back({std::move(*name), picture.title});
    }
    return examples;
}

SimilarSearch::Names SimilarSearch::rememberPart(workspace::Workspace& workspace, RowId row,
                                                 const workspace::PartOfPicture& part)
{
    TRY(const workspace::FigureSummary figure, workspace.summary(row));
    TRY(std::string name, workspace.similarity().rememberPart(row, part));
    return std::vector<Example>{{std::move(name), tr("a part of %1").arg(fromUtf8(figure.key))}};
}

void SimilarSearch::searchLike(const Rows& rows, ExampleGesture gesture)
{
    if (!m_session.workspace() || rows.empty()) {
        Q_EMIT noted(tr("There is no figure here to search with"));
        return;
    }
    m_naming.start([workspace = m_session.workspace(), rows](std::stop_token) { return namesOf(*workspace, rows); },
                   [this, gesture](const Names& examples) {
                       if (examples)
                           ask(*examples, gesture);
                       else
                           Q_EMIT failed(fromUtf8(examples.error().message()));
                   });
}

void SimilarSearch::searchLikePictures(std::vector<PictureSource> pictures)
{
    if (!m_session.workspace()) {
        Q_EMIT noted(tr("Open a collection first: a picture is searched for among its figures"));
        return;
    }
    if (pictures.size() > examplesAtMost) {
        Q_EMIT failed(tr("A search takes %1 pictures at most; these are %2").arg(examplesAtMost).arg(pictures.size()));
        return;
    }
    const int reading = m_reading.begin(pictures.empty() ? QString() : pictures.front().title);
    m_remembering.start([workspace = m_session.workspace(),
                         pictures = std::move(pictures)](std::stop_token) { return remember(*workspace, pictures); },
                        [this, reading](const Names& examples) {
                            m_reading.end(reading);
                            if (examples)
                                ask(*examples, ExampleGesture::Only);
                            else
                                Q_EMIT failed(fromUtf8(examples.error().message()));
                        });
}

void SimilarSearch::searchLikePart(RowId row, const workspace::PartOfPicture& part)
{
    m_remembering.start(
        [workspace = m_session.workspace(), row, part](std::stop_token) { return rememberPart(*workspace, row, part); },
        [this](const Names& examples) {
            if (examples)
                ask(*examples, ExampleGesture::Only);
            else
                Q_EMIT failed(tr("No search with this part: %1").arg(fromUtf8(examples.error().message())));
        });
}

void SimilarSearch::ask(const std::vector<Example>& examples, ExampleGesture gesture)
{
    std::vector<std::string> names;
    for (const Example& example : examples) {
        names.push_back(example.name);
        if (!example.title.isEmpty())
            m_titles.insert(fromUtf8(example.name), example.title);
    }
    const query::Query wanted = withExamples(m_queries.query(), names, gesture);
    if (exampleCount(wanted) > examplesAtMost) {
        Q_EMIT noted(tr("A search takes %1 examples at most: remove some of those above first").arg(examplesAtMost));
        return;
    }
    if (wanted == m_queries.query())
        Q_EMIT noted(tr("That is an example of this search already"));
    m_queries.setQuery(wanted);
    Q_EMIT asked();
}

} // namespace biomedica::ui
