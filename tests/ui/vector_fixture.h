// A window on a collection of drawn pictures, and files of vectors for its figures.
#pragma once

#include "tests/ui/similar_fixture.h"

namespace biomedica::ui {
class VectorImportDialog;
}

namespace biomedica::test {

class VectorFixture : public SimilarFixture {
public:
    /// The keys of all figures, in the order of the catalog.
    std::vector<std::string> keys();
    /// NAME.npy, float32, and NAME.txt beside it in the fixture's folder. Figures whose numbers are near each other
    /// are alike; what there is more than figures has a key that is unknown.
    QString writeVectors(const std::string& name, std::size_t count, int dimensions = 4);
    QString write(const std::string& name, const std::string& bytes);
    QString path(const std::string& name) const;

    /// The dialog that the menu opens, once it has looked at the file.
    ui::VectorImportDialog* openImport(const QString& npy);
    /// Takes the file in and compares by it; what the dialog said.
    QString import(const QString& npy);
};

} // namespace biomedica::test
