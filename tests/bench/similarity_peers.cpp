#include "tests/bench/similarity_peers.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#ifdef BIOMEDICA_FAISS
#include <faiss/IndexFlat.h>
#include <faiss/IndexIVFFlat.h>
#endif
#ifdef BIOMEDICA_HNSWLIB
#include <hnswlib/hnswlib.h>
#endif

namespace biomedica::bench {

namespace {

#ifdef BIOMEDICA_FAISS

std::vector<std::int64_t> searchFaiss(const faiss::Index& index, const float* query, std::size_t k)
{
    std::vector<float> products(k);
    std::vector<faiss::Index::idx_t> labels(k);
    index.search(1, query, static_cast<faiss::Index::idx_t>(k), products.data(), labels.data());
    return {labels.begin(), labels.end()};
}

SimilarityPeer faissFlat()
{
    const auto index = std::make_shared<std::unique_ptr<faiss::IndexFlatIP>>();
    return {"FAISS IndexFlatIP",
            [index](const float* vectors, std::size_t n, std::size_t d, double) {
                *index = std::make_unique<faiss::IndexFlatIP>(static_cast<faiss::Index::idx_t>(d));
                (*index)->add(static_cast<faiss::Index::idx_t>(n), vectors);
                return n;
            },
            [index](const float* query, std::size_t k) { return searchFaiss(**index, query, k); }};
}

/// Its training cannot be stopped; it took 85 s at a million.
SimilarityPeer faissIvf(std::size_t probes, std::shared_ptr<std::unique_ptr<faiss::IndexIVFFlat>> index)
{
    static faiss::IndexFlatIP* quantizer = nullptr;
    return {"FAISS IVF4096,Flat nprobe " + std::to_string(probes),
            [index](const float* vectors, std::size_t n, std::size_t d, double) {
                if (*index)
                    return n;
                quantizer = new faiss::IndexFlatIP(static_cast<faiss::Index::idx_t>(d));
                *index = std::make_unique<faiss::IndexIVFFlat>(quantizer, d, 4096, faiss::METRIC_INNER_PRODUCT);
                (*index)->own_fields = true;
                (*index)->cp.niter = 10;
                (*index)->train(static_cast<faiss::Index::idx_t>(std::min<std::size_t>(n, 4096 * 40)), vectors);
                (*index)->add(static_cast<faiss::Index::idx_t>(n), vectors);
                return n;
            },
            [index, probes](const float* query, std::size_t k) {
                (*index)->nprobe = probes;
                return searchFaiss(**index, query, k);
            }};
}

#endif

#ifdef BIOMEDICA_HNSWLIB

struct Hnsw {
    std::unique_ptr<hnswlib::InnerProductSpace> space;
    std::unique_ptr<hnswlib::HierarchicalNSW<float>> graph;
};

std::size_t buildHnsw(Hnsw& hnsw, const float* vectors, std::size_t n, std::size_t d, double seconds)
{
    hnsw.space = std::make_unique<hnswlib::InnerProductSpace>(d);
    hnsw.graph = std::make_unique<hnswlib::HierarchicalNSW<float>>(hnsw.space.get(), n, 16, 80);
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    std::atomic<std::size_t> next = 0, done = 0;
    const auto add = [&] {
        for (std::size_t row = next++; row < n && std::chrono::steady_clock::now() < end; row = next++) {
            hnsw.graph->addPoint(vectors + row * d, row);
            ++done;
        }
    };
    {
        const std::jthread second(add);
        add();
    }
    return done;
}

SimilarityPeer hnsw(std::size_t width, std::shared_ptr<Hnsw> index)
{
    return {"hnswlib M16 efC80 ef " + std::to_string(width),
            [index](const float* vectors, std::size_t n, std::size_t d, double seconds) {
                return index->graph ? n : buildHnsw(*index, vectors, n, d, seconds);
            },
            [index, width](const float* query, std::size_t k) {
                index->graph->setEf(width);
                auto found = index->graph->searchKnn(query, k);
                std::vector<std::int64_t> labels;
                for (; !found.empty(); found.pop())
                    labels.push_back(static_cast<std::int64_t>(found.top().second));
                return labels;
            }};
}

#endif

} // namespace

std::vector<SimilarityPeer> similarityPeers()
{
    std::vector<SimilarityPeer> peers;
#ifdef BIOMEDICA_FAISS
    peers.push_back(faissFlat());
    const auto ivf = std::make_shared<std::unique_ptr<faiss::IndexIVFFlat>>();
    for (const std::size_t probes : {4, 16, 64})
        peers.push_back(faissIvf(probes, ivf));
#endif
#ifdef BIOMEDICA_HNSWLIB
    const auto graph = std::make_shared<Hnsw>();
    for (const std::size_t width : {32, 128})
        peers.push_back(hnsw(width, graph));
#endif
    return peers;
}

} // namespace biomedica::bench
