// The built-in descriptor: a picture → 256 numbers of length one, made to tell types of figure apart. Similar is what
// has a high cosine, the sum of products of two vectors. No model to download, 6 to 7 ms a picture on one core.
//
// What is measured stands in core/models/blocks, the fitted matrix in core/models/whitening.h. It is fitted to drawings
// of our own alone (core/models/fitting) and built into the program.
//
// Thread contract: immutable, a cheap copy; all functions may be called from several threads at once, and give the
// same numbers whatever runs beside them.
#pragma once

#include "core/base/result.h"
#include "core/image/decode.h"
#include "core/image/pixels.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::models {

struct Whitening;

/// A part of the upright picture, in its pixels.
struct Region {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

class Descriptor {
public:
    /// The one that is built in.
    static Result<Descriptor> builtin();

    /// With a matrix made by core/models/fitting. Corrupt or Unsupported where it is not one of this program.
    static Result<Descriptor> fromMatrix(std::string_view bytes);

    int dimensions() const;
    /// "builtin": of the model, as a folder or a file may be called.
    std::string_view name() const { return "builtin"; }
    /// Of what is measured and fitted: vectors of two versions must not be compared.
    const std::string& version() const { return m_version; }

    /// dimensions() numbers of length one, of a picture of any size from 1 × 1. Transparent parts count as white.
    std::vector<float> describe(const image::Pixels& picture) const;

    /// Of the bytes of an image file, decoded no larger than is needed.
    Result<std::vector<float>> describe(std::string_view bytes, const image::DecodeLimits& limits = {}) const;

    /// As before, but Corrupt where a part of the picture is missing.
    Result<std::vector<float>> describeUndamaged(std::string_view bytes, const image::DecodeLimits& limits = {}) const;

    /// Of a part of it; Invalid where that is empty or reaches outside.
    Result<std::vector<float>> describe(std::string_view bytes, const Region& region,
                                        const image::DecodeLimits& limits = {}) const;

private:
    Descriptor(std::shared_ptr<const Whitening> whitening, std::string version)
        : m_whitening(std::move(whitening)), m_version(std::move(version))
    {
    }

    std::vector<float> describeShrunk(const image::Pixels& picture, image::Size original) const;

    std::shared_ptr<const Whitening> m_whitening;
    std::string m_version;
};

} // namespace biomedica::models
