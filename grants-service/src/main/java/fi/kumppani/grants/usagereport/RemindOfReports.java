package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Has grantees told of reports that are due soon, or overdue; each once, however often it runs. */
@Service
public class RemindOfReports {

    private final ReportsToDo reportsToDo;
    private final FindDueReports dueReports;
    private final ReportReminders reminders;
    private final Clock clock;

    RemindOfReports(
            ReportsToDo reportsToDo,
            FindDueReports dueReports,
            ReportReminders reminders,
            Clock clock) {
        this.reportsToDo = reportsToDo;
        this.dueReports = dueReports;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Tells all who are to be told today, in every municipality. */
    public void remindAll() {
        LocalDate today = FinnishTime.today(clock);
        reportsToDo.forEachOpen(ids -> remind(ids, today));
    }

    /** Tells those of these who are to be told on a day. */
    void remind(List<ApplicationId> ids, LocalDate today) {
        for (DueReport due : dueReports.open(ids)) {
            ReportReminder.of(due, today).ifPresent(reminders::keep);
        }
    }
}
