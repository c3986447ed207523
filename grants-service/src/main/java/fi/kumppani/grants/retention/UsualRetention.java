package fi.kumppani.grants.retention;

import java.util.List;

/** The retention times of a deployment, where a municipality has chosen no other. */
@FunctionalInterface
public interface UsualRetention {

    /** One rule for each kind of document. */
    List<RetentionRule> rules();
}
