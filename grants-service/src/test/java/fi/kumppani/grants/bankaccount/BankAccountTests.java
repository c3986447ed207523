package fi.kumppani.grants.bankaccount;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class BankAccountTests {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final Iban FIRST = new Iban("FI2112345600000785");
    private static final Iban SECOND = new Iban("DE89370400440532013000");
    private static final BankAccount NONE = BankAccount.none(new AssociationId("association"));

    @Test
    void usesTheFirstAccountOfARepresentativeAtOnce() {
        BankAccount entered = NONE.enter(FIRST, by("anna", true), NOW);

        assertThat(entered.payable().map(BankAccount.InUse::iban)).contains(FIRST);
        assertThat(entered.warnings()).isEmpty();
    }

    @Test
    void keepsTheFirstAccountWaitingThatAnOfficerEntered() {
        BankAccount entered = NONE.enter(FIRST, by("officer", false), NOW);

        assertThat(entered.payable()).isEmpty();
        assertThat(entered.confirm("officer", NOW))
                .isEqualTo(new BankAccount.Moved.Refused(BankAccount.Refusal.SAME_PERSON));
        assertThat(confirmed(entered, "anna").payable().map(BankAccount.InUse::iban))
                .contains(FIRST);
    }

    @Test
    void paysNobodyWhileAChangeWaitsForASecondPerson() {
        BankAccount changing =
                NONE.enter(FIRST, by("anna", true), NOW).enter(SECOND, by("anna", true), NOW);

        assertThat(changing.payable()).isEmpty();
        assertThat(changing.confirm("anna", NOW))
                .isEqualTo(new BankAccount.Moved.Refused(BankAccount.Refusal.SAME_PERSON));
        BankAccount changed = confirmed(changing, "bertta");
        assertThat(changed.payable().map(BankAccount.InUse::iban)).contains(SECOND);
        assertThat(changed.confirm("cecilia", NOW))
                .isEqualTo(new BankAccount.Moved.Refused(BankAccount.Refusal.NOTHING_PROPOSED));
    }

    @Test
    void warnsTheOldContactAlsoWhenTheChangeIsConfirmedBeforeTheMailLeaves() {
        BankAccount changed =
                confirmed(
                        NONE.enter(FIRST, by("anna", true), NOW)
                                .enter(SECOND, by("thief", true), NOW),
                        "accomplice");

        assertThat(changed.warning("association:2").map(warning -> warning.contact().email()))
                .contains(new EmailAddress("anna@example.org"));
    }

    @Test
    void dropsAProposalAndKeepsTheAccountInUse() {
        BankAccount changing =
                NONE.enter(FIRST, by("anna", true), NOW).enter(SECOND, by("thief", true), NOW);

        assertThat(changing.drop())
                .isInstanceOfSatisfying(
                        BankAccount.Moved.To.class,
                        to ->
                                assertThat(to.account().payable().map(BankAccount.InUse::iban))
                                        .contains(FIRST));
    }

    @Test
    void staysWhenTheSameAccountIsEnteredAgain() {
        BankAccount entered = NONE.enter(FIRST, by("anna", true), NOW);

        assertThat(entered.enter(FIRST, by("bertta", true), NOW)).isEqualTo(entered);
    }

    private static BankAccount confirmed(BankAccount account, String by) {
        return account.confirm(by, NOW) instanceof BankAccount.Moved.To(var next) ? next : account;
    }

    private static BankAccount.Enterer by(String subject, boolean isRepresentative) {
        return new BankAccount.Enterer(
                subject,
                isRepresentative,
                new ContactPoint(new EmailAddress(subject + "@example.org"), Language.FI));
    }
}
