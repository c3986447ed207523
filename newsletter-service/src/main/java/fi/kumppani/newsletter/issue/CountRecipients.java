package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Optional;

/**
 * Counts whom an issue would go to if it were sent today, so that who approves it knows. Who gets
 * it is decided when it is sent.
 */
@Service
public class CountRecipients {

    private final Issues issues;
    private final IntendedReaders intendedReaders;
    private final Clock clock;

    CountRecipients(Issues issues, IntendedReaders intendedReaders, Clock clock) {
        this.issues = issues;
        this.intendedReaders = intendedReaders;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param readers who read the list and do not pause today
     * @param recipients those of them whom the issue is meant for
     */
    public record Expected(int readers, int recipients) {}

    /** The numbers; empty when there is no such issue. */
    public Optional<Expected> of(String issueId) {
        return issues.find(issueId)
                .map(Stored::body)
                .map(
                        issue ->
                                intendedReaders.count(
                                        issue.copy(), FinnishTime.dayOf(clock.instant())))
                .map(count -> new Expected(count.readers(), count.intended()));
    }
}
