package fi.kumppani.newsletter.material;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the current municipality's letters can tell of. */
public interface Materials {

    /** What has not ended by then, in the order in which it begins. */
    List<Material> notEndedBy(Instant now);

    /** The calls of which something was decided on that day or later, in the order of their ids. */
    List<DecidedCall> decidedSince(LocalDate day);

    /** The associations that were verified since then, in that order. */
    List<NewAssociation> verifiedSince(Instant then);
}
