package fi.kumppani.registry.association;

import java.util.Map;
import java.util.Set;

/** Knows which associations belong together in networks. */
public interface Members {

    /** The ids of the members of each network of the current municipality, by the network's id. */
    Map<String, Set<String>> byNetwork();
}
