package fi.kumppani.registry.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A municipality (kunta) and what is known of it.
 *
 * @param code its code
 * @param name its names
 * @param regionCode two digits of its region (maakunta)
 * @param wellbeingCounty the wellbeing services county (hyvinvointialue)
 * @param languages its official languages, the majority's first
 * @param populations known figures, by their day
 */
public record Municipality(
        MunicipalityCode code,
        LocalizedText name,
        String regionCode,
        WellbeingCounty wellbeingCounty,
        List<Language> languages,
        List<PopulationFigure> populations) {

    private static final Comparator<PopulationFigure> BY_DAY =
            Comparator.comparing(PopulationFigure::asOf);

    /** Keeps figures of one day in the order they became known. */
    public Municipality {
        languages = List.copyOf(languages);
        populations = populations.stream().sorted(BY_DAY).toList();
    }

    /**
     * The wellbeing services county a municipality belongs to.
     *
     * @param code two digits; {@code 90} Helsinki and {@code 91} Åland, which arrange by themselves
     *     what the counties arrange elsewhere
     * @param name its names
     */
    public record WellbeingCounty(String code, LocalizedText name) {}

    /** The figure that counts: of the newest day, and of those the one known last. */
    public Optional<PopulationFigure> newestPopulation() {
        return populations.isEmpty() ? Optional.empty() : Optional.of(populations.getLast());
    }

    /** The same with this figure, instead of what its source said of its day before. */
    public Municipality with(PopulationFigure figure) {
        List<PopulationFigure> more = new ArrayList<>(populations);
        if (more.contains(figure)) {
            return this;
        }
        more.removeIf(figure::tellsTheSameAs);
        more.add(figure);
        return new Municipality(code, name, regionCode, wellbeingCounty, languages, more);
    }

    /**
     * What is true once the classification says this: its facts, its figures, and the figures that
     * only we knew.
     */
    public Municipality describedBy(Municipality classified) {
        List<PopulationFigure> known = new ArrayList<>(classified.populations);
        populations.stream()
                .filter(own -> classified.populations.stream().noneMatch(own::tellsTheSameAs))
                .forEach(known::add);
        return new Municipality(
                code,
                classified.name,
                classified.regionCode,
                classified.wellbeingCounty,
                classified.languages,
                known);
    }
}
