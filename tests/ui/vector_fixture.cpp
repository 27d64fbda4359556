#include "tests/ui/vector_fixture.h"

#include "core/similarity/npy.h"
#include "ui/shell/figurevectors.h"
#include "ui/similar/vectorimportdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <cmath>
#include <fstream>

namespace biomedica::test {

std::vector<std::string> VectorFixture::keys()
{
    const auto& workspace = window().session().workspace();
    const auto all = workspace->search({}, {});
    std::vector<std::string> keys;
    for (std::size_t i = 0; all && i < (*all)->size(); ++i)
        keys.push_back(workspace->summary((*all)->rowAt(i)).value().key);
    return keys;
}

QString VectorFixture::path(const std::string& name) const
{
    return QString::fromStdString((folder() / name).string());
}

QString VectorFixture::write(const std::string& name, const std::string& bytes)
{
    std::ofstream(folder() / name, std::ios::binary) << bytes;
    return path(name);
}

QString VectorFixture::writeVectors(const std::string& name, std::size_t count, int dimensions)
{
    const std::vector<std::string> all = keys();
    const auto width = static_cast<std::size_t>(dimensions);
    std::string numbers = similarity::npyHeader(similarity::NpyType::Float32, count, width), list;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float> row(width, 0.1f);
        const float angle = 3.f * static_cast<float>(i) / static_cast<float>(all.size());
        row[0] = std::cos(angle);
        row[1] = std::sin(angle);
        numbers.append(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(float));
        list += (i < all.size() ? all[i] : "none") + "\n";
    }
    write(name + ".txt", list);
    return write(name + ".npy", numbers);
}

ui::VectorImportDialog* VectorFixture::openImport(const QString& npy)
{
    window().actions()[ui::ActionId::ImportVectors]->trigger();
    auto* dialog = window().findChild<ui::VectorImportDialog*>();
    if (!dialog)
        return nullptr;
    dialog->fileField()->setText(npy);
    return settle() ? dialog : nullptr;
}

QString VectorFixture::import(const QString& npy)
{
    ui::VectorImportDialog* dialog = openImport(npy);
    if (!dialog || !dialog->importButton()->isEnabled())
        return dialog ? dialog->messageLabel()->text() : QString();
    dialog->importButton()->click();
    const QString said = settle() ? dialog->messageLabel()->text() : QString();
    dialog->reject();
    return QTest::qWaitFor([this] { return !window().findChild<ui::VectorImportDialog*>(); }) ? said : QString();
}

} // namespace biomedica::test
