#include "core/demo/drawing/subject.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace biomedica::demo {

namespace {

const std::vector<Field>& fields()
{
    // clang-format off
    static const std::vector<Field> all = {
        {"breast cancer", "Breast Neoplasms", "mammary gland", "Oncology", {"MCF-7", "MDA-MB-231", "T-47D", "BT-474"},
         {"ESR1", "ERBB2", "TP53", "CCND1", "MYC", "CDH1"}, {"tamoxifen", "paclitaxel", "lapatinib", "curcumin"},
         {"Cell Line, Tumor", "Gene Expression Regulation, Neoplastic", "Cell Proliferation", "Antineoplastic Agents"}},
        {"hepatocellular carcinoma", "Carcinoma, Hepatocellular", "liver", "Oncology", {"HepG2", "Huh7", "Hep3B"},
         {"AFP", "VEGFA", "CTNNB1", "GPC3", "MET"}, {"sorafenib", "doxorubicin", "resveratrol", "berberine"},
         {"Liver Neoplasms", "Apoptosis", "Cell Movement", "Signal Transduction"}},
        {"lung adenocarcinoma", "Adenocarcinoma of Lung", "lung", "Cancer Biology", {"A549", "H1299", "PC-9", "H1975"},
         {"EGFR", "KRAS", "ALK", "STAT3", "CDKN2A"}, {"gefitinib", "cisplatin", "erlotinib", "metformin"},
         {"Lung Neoplasms", "Drug Resistance, Neoplasm", "ErbB Receptors", "Neoplasm Metastasis"}},
        {"type 2 diabetes", "Diabetes Mellitus, Type 2", "pancreas", "Endocrinology", {"INS-1", "MIN6", "3T3-L1"},
         {"PPARG", "INS", "SLC2A4", "IRS1", "GCG"}, {"metformin", "liraglutide", "pioglitazone", "berberine"},
         {"Insulin Resistance", "Blood Glucose", "Hypoglycemic Agents", "Obesity"}},
        {"Alzheimer's disease", "Alzheimer Disease", "hippocampus", "Neuroscience", {"SH-SY5Y", "PC12", "BV-2"},
         {"APP", "BACE1", "MAPT", "APOE", "BDNF"}, {"donepezil", "memantine", "rapamycin", "resveratrol"},
         {"Amyloid beta-Peptides", "Neurons", "Cognition", "Brain"}},
        {"rheumatoid arthritis", "Arthritis, Rheumatoid", "synovium", "Immunology", {"MH7A", "SW982", "THP-1"},
         {"IL6", "TNF", "IL1B", "MMP3", "CXCL8"}, {"methotrexate", "tofacitinib", "dexamethasone", "triptolide"},
         {"Cytokines", "Inflammation", "Synovial Membrane", "Antirheumatic Agents"}},
        {"acute lung injury", "Acute Lung Injury", "lung", "Pharmacology", {"RAW 264.7", "BEAS-2B", "MLE-12"},
         {"TNF", "IL6", "NLRP3", "NOS2", "HMOX1"}, {"dexamethasone", "baicalin", "melatonin", "quercetin"},
         {"Lipopolysaccharides", "Macrophages", "NF-kappa B", "Inflammation"}},
        {"ischaemic stroke", "Stroke", "cerebral cortex", "Neurology", {"PC12", "HT22", "bEnd.3"},
         {"BDNF", "HIF1A", "CASP3", "AQP4", "GFAP"}, {"edaravone", "minocycline", "melatonin", "atorvastatin"},
         {"Brain Ischemia", "Neuroprotective Agents", "Reperfusion Injury", "Disease Models, Animal"}},
        {"osteoarthritis", "Osteoarthritis", "articular cartilage", "Orthopaedics", {"ATDC5", "C28/I2", "SW1353"},
         {"COL2A1", "MMP13", "ADAMTS5", "SOX9", "ACAN"}, {"celecoxib", "quercetin", "glucosamine", "hyaluronan"},
         {"Chondrocytes", "Cartilage, Articular", "Matrix Metalloproteinase 13", "Aging"}},
        {"chronic kidney disease", "Renal Insufficiency, Chronic", "kidney", "Nephrology", {"HK-2", "NRK-52E", "MDCK"},
         {"TGFB1", "ACTA2", "HAVCR1", "FN1", "KL"}, {"losartan", "dapagliflozin", "pirfenidone", "allopurinol"},
         {"Fibrosis", "Kidney", "Glomerular Filtration Rate", "Transforming Growth Factor beta1"}},
        {"malaria", "Malaria, Falciparum", "erythrocytes", "Parasitology", {"HC-04", "Vero", "HepG2"},
         {"PfCRT", "PfK13", "MSP1", "AMA1", "PfMDR1"}, {"artesunate", "chloroquine", "mefloquine", "atovaquone"},
         {"Plasmodium falciparum", "Antimalarials", "Drug Resistance", "Child"}},
        {"heart failure", "Heart Failure", "myocardium", "Cardiology", {"H9c2", "AC16", "HUVEC"},
         {"NPPA", "NPPB", "MYH7", "SERCA2A", "COL1A1"}, {"carvedilol", "sacubitril", "ivabradine", "empagliflozin"},
         {"Myocytes, Cardiac", "Ventricular Remodeling", "Stroke Volume", "Echocardiography"}},
        {"ulcerative colitis", "Colitis, Ulcerative", "colon", "Gastroenterology", {"Caco-2", "HT-29", "NCM460"},
         {"IL17A", "TJP1", "OCLN", "MUC2", "IL10"}, {"mesalazine", "infliximab", "butyrate", "berberine"},
         {"Intestinal Mucosa", "Gastrointestinal Microbiome", "Dextran Sulfate", "Cytokines"}},
        {"staphylococcal infection", "Staphylococcal Infections", "skin", "Microbiology",
         {"HaCaT", "J774A.1", "HEK293"},
         {"mecA", "agrA", "hla", "spa", "icaA"}, {"vancomycin", "daptomycin", "linezolid", "rifampicin"},
         {"Staphylococcus aureus", "Anti-Bacterial Agents", "Biofilms", "Microbial Sensitivity Tests"}},
    };
    // clang-format on
    return all;
}

constexpr std::array<std::string_view, 7> inhibitors = {"LY294002", "U0126",     "SB203580", "BAY 11-7082",
                                                        "Z-VAD",    "rapamycin", "SP600125"};

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

} // namespace

