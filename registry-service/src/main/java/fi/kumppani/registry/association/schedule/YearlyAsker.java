package fi.kumppani.registry.association.schedule;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.AskForConfirmation;
import fi.kumppani.registry.association.YearlyAsking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Has the associations of those municipalities asked that want it once a year. Several instances
 * may do so at once: each association is asked by one write of its document, which only one of them
 * makes.
 */
@Component
@EnableConfigurationProperties(AskingSettings.class)
final class YearlyAsker extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(YearlyAsker.class);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final YearlyAsking asking;
    private final AskForConfirmation askForConfirmation;
    private final AskingSettings settings;

    YearlyAsker(
            YearlyAsking asking, AskForConfirmation askForConfirmation, AskingSettings settings) {
        super("yearly-asker");
        this.asking = asking;
        this.askForConfirmation = askForConfirmation;
        this.settings = settings;
    }

    @Override
    protected Duration work() {
        try {
            asking.forEachWanting(this::ask);
            return settings.every();
        } catch (RuntimeException e) {
            log.warn("Asking associations failed: {}", e.getClass().getSimpleName());
            return AFTER_A_FAULT;
        }
    }

    private void ask() {
        AskForConfirmation.Asked asked = askForConfirmation.askYearly();
        if (asked.asked() > 0) {
            log.info(
                    "Asked {} associations of municipality {}, {} of them without an address",
                    asked.asked(),
                    Tenancy.current().value(),
                    asked.withoutContact());
        }
    }
}
