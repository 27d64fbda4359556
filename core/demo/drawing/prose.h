// Sentences about a subject: enough to search in, no sense beyond the sentence.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/subject.h"

#include <string>
#include <vector>

namespace biomedica::demo {

std::string articleTitle(const Subject& subject, Random& random);
/// One paragraph with the headings of structured abstracts, or without.
std::string articleAbstract(const Subject& subject, Random& random);
/// `sentences` of the body; each paragraph without repeats as far as the stock goes.
std::string bodyParagraph(const Subject& subject, Random& random, int sentences);
/// A paragraph that says what a panel of the figure shows, in some with the <xref> markup of JATS.
/// `topics` of the panels: noun phrases that take "the".
std::string mentionOf(int figureNumber, const std::vector<std::string>& topics, const Subject& subject, Random& random);
/// "Adams K, Moreau L. Title. Journal. 2011; 4(2):31–40."
std::string reference(const Subject& subject, Random& random, int latestYear);
std::string authorName(Random& random);

} // namespace biomedica::demo
