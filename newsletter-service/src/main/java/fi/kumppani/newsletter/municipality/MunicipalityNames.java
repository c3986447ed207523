package fi.kumppani.newsletter.municipality;

import fi.kumppani.kit.text.LocalizedText;

import java.util.Optional;

/** What the registry has told about the names of municipalities. */
public interface MunicipalityNames {

    /** The name of the current municipality, if the registry has told it. */
    Optional<LocalizedText> current();
}
