package fi.kumppani.grants.deminimis;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.AidLimit;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The de minimis aid of one undertaking, from every municipality of the deployment. An entry is
 * answered once, and what it says afterwards only follows what became of the decision.
 *
 * @param entries what was claimed and given back, in that order
 * @param declared what it last declared to have from others; null before
 */
public record UndertakingAid(
        AssociationId undertaking, List<Entry> entries, @Nullable Declaration declared) {

    /** The most a single undertaking has from one member state (Article 3(2)). */
    public static final Euros LIMIT = Euros.parse("300000");

    /** For how long aid counts (Article 3(2)). */
    public static final int YEARS = 3;

    /** Copies the list. */
    public UndertakingAid {
        entries = List.copyOf(entries);
    }

    /** Of one that has nothing. */
    public static UndertakingAid of(AssociationId undertaking) {
        return new UndertakingAid(undertaking, List.of(), null);
    }

    /**
     * What was asked under one operation.
     *
     * @param municipality which one grants it
     * @param day of the decision; of what is given back, the day of the decision it was given by
     * @param used what of the limit was used before, if that was too much; else nothing
     */
    public record Entry(
            OperationId operation,
            MunicipalityCode municipality,
            ApplicationId application,
            Euros amount,
            LocalDate day,
            State state,
            Euros used) {

        private Entry in(State next) {
            return new Entry(operation, municipality, application, amount, day, next, used);
        }

        private long cents() {
            return switch (state) {
                case HELD -> amount.cents();
                case GIVEN_BACK -> -amount.cents();
                case OVER, UNDECLARED, RELEASED -> 0;
            };
        }
    }

    /** What became of an entry. */
    public enum State {
        /** It counts. */
        HELD,
        /** It was too much. */
        OVER,
        /** It was claimed before anything was declared. */
        UNDECLARED,
        /** It was held for a decision that was not made. */
        RELEASED,
        /** It takes so much off what was held before. */
        GIVEN_BACK
    }

    /**
     * What an undertaking declares to have from others than the municipalities of the deployment.
     *
     * @param application at which application it was declared last
     */
    public record Declaration(List<Aid> items, ApplicationId application, Instant at) {

        /** The most of them. */
        public static final int MOST = 100;

        /** Copies the list. */
        public Declaration {
            items = List.copyOf(items);
        }
    }

    /** Aid from somebody else. */
    public record Aid(String granter, LocalDate grantedOn, Euros amount) {}

    /** What one application has. */
    public record Granted(
            MunicipalityCode municipality,
            ApplicationId application,
            Euros amount,
            LocalDate grantedOn) {}

    /**
     * What is used of the limit by a decision of this day. Aid of later days counts too: of any
     * three years, none may hold more.
     */
    public Euros used(LocalDate day) {
        LocalDate before = day.minusYears(YEARS);
        long own =
                entries.stream()
                        .filter(each -> each.day().isAfter(before))
                        .mapToLong(Entry::cents)
                        .sum();
        return new Euros(own).plus(declared(day));
    }

    /** What of that is declared of others. */
    public Euros declared(LocalDate day) {
        return declared == null
                ? Euros.ZERO
                : declared.items().stream()
                        .filter(each -> each.grantedOn().isAfter(day.minusYears(YEARS)))
                        .map(Aid::amount)
                        .reduce(Euros.ZERO, Euros::plus);
    }

    /** What is left of the limit for a decision of this day. */
    public Euros left(LocalDate day) {
        Euros used = used(day);
        return used.exceeds(LIMIT) ? Euros.ZERO : LIMIT.minus(used);
    }

    /** What each application has that counts on this day, in the order it was granted. */
    public List<Granted> granted(LocalDate day) {
        Map<ApplicationId, Granted> found = new LinkedHashMap<>();
        for (Entry each : entries) {
            if (each.cents() > 0 && each.day().isAfter(day.minusYears(YEARS))) {
                found.merge(
                        each.application(),
                        new Granted(
                                each.municipality(),
                                each.application(),
                                held(each.application()),
                                each.day()),
                        (first, _) -> first);
            }
        }
        return found.values().stream().filter(each -> each.amount().cents() > 0).toList();
    }

    /** What an application has. */
    public Euros held(ApplicationId application) {
        return new Euros(
                entries.stream()
                        .filter(each -> each.application().equals(application))
                        .mapToLong(Entry::cents)
                        .sum());
    }

    /** How a claim was answered; empty when it was not made. */
    public Optional<AidLimit.Answer> answered(OperationId operation) {
        return entry(operation)
                .map(
                        each ->
                                switch (each.state()) {
                                    case HELD, RELEASED, GIVEN_BACK -> new AidLimit.Answer.Held();
                                    case OVER -> new AidLimit.Answer.Over(LIMIT, each.used());
                                    case UNDECLARED -> new AidLimit.Answer.Undeclared();
                                });
    }

    private Optional<Entry> entry(OperationId operation) {
        return entries.stream().filter(each -> each.operation().equals(operation)).findFirst();
    }

    /** The same with this claim answered; empty when it was answered before. */
    Optional<UndertakingAid> claim(AidLimit.Aid aid, MunicipalityCode municipality) {
        if (entry(aid.operation()).isPresent()) {
            return Optional.empty();
        }
        Euros used = used(aid.day());
        State state =
                declared == null
                        ? State.UNDECLARED
                        : used.plus(aid.amount()).exceeds(LIMIT) ? State.OVER : State.HELD;
        return Optional.of(
                with(
                        new Entry(
                                aid.operation(),
                                municipality,
                                aid.application(),
                                aid.amount(),
                                aid.day(),
                                state,
                                state == State.OVER ? used : Euros.ZERO)));
    }

    /** The same with a claim given up; empty when nothing is held by it. */
    Optional<UndertakingAid> release(OperationId operation) {
        return entry(operation)
                .filter(each -> each.state() == State.HELD)
                .map(
                        held ->
                                new UndertakingAid(
                                        undertaking,
                                        entries.stream()
                                                .map(
                                                        each ->
                                                                each.equals(held)
                                                                        ? each.in(State.RELEASED)
                                                                        : each)
                                                .toList(),
                                        declared));
    }

    /** The same with so much less for an application; empty when it was so before. */
    Optional<UndertakingAid> giveBack(
            ApplicationId application, OperationId operation, Euros amount) {
        if (entry(operation).isPresent()) {
            return Optional.empty();
        }
        return entries.reversed().stream()
                .filter(
                        each ->
                                each.application().equals(application)
                                        && each.state() == State.HELD)
                .findFirst()
                .map(
                        last ->
                                with(
                                        new Entry(
                                                operation,
                                                last.municipality(),
                                                application,
                                                amount,
                                                last.day(),
                                                State.GIVEN_BACK,
                                                Euros.ZERO)));
    }

    /** The same with another declaration. */
    UndertakingAid declaring(Declaration next) {
        return new UndertakingAid(undertaking, entries, next);
    }

    /** The same without what an application has; empty when it has nothing. */
    public Optional<UndertakingAid> without(ApplicationId application) {
        List<Entry> left =
                entries.stream().filter(each -> !each.application().equals(application)).toList();
        return left.size() == entries.size()
                ? Optional.empty()
                : Optional.of(new UndertakingAid(undertaking, left, declared));
    }

    private UndertakingAid with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new UndertakingAid(undertaking, more, declared);
    }
}