Subject makeSubject(Random& random)
{
    Subject subject;
    subject.field = &random.pick(fields());
    const Field& field = *subject.field;
    const auto genes = random.sample(field.genes, 2);
    subject.disease = field.disease;
    subject.tissue = field.tissue;
    subject.cells = random.pick(field.cells);
    subject.gene = genes[0];
    subject.otherGene = genes[1];
    subject.drug = random.pick(field.drugs);
    do
        subject.inhibitor = random.pick(inhibitors);
    while (subject.inhibitor == subject.drug);
    subject.animal = random.chance(0.7) ? "mice" : "rats";
    return subject;
}

std::string filled(std::string_view pattern, const Subject& subject)
{
    const std::pair<std::string_view, const std::string&> values[] = {
        {"disease", subject.disease},     {"tissue", subject.tissue},   {"cells", subject.cells},
        {"gene", subject.gene},           {"other", subject.otherGene}, {"drug", subject.drug},
        {"inhibitor", subject.inhibitor}, {"animal", subject.animal}};
    std::string result;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        result += pattern.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = pattern.find('}', open);
        for (const auto& [name, value] : values)
            if (pattern.substr(open + 1, close - open - 1) == name)
                result += value;
        pattern.remove_prefix(close + 1);
    }
    return result;
}

std::vector<std::string> filledAll(const std::vector<std::string_view>& patterns, const Subject& subject)
{
    std::vector<std::string> result;
    for (const std::string_view pattern : patterns)
        result.push_back(capitalised(filled(pattern, subject)));
    return result;
}

std::string capitalised(std::string_view text)
{
    std::string result(text);
    const std::string_view word = text.substr(0, text.find(' '));
    if (!word.empty() && std::none_of(word.begin() + 1, word.end(), isUpper))
        result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
    return result;
}

std::string uncapitalised(std::string_view text)
{
    std::string result(text);
    const bool isName =
        result.size() < 2 || isUpper(result[1]) || std::isalpha(static_cast<unsigned char>(result[1])) == 0;
    if (!isName)
        result[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(result[0])));
    return result;
}

std::string listed(const std::vector<std::string>& items)
{
    std::string result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            result += i + 1 == items.size() ? " and " : ", ";
        result += items[i];
    }
    return result;
}

std::string fixed(double number, int decimals)
{
    double scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const auto scaled = static_cast<long long>(std::llround(std::abs(number) * scale));
    const auto whole = static_cast<long long>(scale);
    std::string text = std::to_string(scaled / whole);
    if (decimals > 0) {
        const std::string fraction = std::to_string(scaled % whole);
        text += "." + std::string(static_cast<std::size_t>(decimals) - fraction.size(), '0') + fraction;
    }
    return number < 0 && scaled != 0 ? "-" + text : text;
}

std::string pValueText(double p)
{
    return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, p < 0.1 ? 3 : 2);
}

} // namespace biomedica::demo
