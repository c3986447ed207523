package fi.kumppani.grants.bankaccount.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A bank account as it is kept, under {@code <municipality>:<association>}.
 *
 * @param current absent when none is in use
 * @param proposed absent when none waits
 */
record BankAccountDocument(
        String association,
        long changes,
        @Nullable AccountPart current,
        @Nullable AccountPart proposed,
        List<WarningPart> warnings) {

    static BankAccountDocument from(BankAccount account) {
        BankAccount.InUse current = account.current();
        BankAccount.Proposed proposed = account.proposed();
        return new BankAccountDocument(
                account.association().value(),
                account.changes(),
                current == null
                        ? null
                        : AccountPart.of(
                                current.iban(),
                                current.change(),
                                current.enteredBy(),
                                current.confirmedBy(),
                                current.contact(),
                                current.since()),
                proposed == null
                        ? null
                        : AccountPart.of(
                                proposed.iban(),
                                proposed.change(),
                                proposed.enteredBy(),
                                null,
                                proposed.contact(),
                                proposed.at()),
                account.warnings().stream().map(WarningPart::from).toList());
    }

    BankAccount toDomain() {
        return new BankAccount(
                new AssociationId(association),
                changes,
                current == null
                        ? null
                        : new BankAccount.InUse(
                                current.iban(),
                                current.change(),
                                current.enteredBy(),
                                current.confirmedBy(),
                                current.contact(),
                                current.at()),
                proposed == null
                        ? null
                        : new BankAccount.Proposed(
                                proposed.iban(),
                                proposed.change(),
                                proposed.enteredBy(),
                                proposed.contact(),
                                proposed.at()),
                warnings.stream().map(WarningPart::toDomain).toList());
    }

    /** Who is to be told of a change. */
    record WarningPart(String change, Confidential email, String language, String from, String to) {

        static WarningPart from(BankAccount.Warning warning) {
            return new WarningPart(
                    warning.change(),
                    new Confidential(warning.contact().email().value()),
                    warning.contact().language().code(),
                    warning.from(),
                    warning.to());
        }

        BankAccount.Warning toDomain() {
            return new BankAccount.Warning(
                    change,
                    new ContactPoint(new EmailAddress(email.text()), Language.ofCode(language)),
                    from,
                    to);
        }
    }

    /** An account, in use or proposed. */
    record AccountPart(
            Confidential number,
            String change,
            String enteredBy,
            @Nullable String confirmedBy,
            @Nullable Confidential email,
            @Nullable String language,
            Instant at) {

        static AccountPart of(
                Iban iban,
                String change,
                String enteredBy,
                @Nullable String confirmedBy,
                @Nullable ContactPoint contact,
                Instant at) {
            return new AccountPart(
                    new Confidential(iban.value()),
                    change,
                    enteredBy,
                    confirmedBy,
                    contact == null ? null : new Confidential(contact.email().value()),
                    contact == null ? null : contact.language().code(),
                    at);
        }

        Iban iban() {
            return new Iban(number.text());
        }

        @Nullable ContactPoint contact() {
            return email == null || language == null
                    ? null
                    : new ContactPoint(new EmailAddress(email.text()), Language.ofCode(language));
        }
    }
}
