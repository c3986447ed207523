package fi.kumppani.grants.grantapplication.schedule;

import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * Has finished what was left half made, in the background. Several instances may do so at once:
 * finishing it twice is finishing it once.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class Sweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final List<LeftWork> leftWork;
    private final SweepSettings settings;

    Sweeper(List<LeftWork> leftWork, SweepSettings settings) {
        super("sweeper");
        this.leftWork = List.copyOf(leftWork);
        this.settings = settings;
    }

    @Override
    protected Duration work() {
        leftWork.forEach(Sweeper::finish);
        return settings.every();
    }

    private static void finish(LeftWork work) {
        try {
            work.finishAll();
        } catch (RuntimeException e) {
            log.warn("Looking for left work failed: {}", e.getClass().getSimpleName());
        }
    }
}
