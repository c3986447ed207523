package fi.kumppani.contracts.registry;

import fi.kumppani.contracts.LocalizedTexts;

import java.time.LocalDate;
import java.util.List;

/**
 * The public state of a municipality.
 *
 * @param code three digits of the Statistics Finland classification, for example {@code 052}
 * @param name its name in the languages it has one in
 * @param regionCode two digits of the region (maakunta)
 * @param wellbeingCountyCode two digits of the wellbeing services county; {@code 90} Helsinki and
 *     {@code 91} Åland, which belong to none
 * @param languages ISO 639-1 codes of its official languages, the majority's first
 * @param populations known inhabitants, oldest first
 */
public record Municipality(
        String code,
        LocalizedTexts name,
        String regionCode,
        String wellbeingCountyCode,
        List<String> languages,
        List<Population> populations) {

    /**
     * Inhabitants on a day, as the source says.
     *
     * @param asOf the day the figure is of
     * @param inhabitants at least 0
     * @param source who says so
     */
    public record Population(LocalDate asOf, int inhabitants, String source) {}
}
