package fi.kumppani.grants.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.grants.grantapplication.ApplicationId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

class NotificationTests {

    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    private static final Statement.Source OFFICER =
            new Statement.Source("officer", Instant.parse("2026-11-02T10:00:00Z"));
    private static final Notification NOBODY_TOLD =
            Notification.of(new ApplicationId("a"), DECIDED);

    @Test
    void presumesALetterKnownOnTheSeventhDay() {
        Notification notification = NOBODY_TOLD.with(letter(2));

        assertThat(notification.knownOn()).contains(november(9));
        assertThat(notification.partyUntil()).contains(november(23));
    }

    @Test
    void presumesAMailKnownOnTheThirdDayAfterItLeft() {
        Notification chosen = NOBODY_TOLD.with(mail());
        assertThat(chosen.knownOn()).as("it has not left yet").isEmpty();
        assertThat(chosen.partyUntil()).isEmpty();

        Notification left = chosen.with(new Statement.Mailed(november(4), OFFICER));

        assertThat(left.sentOn()).contains(november(4));
        assertThat(left.knownOn()).contains(november(7));
        // The 14th day is a Saturday.
        assertThat(left.partyUntil()).contains(november(23));
    }

    @Test
    void countsAMailThatLeftBeforeItWasSaidThatItTells() {
        Notification left =
                NOBODY_TOLD.with(new Statement.Mailed(november(3), OFFICER)).with(mail());

        assertThat(left.knownOn()).contains(november(6));
    }

    @Test
    void leavesOutAMailToAPartyWhoIsToldByLetter() {
        Notification notification =
                NOBODY_TOLD.with(letter(5)).with(new Statement.Mailed(november(2), OFFICER));

        assertThat(notification.sentOn()).contains(november(5));
        assertThat(notification.knownOn()).contains(november(12));
    }

    @Test
    void yieldsToAReceiptWhetherItShowsAnEarlierDayOrALater() {
        Notification letter = NOBODY_TOLD.with(letter(2));

        assertThat(letter.with(received(4)).knownOn()).contains(november(4));
        assertThat(letter.with(received(19)).knownOn()).contains(november(19));
        assertThat(letter.with(received(19)).partyUntil()).contains(LocalDate.of(2026, 12, 3));
    }

    @Test
    void presumesNothingOfWhatIsSentAgainstAReceipt() {
        Notification sent =
                NOBODY_TOLD.with(new Statement.Sent(Channel.RECEIPT, november(2), null, OFFICER));

        assertThat(sent.knownOn()).isEmpty();
        assertThat(sent.with(received(6)).knownOn()).contains(november(6));
    }

    @Test
    void letsMembersClaimForFourteenDaysFromTheSeventhDayAfterPublication() {
        Notification published = NOBODY_TOLD.with(new Statement.Published(november(3), OFFICER));

        assertThat(published.membersUntil()).contains(november(24));
    }

    @Test
    void isFinalOnlyWhenEverybodysTimeHasEnded() {
        Notification partyAlone = NOBODY_TOLD.with(letter(2));
        Notification both = partyAlone.with(new Statement.Published(november(3), OFFICER));
        Notification later = both.with(received(19));

        assertThat(partyAlone.finalFrom()).as("members do not know").isEmpty();
        assertThat(both.finalFrom()).contains(november(25));
        assertThat(later.finalFrom()).contains(LocalDate.of(2026, 12, 4));
    }

    @Test
    void countsTheLaterStatementAndKeepsTheEarlier() {
        Notification corrected = NOBODY_TOLD.with(letter(2)).with(letter(4));

        assertThat(corrected.knownOn()).contains(november(11));
        assertThat(corrected.statements()).hasSize(2);
    }

    @Test
    void knowsWhenTheMailWillNeverArrive() {
        Statement lost = new Statement.MailLost(OFFICER);

        assertThat(NOBODY_TOLD.with(mail()).with(lost).mailLost()).isTrue();
        assertThat(NOBODY_TOLD.with(mail()).with(lost).with(letter(5)).mailLost()).isFalse();
    }

    @Test
    void objectsToWhatCannotBe() {
        assertThat(NOBODY_TOLD.objection(letter(1), TODAY)).contains(Objection.BEFORE_DECISION);
        assertThat(NOBODY_TOLD.objection(letter(4), november(3))).contains(Objection.IN_THE_FUTURE);
        assertThat(NOBODY_TOLD.objection(received(4), TODAY)).contains(Objection.NOT_SENT);
        assertThat(NOBODY_TOLD.with(letter(5)).objection(received(4), TODAY))
                .contains(Objection.BEFORE_SENDING);
        assertThat(NOBODY_TOLD.with(letter(5)).objection(received(5), TODAY)).isEmpty();
        assertThat(
                        NOBODY_TOLD.objection(
                                new Statement.Published(DECIDED.minusDays(1), OFFICER), TODAY))
                .contains(Objection.BEFORE_DECISION);
    }

    @Test
    void tellsNobodyByMailWithoutConsent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement.Sent(Channel.EMAIL, null, null, OFFICER));
    }

    private static Statement.Sent letter(int day) {
        return new Statement.Sent(Channel.LETTER, november(day), null, OFFICER);
    }

    private static Statement.Sent mail() {
        return new Statement.Sent(Channel.EMAIL, null, DECIDED.minusDays(30), OFFICER);
    }

    private static Statement.Received received(int day) {
        return new Statement.Received(november(day), OFFICER);
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }
}
