#include "core/demo/plots/dendrogram.h"

namespace biomedica::demo {

void drawDendrogram(Brush& brush, std::size_t leaves, double step, double depth,
                    const std::function<Point(double along, double height)>& place)
{
    struct Branch {
        double along;
        double height;
    };
    std::vector<Branch> branches;
    for (std::size_t i = 0; i < leaves; ++i)
        branches.push_back({(static_cast<double>(i) + 0.5) * step, 0});
    const Pen pen{rgb(0x333333), 0.9};
    double height = 0;
    const double rise = depth / static_cast<double>(leaves);
    while (branches.size() > 1) {
        const auto left = static_cast<std::size_t>(brush.random.integer(0, static_cast<int>(branches.size()) - 2));
        height += rise * brush.random.real(0.7, 1.02);
        const Branch a = branches[left];
        const Branch b = branches[left + 1];
        brush.canvas.polyline(std::vector<Point>{place(a.along, a.height), place(a.along, height),
                                                 place(b.along, height), place(b.along, b.height)},
                              pen);
        branches[left] = {(a.along + b.along) / 2, height};
        branches.erase(branches.begin() + static_cast<std::ptrdiff_t>(left) + 1);
    }
}

} // namespace biomedica::demo
