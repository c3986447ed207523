package fi.kumppani.grants.board;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.notification.Channel;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class MinutesOnTheWebTests {

    private static final ApplicationId APPLICATION = new ApplicationId("a");
    private static final LocalDate MEETING = LocalDate.of(2027, 2, 26);
    private static final LocalDate BEFORE_A_CLAIM_IS_LATE = LocalDate.of(2027, 3, 22);
    private static final Statement.Source SOMEBODY =
            new Statement.Source("officer", Instant.parse("2027-03-03T10:00:00Z"));

    private final BoardList.Head head =
            new BoardList.Head(
                    new BoardListId(new CallId("c"), "l"),
                    new BoardList.Meeting("kulttuurilautakunta", MEETING),
                    1,
                    new Sums(1, Euros.ZERO),
                    1);
    private final BoardList.Source recorded =
            new BoardList.Source("secretary", Instant.parse("2027-03-01T10:00:00Z"));
    private final BoardList list =
            new BoardList.CarriedOut(head, recorded, new Minutes("§ 44", List.of(), recorded));
    private final Notification untold = Notification.of(APPLICATION, MEETING);

    @Test
    void countsFromTheDayOfTheMinutesWhileNothingElseIsStated() {
        assertThat(MinutesOnTheWeb.lastDay(list, null)).isEqualTo(BEFORE_A_CLAIM_IS_LATE);
        assertThat(MinutesOnTheWeb.lastDay(list, untold)).isEqualTo(BEFORE_A_CLAIM_IS_LATE);
        assertThat(MinutesOnTheWeb.lastDay(new BoardList.Presented(head, recorded), null))
                .as("of a list without minutes from its meeting")
                .isEqualTo(LocalDate.of(2027, 3, 19));
    }

    @Test
    void goesByWhatWasStatedOfTellingTheDecision() {
        Notification published =
                untold.with(new Statement.Published(LocalDate.of(2027, 3, 3), SOMEBODY));
        Notification both =
                published.with(
                        new Statement.Sent(
                                Channel.LETTER, LocalDate.of(2027, 3, 5), null, SOMEBODY));

        assertThat(MinutesOnTheWeb.lastDay(list, published)).isEqualTo(LocalDate.of(2027, 3, 24));
        assertThat(MinutesOnTheWeb.lastDay(list, both))
                .as("until the last of those concerned can claim no more")
                .isEqualTo(LocalDate.of(2027, 3, 30));
    }
}
