package fi.kumppani.grants.loan.schedule;

import fi.kumppani.grants.loan.RemindOfLoans;
import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Reminds of loans a few times a day; several instances may do so at once. */
@Component
class LoanReminderWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(LoanReminderWork.class);
    private static final Duration PAUSE = Duration.ofHours(8);

    private final RemindOfLoans remindOfLoans;

    LoanReminderWork(RemindOfLoans remindOfLoans) {
        super("loan-reminders");
        this.remindOfLoans = remindOfLoans;
    }

    @Override
    protected Duration work() {
        try {
            remindOfLoans.remindAll();
        } catch (RuntimeException e) {
            log.warn("Reminding of loans failed: {}", e.getClass().getSimpleName());
        }
        return PAUSE;
    }
}
