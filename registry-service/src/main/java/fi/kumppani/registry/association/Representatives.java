package fi.kumppani.registry.association;

import java.util.List;

/** Knows who may keep an association's data right without being a coordinator. */
public interface Representatives {

    /**
     * Whether the person may change the facts of this association of the current municipality.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    boolean mayChange(String subject, String associationId);

    /** The ids of the associations of the current municipality whose facts they may change. */
    List<String> associationsOf(String subject);

    /** The ids of those whose rights they give and take, as their main user. */
    List<String> administeredBy(String subject);
}
