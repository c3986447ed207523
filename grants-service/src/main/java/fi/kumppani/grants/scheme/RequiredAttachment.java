package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

/**
 * A file that goes with an application (pakollinen liite).
 *
 * @param id chosen by the one who writes the call
 * @param label what it is called
 * @param firstTimeOnly whether only those send it who did not apply here the year before, such as
 *     rules
 */
public record RequiredAttachment(String id, LocalizedText label, boolean firstTimeOnly) {}
