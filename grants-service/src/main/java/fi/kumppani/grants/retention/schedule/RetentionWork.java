package fi.kumppani.grants.retention.schedule;

import fi.kumppani.grants.retention.ForgetAged;
import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Erases what is past its time, a few times a day; several instances may do so at once. */
@Component
class RetentionWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(RetentionWork.class);
    private static final Duration PAUSE = Duration.ofHours(8);

    private final ForgetAged forgetAged;

    RetentionWork(ForgetAged forgetAged) {
        super("retention");
        this.forgetAged = forgetAged;
    }

    @Override
    protected Duration work() {
        try {
            forgetAged.forgetAll();
        } catch (RuntimeException e) {
            log.warn("Looking for what is past its time failed: {}", e.getClass().getSimpleName());
        }
        return PAUSE;
    }
}
