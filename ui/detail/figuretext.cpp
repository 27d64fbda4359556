#include "ui/detail/figuretext.h"

#include "core/base/text.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"

#include <QRegularExpression>

namespace biomedica::ui {

namespace {

QString joined(const std::vector<std::string>& values)
{
    return fromUtf8(join(values, "; "));
}

/// Keys count from 0, people from 1.
std::optional<qint64> numberInArticle(const workspace::FigureSummary& summary)
{
    const auto index = shards::figureIndexOf(summary.key, summary.pmcid);
    const auto number = index ? parseInteger(*index) : std::nullopt;
    return number ? std::optional<qint64>(*number + 1) : std::nullopt;
}

/// From this text scale on, names and values do not fit beside each other.
constexpr double stackedAbove = 1.4;

} // namespace

QString FigureText::title(const workspace::FigureDetail& detail, qsizetype inArticle)
{
    const workspace::FigureSummary& summary = detail.summary;
    if (summary.pmcid.empty())
        return fromUtf8(summary.key);
    const QString article = fromUtf8(summary.pmcid);
    const auto number = numberInArticle(summary);
    if (!number)
        return article;
    // Where only some of the article's figures are here, "of" would be nonsense.
    return inArticle > 1 && *number <= inArticle ? tr("Figure %1 of %2 · %3").arg(*number).arg(inArticle).arg(article)
                                                 : tr("Figure %1 · %2").arg(*number).arg(article);
}

QString FigureText::articleLink(const workspace::FigureDetail& detail)
{
    // It comes from the shard: nothing but a number of PubMed Central becomes a link.
    static const QRegularExpression form(QStringLiteral("^PMC[0-9]+$"));
    const QString pmcid = fromUtf8(detail.summary.pmcid);
    return form.match(pmcid).hasMatch() ? QStringLiteral("https://pmc.ncbi.nlm.nih.gov/articles/%1/").arg(pmcid)
                                        : QString();
}

QString FigureText::citation(const workspace::FigureDetail& detail)
{
    QStringList parts;
    const auto add = [&](QString part) {
        while (part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(' ')))
            part.chop(1);
        if (!part.isEmpty())
            parts += part;
    };
    add(fromUtf8(detail.article.title));
    if (!detail.article.citation.empty()) {
        add(fromUtf8(detail.article.citation));
    } else {
        add(fromUtf8(detail.article.journal));
        add(detail.summary.year > 0 ? QString::number(detail.summary.year) : QString());
    }
    const auto number = numberInArticle(detail.summary);
    add(fromUtf8(detail.summary.pmcid) + (number ? tr(", figure %1").arg(*number) : QString()));
    add(licence(detail));
    add(articleLink(detail));
    return parts.join(QStringLiteral(". "));
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

QString FigureText::licenceTerms(const QString& licence)
{
    const QString plain = fromUtf8(shards::licenseWithoutVersion(licence.toStdString()));
    if (plain == QLatin1String("CC0"))
        return tr("free for any use");
    const QStringList words = plain.toUpper().split(QRegularExpression(QStringLiteral("[^A-Z]+")));
    if (!plain.startsWith(QLatin1String("CC BY")))
        return {};
    QStringList terms(tr("name the authors"));
    if (words.contains(QLatin1String("NC")))
        terms += tr("non-commercial use only");
    if (words.contains(QLatin1String("ND")))
        terms += tr("no derivatives");
    if (words.contains(QLatin1String("SA")))
        terms += tr("share under the same licence");
    return terms.join(QStringLiteral(", "));
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
    QList<Row> rows;
    const auto row = [&](const QString& name, const QString& value) {
        if (!value.isEmpty())
            rows.append({name, value});
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
    }
    return table(rows, palette);
}

QString FigureText::table(const QList<Row>& rows, const QPalette& palette)
{
    const QString muted = coloursFor(palette).muted.name();
    const bool isStacked = textScale() > stackedAbove;
    const QString form =
        isStacked ? QStringLiteral("<tr><td style=\"color:%1;padding:1px 0\">%2</td></tr>"
                                   "<tr><td style=\"padding:0 0 8px 0\">%3</td></tr>")
                  : QStringLiteral("<tr><td style=\"color:%1;padding:1px 12px 1px 0;white-space:pre\">%2</td>"
                                   "<td style=\"padding:1px 0\">%3</td></tr>");
    QString html;
    for (const auto& [name, value] : rows)
        html += form.arg(muted, name.toHtmlEscaped(),
                         value.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(html);
}

} // namespace biomedica::ui
