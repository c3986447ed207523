package fi.kumppani.registry.municipality;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.OptionalLong;

/** Keeps every municipality of the classification, and tells of those of which a fact is new. */
@Service
public class LoadMunicipalities {

    private final Classification classification;
    private final Municipalities municipalities;

    LoadMunicipalities(Classification classification, Municipalities municipalities) {
        this.classification = classification;
        this.municipalities = municipalities;
    }

    /** Loads them all; doing so again, or in two instances at once, changes nothing. */
    public void load() {
        classification
                .municipalities()
                .forEach(
                        municipality ->
                                Tenancy.runIn(municipality.code(), () -> load(municipality)));
    }

    private void load(Municipality classified) {
        Optional<Stored<Municipality>> kept =
                municipalities.change(OptionalLong.empty(), known -> known.describedBy(classified));
        if (kept.isEmpty()) {
            municipalities.keep(classified);
        }
    }
}
