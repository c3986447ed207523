package fi.kumppani.grants.usagereport.schedule;

import fi.kumppani.grants.usagereport.RemindOfReports;
import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Reminds of reports every few hours; several instances may do so at once. */
@Component
class ReportReminderWork extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(ReportReminderWork.class);
    private static final Duration PAUSE = Duration.ofHours(4);

    private final RemindOfReports remindOfReports;

    ReportReminderWork(RemindOfReports remindOfReports) {
        super("report-reminders");
        this.remindOfReports = remindOfReports;
    }

    @Override
    protected Duration work() {
        try {
            remindOfReports.remindAll();
        } catch (RuntimeException e) {
            log.warn("Reminding of reports failed: {}", e.getClass().getSimpleName());
        }
        return PAUSE;
    }
}
