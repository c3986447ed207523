package fi.kumppani.grants.grantapplication.schedule;

import fi.kumppani.grants.grantapplication.FinishLeftDecisions;
import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Has left decisions finished, in the background. Several instances may do so at once: finishing a
 * decision twice is finishing it once.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class Sweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final FinishLeftDecisions finishLeftDecisions;
    private final SweepSettings settings;

    Sweeper(FinishLeftDecisions finishLeftDecisions, SweepSettings settings) {
        super("decision-sweeper");
        this.finishLeftDecisions = finishLeftDecisions;
        this.settings = settings;
    }

    @Override
    protected Duration work() {
        try {
            finishLeftDecisions.finishAll();
        } catch (RuntimeException e) {
            log.warn("Looking for left decisions failed: {}", e.getClass().getSimpleName());
        }
        return settings.every();
    }
}
