package fi.kumppani.newsletter.sender.checking;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.sender.CheckDomain;
import fi.kumppani.newsletter.sender.DomainRules;
import fi.kumppani.newsletter.sender.SenderProfiles;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the domains of all senders when the service starts and every few hours; {@code
 * kumppani.sender.looks} counts what came of it. Several instances may do the same at once.
 */
@Component
final class DomainSweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(DomainSweeper.class);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int PAGE = 100;

    private final SenderProfiles profiles;
    private final CheckDomain checkDomain;
    private final MeterRegistry meters;
    private final Duration every;

    DomainSweeper(
            SenderProfiles profiles,
            CheckDomain checkDomain,
            MeterRegistry meters,
            DomainRules rules) {
        super("sweeper-of-sender-domains");
        this.profiles = profiles;
        this.checkDomain = checkDomain;
        this.meters = meters;
        this.every = rules.lookEvery();
    }

    @Override
    protected Duration work() {
        try {
            String after = "";
            List<Work> found;
            do {
                found = profiles.all(after, PAGE);
                found.forEach(this::look);
                after = found.isEmpty() ? after : found.getLast().id();
            } while (found.size() == PAGE && !isStopping());
            return every;
        } catch (RuntimeException e) {
            log.warn("Looking at senders' domains failed: {}", e.getClass().getSimpleName());
            return AFTER_A_FAULT;
        }
    }

    private void look(Work sender) {
        CheckDomain.Look look = Tenancy.callIn(sender.municipality(), checkDomain::look);
        meters.counter("kumppani.sender.looks", "result", look.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
