package fi.kumppani.registry.association;

import fi.kumppani.kit.text.LocalizedText;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an association and may change.
 *
 * @param name its names
 * @param businessId its Y-tunnus; not every association has one
 * @param registerNumber its number in the register of associations, when it is registered
 * @param form its legal form
 * @param purposeClass its class in the register of associations; many are unclassified
 * @param themes keys of the home municipality's theme taxonomy
 * @param active whether it counts as an active association
 */
public record Facts(
        LocalizedText name,
        Optional<BusinessId> businessId,
        Optional<RegisterNumber> registerNumber,
        LegalForm form,
        Optional<PurposeClass> purposeClass,
        List<String> themes,
        boolean active) {

    /** Copies the themes. */
    public Facts {
        themes = List.copyOf(themes);
    }

    /** The same of an association that does nothing any more. */
    public Facts inactive() {
        return new Facts(name, businessId, registerNumber, form, purposeClass, themes, false);
    }
}
