package fi.kumppani.grants.bankaccount;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ContactPoint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an association's grants from this municipality are paid to. The first account that its own
 * representative enters is used at once; every other one waits until somebody else confirms it.
 *
 * @param association whose it is
 * @param changes how often it was entered
 * @param current the account in use; null when there is none
 * @param proposed the account that waits for a second person; null for none
 * @param warnings who was to be told of the latest changes, so that a mail that leaves late still
 *     finds them
 */
public record BankAccount(
        AssociationId association,
        long changes,
        @Nullable InUse current,
        @Nullable Proposed proposed,
        List<Warning> warnings) {

    private static final int MOST_WARNINGS = 10;

    /** Copies the list. */
    public BankAccount {
        warnings = List.copyOf(warnings);
    }

    /**
     * That an account was to be replaced, for the contact of the one that was in use.
     *
     * @param change which change
     */
    public record Warning(String change, ContactPoint contact, String from, String to) {}

    /**
     * An account in use.
     *
     * @param change the change that brought it
     * @param contact whom to tell when it is to be changed; null when nobody is known
     */
    public record InUse(
            Iban iban,
            String change,
            String enteredBy,
            @Nullable String confirmedBy,
            @Nullable ContactPoint contact,
            Instant since) {}

    /**
     * An account that waits for a second person.
     *
     * @param change of this change and no other
     */
    public record Proposed(
            Iban iban,
            String change,
            String enteredBy,
            @Nullable ContactPoint contact,
            Instant at) {}

    /**
     * Who enters an account.
     *
     * @param subject the identity provider's opaque {@code sub}
     * @param isRepresentative whether under a mandate of the association, and not on its behalf
     * @param contact the contact of the application for which it is entered
     */
    public record Enterer(
            String subject, boolean isRepresentative, @Nullable ContactPoint contact) {}

    /** One of an association that has told none. */
    public static BankAccount none(AssociationId association) {
        return new BankAccount(association, 0, null, null, List.of());
    }

    /** Enters an account; one that is in use already, and nothing else proposed, stays. */
    public BankAccount enter(Iban iban, Enterer by, Instant now) {
        if (current != null && current.iban().equals(iban) && proposed == null) {
            return this;
        }
        long number = changes + 1;
        String change = association + ":" + number;
        return current == null && proposed == null && by.isRepresentative()
                ? new BankAccount(
                        association,
                        number,
                        new InUse(iban, change, by.subject(), null, by.contact(), now),
                        null,
                        warnings)
                : new BankAccount(
                        association,
                        number,
                        current,
                        new Proposed(iban, change, by.subject(), by.contact(), now),
                        warningsOf(change, iban));
    }

    private List<Warning> warningsOf(String change, Iban next) {
        if (current == null || current.contact() == null) {
            return warnings;
        }
        List<Warning> all = new ArrayList<>(warnings);
        all.add(new Warning(change, current.contact(), current.iban().masked(), next.masked()));
        return all.subList(Math.max(0, all.size() - MOST_WARNINGS), all.size());
    }

    /** Who is to be told of a change. */
    public Optional<Warning> warning(String change) {
        return warnings.stream().filter(each -> each.change().equals(change)).findFirst();
    }

    /** Has a second person confirm the proposed account; it is used from then on. */
    public Moved confirm(String by, Instant now) {
        if (proposed == null) {
            return new Moved.Refused(Refusal.NOTHING_PROPOSED);
        }
        if (proposed.enteredBy().equals(by)) {
            return new Moved.Refused(Refusal.SAME_PERSON);
        }
        var next =
                new InUse(
                        proposed.iban(),
                        proposed.change(),
                        proposed.enteredBy(),
                        by,
                        proposed.contact(),
                        now);
        return new Moved.To(new BankAccount(association, changes, next, null, warnings));
    }

    /** Drops the proposed account; the one in use stays. */
    public Moved drop() {
        return proposed == null
                ? new Moved.Refused(Refusal.NOTHING_PROPOSED)
                : new Moved.To(new BankAccount(association, changes, current, null, warnings));
    }

    /** The account that can be paid to; none while another waits for a second person. */
    public Optional<InUse> payable() {
        return proposed == null ? Optional.ofNullable(current) : Optional.empty();
    }

    /** Why an account is not changed; its name in kebab case is the reason code. */
    public enum Refusal {
        /** No account waits. */
        NOTHING_PROPOSED,
        /** Who entered it does not confirm it. */
        SAME_PERSON
    }

    /** What came of a move. */
    public sealed interface Moved {

        /** It is so now. */
        record To(BankAccount account) implements Moved {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Moved {}
    }
}
