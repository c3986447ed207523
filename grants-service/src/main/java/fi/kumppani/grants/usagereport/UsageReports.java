package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The usage reports of the current municipality. */
public interface UsageReports {

    /** The report on a grant; empty when none is asked for, or the grant was not accepted. */
    Optional<Stored<UsageReport>> find(ApplicationId application);

    /** Those of the reports there are, by application. */
    Map<ApplicationId, UsageReport> findAll(Collection<ApplicationId> applications);

    /** Has there be a report to be written; once there, it stays as it is. */
    void begin(ApplicationId application);

    /** Changes what is kept and tells nobody, as of what is erased. */
    void rewrite(ApplicationId application, UnaryOperator<UsageReport> change);

    /**
     * Moves a report and tells of it when its stage changed, in one write; asks again when somebody
     * else wrote in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return as it then is, or why it stays; empty when there is none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<UsageReport.Moved> move(
            ApplicationId application,
            OptionalLong expected,
            Function<UsageReport, UsageReport.Moved> decide);
}
