package fi.kumppani.newsletter.municipality;

import fi.kumppani.kit.text.LocalizedText;

/** Keeps what the registry tells about a name. */
public interface KeepName {

    /**
     * Keeps the name of a municipality, unless a newer one is known.
     *
     * @param sequence of the registry's message
     */
    void keep(String code, long sequence, LocalizedText name);
}
