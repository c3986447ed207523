package fi.kumppani.grants.grantapplication;

import java.util.List;
import java.util.Optional;

/** Where the document of a decision is, for whoever holds a link to the decision. */
@FunctionalInterface
public interface DocumentPath {

    /** The segments behind the municipality; empty when the decision has no document. */
    Optional<List<String>> of(GrantApplication.Decided decided);
}
