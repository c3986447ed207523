package fi.kumppani.newsletter.material;

import fi.kumppani.kit.text.LocalizedText;

import java.time.Instant;
import java.util.List;

/**
 * An association that the municipality has verified, of which the public register tells.
 *
 * @param id of the association
 * @param name what it is called
 * @param themes what it is about, as keys of the municipality's themes
 * @param verifiedAt since when it is in the register as verified
 */
public record NewAssociation(
        String id, LocalizedText name, List<String> themes, Instant verifiedAt) {

    /** Copies the themes. */
    public NewAssociation {
        themes = List.copyOf(themes);
    }
}
