package fi.kumppani.newsletter.association;

import java.util.Collection;
import java.util.Map;

/** What the registry has told about the purpose classes of associations, a public fact. */
public interface AssociationClasses {

    /**
     * The classes of those of the associations that are known to have one, wherever they are at
     * home.
     *
     * @return by the association's id, from 1 to 9 (the purpose classes of the Finnish register of
     *     associations)
     */
    Map<String, Integer> of(Collection<String> associationIds);
}
