// Writes figures straight into a collection's stores (catalog, text segments, columns), with the product's own writers
// but without shards to read: what `biomedica index` leaves, at the speed of the disk.
//
// The text is indexed on a second thread and merged on a third, while the catalog is written on the first. The
// catalog's indexes are dropped and made once at the end, and nothing is safe until then: a build that is cut off is
// to be thrown away.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/catalog/writer.h"
#include "core/textsearch/background_merge.h"
#include "core/textsearch/segment_builder.h"

#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace biomedica::bench {

class StoreBuilder {
public:
    struct Options {
        std::uint32_t figuresInSegment = 800'000; ///< of the text; they take half a gigabyte while it is written
        bool isMerged = true;                     ///< segments are merged as indexing would
    };

    /// Makes the collection, which must not be there.
    explicit StoreBuilder(const std::filesystem::path& collection) : StoreBuilder(collection, Options()) {}
    StoreBuilder(const std::filesystem::path& collection, const Options& options);
    ~StoreBuilder();

    /// The file is there already.
    void beginShard(const std::filesystem::path& path);
    void add(const shards::Sample& sample, const shards::FigureMetadata& metadata);
    void finish();

private:
    struct Figure {
        RowId row;
        std::string caption;
        std::vector<std::string> mentions;
    };
    struct Article {
        ArticleId id;
        std::string title, abstract;
        std::vector<std::string> mesh, keywords;
    };
    struct Texts {
        std::vector<Figure> figures;
        std::vector<Article> articles;
    };

    void prepareCatalog();
    void takeText(Texts texts);
    void write(textsearch::SegmentBuilder& builder, textsearch::Space space);
    void handOver();
    void waitForText();
    void commit();

    Options m_options;
    std::filesystem::path m_folder, m_textFolder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    std::vector<std::string> m_indexes; ///< the statements that make them
    std::unique_ptr<catalog::Writer> m_writer;
    std::unique_ptr<textsearch::BackgroundMerge> m_merge;
    std::vector<std::filesystem::path> m_shards;
    ShardId m_shard;
    Texts m_texts; ///< of the shard

    std::future<void> m_textWork; ///< what follows is its own while it runs
    textsearch::SegmentBuilder m_figureText{textsearch::Space::Figures}, m_articleText{textsearch::Space::Articles};
    std::vector<textsearch::ListedSegment> m_written;
};

} // namespace biomedica::bench
