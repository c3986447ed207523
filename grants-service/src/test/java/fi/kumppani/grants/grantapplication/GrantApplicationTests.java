package fi.kumppani.grants.grantapplication;

import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.CLOSES;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.DECISION;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.IN_TIME;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.OPENS;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.applicant;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.circumstances;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.deciding;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.draft;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.grant;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.proposal;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.refuse;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.request;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.submitted;
import static fi.kumppani.grants.grantapplication.GrantApplicationFixtures.villageFund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.eligibility.Reason;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

class GrantApplicationTests {

    private static final Optional<Applicant> VILLAGE =
            applicant(AssociationForm.REGISTERED_ASSOCIATION, true);

    @Test
    void isHandedInFromTheOpeningInstantOn() {
        assertThat(refusal("400", VILLAGE, OPENS.minusMillis(1)))
                .contains(Refusal.CALL_NOT_OPEN_YET);
        assertThat(refusal("400", VILLAGE, OPENS)).isEmpty();
    }

    @Test
    void isLateAtTheClosingInstant() {
        assertThat(refusal("400", VILLAGE, CLOSES.minusMillis(1))).isEmpty();
        assertThat(refusal("400", VILLAGE, CLOSES)).contains(Refusal.CALL_CLOSED);
    }

    @Test
    void needsAnAssociationTheRegistryHasToldOf() {
        assertThat(refusal("400", Optional.empty(), IN_TIME)).contains(Refusal.ASSOCIATION_UNKNOWN);
    }

    @Test
    void needsAnAssociationThatActs() {
        var passive = applicant(AssociationForm.REGISTERED_ASSOCIATION, false);

        assertThat(refusal("400", passive, IN_TIME)).contains(Refusal.ASSOCIATION_NOT_ACTIVE);
    }

    @Test
    void needsAFormThatTheCallIsFor() {
        var foundation = applicant(AssociationForm.FOUNDATION, true);

        assertThat(refusal("400", foundation, IN_TIME)).contains(Refusal.FORM_NOT_ELIGIBLE);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void isRefusedUnderTheNameOfEachReasonOfTheRules(Reason reason) {
        assertThat(Refusal.because(reason).name()).isEqualTo(reason.name());
    }

    @Test
    void asksForTheCapAtMost() {
        assertThat(refusal("400.01", VILLAGE, IN_TIME)).contains(Refusal.OVER_CAP);
    }

    @Test
    void isCompletedUntilTheEndOfTheLastDayInFinland() {
        var supplement =
                new Supplement(LocalizedText.finnish("Säännöt"), LocalDate.of(2027, 2, 15), OPENS);

        assertThat(supplement.isOver(Instant.parse("2027-02-15T21:59:59.999Z"))).isFalse();
        assertThat(supplement.isOver(Instant.parse("2027-02-15T22:00:00Z"))).isTrue();
    }

    @Test
    void keepsItsPlaceInTheDiaryWhenItIsCompleted() {
        GrantApplication.Submitted submitted = submitted("400");
        var supplement =
                new Supplement(LocalizedText.finnish("Säännöt"), LocalDate.of(2027, 2, 15), OPENS);

        assertThat(submitted.ask(supplement).handle()).isEqualTo(submitted);
    }

    @Test
    void keepsWhenItArrivedAndUnderWhichNumber() {
        GrantApplication.Submitted submitted = submitted("400");

        assertThat(submitted.receipt().at()).isEqualTo(IN_TIME);
        assertThat(submitted.receipt().number()).hasToString("052/2027/00042");
    }

    @Test
    void isNotGrantedMoreThanItAskedFor() {
        assertThat(submitted("300").decide(DECISION, request(grant("300.01")), villageFund()))
                .isEqualTo(new GrantApplication.Deliberation.Refused(Refusal.OVER_REQUESTED));
    }

    @Test
    void isNotGrantedMoreThanTheCap() {
        var older =
                new GrantApplication.Submitted(
                        submitted("400").filing(), proposal("500"), submitted("400").receipt());

        assertThat(older.decide(DECISION, request(grant("450")), villageFund()))
                .isEqualTo(new GrantApplication.Deliberation.Refused(Refusal.OVER_CAP));
    }

    @Test
    void isRefusedWithoutAskingTheLedger() {
        var verdict = refuse(DecisionReason.OUTSIDE_PURPOSE);

        assertThat(submitted("400").decide(DECISION, request(verdict), villageFund()))
                .isInstanceOfSatisfying(
                        GrantApplication.Deliberation.Made.class,
                        made -> {
                            assertThat(made.application().outcome()).isEqualTo(Outcome.REFUSED);
                            assertThat(made.application().decision().granted())
                                    .isEqualTo(Euros.ZERO);
                        });
    }

    @Test
    void tellsAFullGrantFromAPartialOne() {
        Claim whole = deciding("400", "400").claim();
        Claim part = deciding("400", "399.99").claim();

        assertThat(decided(deciding("400", "400").settle(new Reservation.Open(whole))).outcome())
                .isEqualTo(Outcome.GRANTED);
        assertThat(decided(deciding("400", "399.99").settle(new Reservation.Open(part))).outcome())
                .isEqualTo(Outcome.PARTLY_GRANTED);
    }

    @Test
    void returnsToBeDecidedAgainWhenTheBudgetDoesNotSuffice() {
        GrantApplication.Deciding deciding = deciding("400", "400");

        assertThat(deciding.settle(new Reservation.Exceeded(deciding.claim())))
                .isEqualTo(submitted("400"));
    }

    @Test
    void followsOnlyTheAnswerToItsOwnClaim() {
        GrantApplication.Deciding deciding = deciding("400", "400");
        Claim other = new Claim(new DecisionId("decision-2"), "somebody", Euros.parse("400"));

        assertThatThrownBy(() -> deciding.settle(new Reservation.Open(other)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverRefusedWithoutAReasonNorGrantedNothing() {
        assertThatThrownBy(() -> refuse()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grant("0")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void hasReasonsThatEverybodyCanRead(DecisionReason reason) {
        for (Language language : Language.values()) {
            assertThat(reason.text().get(language)).isNotBlank();
        }
        assertThat(DecisionReason.ofCode(reason.code())).contains(reason);
    }

    @Test
    void keepsAddressesOutOfTexts() {
        assertThat(draft("400").toString()).doesNotContain("@");
    }

    private static GrantApplication.Decided decided(GrantApplication application) {
        return (GrantApplication.Decided) application;
    }

    private static Optional<Refusal> refusal(
            String requested, Optional<Applicant> applicant, Instant now) {
        return switch (draft(requested).eligibility(villageFund(), circumstances(applicant, now))) {
            case GrantApplication.Eligibility.Eligible _ -> Optional.empty();
            case GrantApplication.Eligibility.Ineligible(var reason) -> Optional.of(reason);
        };
    }
}
