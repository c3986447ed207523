package fi.kumppani.grants.board;

import fi.kumppani.grants.deadline.TimeLimit;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says until when what can tell of people stays among what everybody reads of a board's list: until
 * the time in which the decision can be claimed against is over (kuntalaki 410/2015, 140 §).
 */
@Service
public class MinutesOnTheWeb {

    private final Notifications notifications;
    private final Clock clock;

    MinutesOnTheWeb(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Those of these applications of which nothing that can tell of people is told any more.
     *
     * @param found those that there are
     */
    public Set<ApplicationId> over(
            BoardList list,
            Collection<ApplicationId> applications,
            Collection<GrantApplication> found) {
        LocalDate today = FinnishTime.today(clock);
        Map<ApplicationId, Notification> told =
                notifications.of(found.stream().flatMap(each -> each.decided().stream()).toList());
        return applications.stream()
                .filter(id -> today.isAfter(lastDay(list, told.get(id))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The last day on which it is told.
     *
     * @param told how those concerned were told of the decision in force; null when there is none.
     *     While it is not known when their time ends, or the decision has taken the place of the
     *     board's, the time counts as if the list had been put on the web on the day it was taken
     *     down; of one that was not, on the day of its meeting.
     */
    static LocalDate lastDay(BoardList list, @Nullable Notification told) {
        LocalDate recorded =
                switch (list) {
                    case BoardList.Preparing _, BoardList.Presented _ -> list.head().meeting().on();
                    case BoardList.Recorded(_, _, var minutes, _) ->
                            FinnishTime.dayOf(minutes.recorded().at());
                    case BoardList.CarriedOut(_, _, var minutes) ->
                            FinnishTime.dayOf(minutes.recorded().at());
                };
        LocalDate usual =
                TimeLimit.CLAIM_FOR_REVISED_DECISION.lastDay(
                        recorded.plusDays(Notification.PUBLICATION_IS_KNOWN_AFTER_DAYS));
        return told == null || told.decision() > 1
                ? usual
                : told.finalFrom()
                        .map(day -> day.minusDays(1))
                        .or(told::membersUntil)
                        .orElse(usual);
    }
}
