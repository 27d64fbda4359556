#include "ui/detail/figuretext.h"

#include "core/base/text.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QDateTime>
#include <QLocale>

namespace biomedica::ui {

namespace {

QString joined(const std::vector<std::string>& values)
{
    return fromUtf8(join(values, "; "));
}

} // namespace

QString FigureText::title(const workspace::FigureDetail& detail)
{
    const workspace::FigureSummary& summary = detail.summary;
    if (summary.pmcid.empty())
        return fromUtf8(summary.key);
    const auto index = shards::figureIndexOf(summary.key, summary.pmcid);
    if (!index)
        return fromUtf8(summary.pmcid);
    return tr("Figure %1 · %2")
        .arg(fromUtf8(*index).toLongLong() + 1)
        .arg(fromUtf8(summary.pmcid)); // keys count from 0
}

QString FigureText::article(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette)
{
    QString text = toHtml(markedText(detail.article.title, patterns), palette);
    const QString journal = fromUtf8(detail.article.journal).toHtmlEscaped();
    const QString year = detail.summary.year > 0 ? QString::number(detail.summary.year) : QString();
    for (const QString& part : {journal, year})
        if (!part.isEmpty())
            text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + part;
    return text;
}

QString FigureText::licence(const workspace::FigureDetail& detail)
{
    const QString stated = fromUtf8(detail.article.license.empty() ? detail.summary.license : detail.article.license);
    return stated.isEmpty() ? tr("no licence stated") : stated;
}

bool FigureText::isOpenLicence(const QString& licence)
{
    const QString plain = fromUtf8(shards::licenseWithoutVersion(licence.toStdString()));
    return plain == QLatin1String("CC0") || plain == QLatin1String("CC BY") || plain == QLatin1String("CC BY-SA");
}

QString FigureText::caption(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette)
{
    if (detail.summary.caption.empty())
        return QStringLiteral("<i>%1</i>").arg(tr("This figure has no caption."));
    return toHtml(markedText(detail.summary.caption, patterns), palette);
}

QString FigureText::mentions(const shards::FigureMetadata& metadata, const Patterns& patterns, const QPalette& palette)
{
    QString html;
    for (const std::string& mention : metadata.mentions)
        html +=
            QStringLiteral("<p style=\"margin:0 0 8px 0\">%1</p>").arg(toHtml(markedText(mention, patterns), palette));
    return html;
}

QString FigureText::details(const workspace::FigureDetail& detail, const shards::FigureMetadata* metadata,
                            const QPalette& palette)
{
    QString rows;
    const QString muted = coloursFor(palette).muted.name();
    const auto row = [&](const QString& name, const QString& value) {
        if (!value.isEmpty())
            rows += QStringLiteral("<tr><td style=\"color:%1;padding:1px 12px 1px 0;white-space:pre\">%2</td>"
                                   "<td style=\"padding:1px 0\">%3</td></tr>")
                        .arg(muted, name, value.toHtmlEscaped());
    };
    const workspace::FigureSummary& summary = detail.summary;
    row(tr("key"), fromUtf8(summary.key));
    row(tr("shard"), fromUtf8(summary.shard));
    if (summary.width > 0 && summary.height > 0)
        row(tr("size"), QStringLiteral("%1 × %2").arg(summary.width).arg(summary.height));
    row(tr("citation"), fromUtf8(detail.article.citation));
    if (metadata) {
        row(tr("MeSH terms"), joined(metadata->article.mesh));
        row(tr("keywords"), joined(metadata->article.keywords));
        row(tr("subject"), joined(metadata->article.subjects));
        row(tr("cluster"), fromUtf8(metadata->cluster));
        row(tr("image"), fromUtf8(metadata->imageFile));
    }
    for (const annotation::FigureRemark& remark : detail.labels.remarks)
        row(tr("note by %1").arg(fromUtf8(remark.annotator)), fromUtf8(remark.note));
    if (!detail.article.abstract.empty())
        row(tr("abstract"), fromUtf8(detail.article.abstract));
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
}

} // namespace biomedica::ui
