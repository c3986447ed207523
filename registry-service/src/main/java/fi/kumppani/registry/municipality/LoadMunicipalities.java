package fi.kumppani.registry.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Keeps every municipality of the classification, and tells of those of which a fact is new. */
@Service
public class LoadMunicipalities {

    private final Classification classification;
    private final Municipalities municipalities;

    LoadMunicipalities(Classification classification, Municipalities municipalities) {
        this.classification = classification;
        this.municipalities = municipalities;
    }

    /**
     * Loads them all, in their order. Doing so again, after a crash or in two instances at once
     * changes nothing; when the last one is of this edition, so are the others.
     */
    public void load() {
        String edition = classification.edition();
        MunicipalityCode last = classification.municipalities().getLast().code();
        Optional<String> known = Tenancy.callIn(last, municipalities::edition);
        if (!known.equals(Optional.of(edition))) {
            classification
                    .municipalitiesWithPopulations()
                    .forEach(
                            municipality ->
                                    Tenancy.runIn(
                                            municipality.code(),
                                            () -> municipalities.describe(municipality, edition)));
        }
    }
}
