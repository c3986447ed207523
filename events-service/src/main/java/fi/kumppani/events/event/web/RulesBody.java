package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.admission.QuotaRule;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.seating.PartyRule;
import fi.kumppani.events.seating.SeatRules;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules by which people register, as they are written and read; see {@link RegistrationRules}.
 * What is left out is as simple as can be. Times are ISO 8601 durations, for example {@code PT48H}.
 *
 * @param partyRule {@code together-in-order}, {@code together-overtaken} or {@code split}
 * @param admitted {@code anyone}, {@code associations}, {@code invited} or {@code members}
 * @param acceptWithin one hour to 14 days; with it, seats are offered
 * @param cutOff at most 14 days
 * @param holdFor one to 30 minutes
 * @param confirmAddressWithin one hour to 14 days
 * @param remindBefore at most 14 days before the start; a day when left out, nothing for {@code
 *     PT0S}
 * @param formVersion told, never written: which version of the questions this is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulesBody(
        @Nullable @Size(max = 20) @Valid List<QuotaBody> quotas,
        @Nullable @Min(0) @Max(SeatRules.MOST_WAITING) Integer mostWaiting,
        @Nullable @Pattern(regexp = "together-in-order|together-overtaken|split") String partyRule,
        @Nullable @Min(1) @Max(RegistrationRules.LARGEST_PARTY) Integer largestParty,
        @Nullable Instant opensAt,
        @Nullable @Pattern(regexp = "anyone|associations|invited|members") String admitted,
        @Nullable @Size(max = 500) Set<@Size(min = 1, max = 60) String> invited,
        @Nullable @Min(1) @Max(SeatRules.MOST_SEATS) Integer seatsPerAssociation,
        @Nullable Duration acceptWithin,
        @Nullable Duration cutOff,
        @Nullable Duration holdFor,
        @Nullable Duration confirmAddressWithin,
        @Nullable Boolean approval,
        @Nullable Boolean answerByMailOnly,
        @Nullable @Size(max = Form.MOST_QUESTIONS) @Valid List<QuestionBody> questions,
        @Nullable Integer formVersion,
        @Nullable @Valid WorkshopsBody workshops,
        @Nullable Duration remindBefore) {

    private static final String ID = "[a-z0-9-]{1,40}";
    private static final int LONGEST_LABEL = 300;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    /** A quota. */
    record QuotaBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText title,
            @NotNull @Min(1) @Max(SeatRules.MOST_SEATS) Integer seats) {}

    /**
     * A question.
     *
     * @param kind {@code text}, {@code one} or {@code several}
     * @param purpose {@code general}, {@code catering} or {@code accessibility}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText label,
            @NotNull @Pattern(regexp = "text|one|several") String kind,
            @Nullable @Pattern(regexp = "general|catering|accessibility") String purpose,
            @Nullable Boolean required,
            @Nullable @Size(max = 50) @Valid List<OptionBody> options,
            @Nullable @Valid ConditionBody condition) {}

    /** Something that can be chosen. */
    record OptionBody(@NotNull @Pattern(regexp = ID) String id, @NotNull LocalizedText label) {}

    /** When a question is asked. */
    record ConditionBody(
            @NotNull @Pattern(regexp = ID) String question,
            @NotNull @Size(min = 1, max = 50) Set<@Pattern(regexp = ID) String> anyOf) {}

    /** The workshop groups. */
    record WorkshopsBody(
            @Nullable Boolean byClass, @NotNull @Size(max = 30) @Valid List<GroupBody> groups) {}

    /**
     * A group.
     *
     * @param classes purpose classes 1–9
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText title,
            @Nullable @Min(1) @Max(SeatRules.MOST_SEATS) Integer seats,
            @Nullable Set<@Pattern(regexp = "[1-9]") String> classes) {}

    /** Whether only members of a network may register. */
    boolean isForMembers() {
        return WireCodes.of(Admitted.MEMBERS).equals(admitted);
    }

    static RegistrationRules rules(int capacity, @Nullable RulesBody body, Instant startsAt) {
        return body == null ? RegistrationRules.seats(capacity) : body.toRules(capacity, startsAt);
    }

    private RegistrationRules toRules(int capacity, Instant startsAt) {
        FieldErrors errors = new FieldErrors();
        List<QuotaBody> limits = Objects.requireNonNullElse(quotas, List.of());
        PartyRule party = read(PartyRule.class, partyRule, PartyRule.TOGETHER_IN_ORDER);
        Admitted who = read(Admitted.class, admitted, Admitted.ANYONE);
        List<Question> asked =
                Objects.requireNonNullElse(questions, List.<QuestionBody>of()).stream()
                        .map(RulesBody::question)
                        .toList();
        check(errors, limits, party, who, asked, startsAt);
        errors.throwIfAny();
        return new RegistrationRules(
                capacity,
                limits.stream().map(q -> new QuotaRule(q.id(), q.title(), q.seats())).toList(),
                Objects.requireNonNullElse(mostWaiting, SeatRules.MOST_WAITING),
                party,
                Objects.requireNonNullElse(largestParty, 1),
                opensAt,
                who,
                Objects.requireNonNullElse(invited, Set.of()),
                seatsPerAssociation,
                acceptWithin,
                Objects.requireNonNullElse(cutOff, Duration.ZERO),
                holdFor,
                confirmAddressWithin,
                Boolean.TRUE.equals(approval),
                Boolean.TRUE.equals(answerByMailOnly),
                new Form(0, asked),
                groups(workshops),
                remindBefore == null
                        ? RegistrationRules.A_DAY_BEFORE
                        : remindBefore.isZero() ? null : remindBefore);
    }

    private void check(
            FieldErrors errors,
            List<QuotaBody> limits,
            PartyRule party,
            Admitted who,
            List<Question> asked,
            Instant startsAt) {
        if (hasTwins(limits.stream().map(QuotaBody::id).toList())) {
            errors.add("registration.quotas", "duplicate", "Each quota has an id of its own");
        }
        limits.forEach(q -> errors.longest("registration.quotas." + q.id(), q.title(), 200));
        if (workshops != null
                && hasTwins(workshops.groups().stream().map(GroupBody::id).toList())) {
            errors.add("registration.workshops", "duplicate", "Each group has an id of its own");
        }
        if (party == PartyRule.SPLIT && acceptWithin != null) {
            errors.add(
                    "registration.partyRule",
                    "not-with-offers",
                    "Parties are split only where seats are theirs without asking");
        }
        if (opensAt != null && opensAt.isAfter(startsAt)) {
            errors.add("registration.opensAt", "after-start", "Not after the start");
        }
        if ((who == Admitted.INVITED) == (invited == null || invited.isEmpty())) {
            errors.add(
                    "registration.invited",
                    "contradiction",
                    "Name the associations invited when only these may register");
        }
        within(errors, "acceptWithin", acceptWithin, HOUR, FORTNIGHT);
        within(errors, "cutOff", cutOff, Duration.ZERO, FORTNIGHT);
        within(errors, "remindBefore", remindBefore, Duration.ZERO, FORTNIGHT);
        within(errors, "holdFor", holdFor, Duration.ofMinutes(1), Duration.ofMinutes(30));
        within(errors, "confirmAddressWithin", confirmAddressWithin, HOUR, FORTNIGHT);
        Form.faults(asked)
                .forEach(
                        (id, fault) ->
                                errors.add("registration.questions." + id, "unsound", fault));
        asked.forEach(
                question ->
                        errors.longest(
                                "registration.questions." + question.id(),
                                question.label(),
                                LONGEST_LABEL));
    }

    private static void within(
            FieldErrors errors,
            String field,
            @Nullable Duration time,
            Duration least,
            Duration most) {
        if (time != null && (time.compareTo(least) < 0 || time.compareTo(most) > 0)) {
            errors.add("registration." + field, "out-of-range", least + " to " + most);
        }
    }

    private static boolean hasTwins(List<String> ids) {
        return new HashSet<>(ids).size() < ids.size();
    }

    private static Workshops groups(@Nullable WorkshopsBody body) {
        return body == null
                ? Workshops.NONE
                : new Workshops(
                        Boolean.TRUE.equals(body.byClass()),
                        body.groups().stream()
                                .map(
                                        group ->
                                                new Workshops.Group(
                                                        group.id(),
                                                        group.title(),
                                                        group.seats(),
                                                        Objects.requireNonNullElse(
                                                                group.classes(), Set.of())))
                                .toList());
    }

    private static Question question(QuestionBody body) {
        return new Question(
                body.id(),
                body.label(),
                read(Question.Kind.class, body.kind(), Question.Kind.TEXT),
                read(Question.Purpose.class, body.purpose(), Question.Purpose.GENERAL),
                Boolean.TRUE.equals(body.required()),
                Objects.requireNonNullElse(body.options(), List.<OptionBody>of()).stream()
                        .map(option -> new Question.Option(option.id(), option.label()))
                        .toList(),
                body.condition() == null
                        ? null
                        : new Question.Condition(
                                body.condition().question(), body.condition().anyOf()));
    }

    static RulesBody of(RegistrationRules rules) {
        return new RulesBody(
                rules.quotas().stream()
                        .map(quota -> new QuotaBody(quota.id(), quota.title(), quota.seats()))
                        .toList(),
                rules.mostWaiting(),
                WireCodes.of(rules.partyRule()),
                rules.largestParty(),
                rules.opensAt(),
                WireCodes.of(rules.admitted()),
                rules.invited().isEmpty() ? null : new TreeSet<>(rules.invited()),
                rules.seatsPerAssociation(),
                rules.acceptWithin(),
                rules.cutOff(),
                rules.holdFor(),
                rules.confirmAddressWithin(),
                rules.approval(),
                rules.answerByMailOnly(),
                rules.form().questions().stream().map(RulesBody::of).toList(),
                rules.form().version(),
                new WorkshopsBody(
                        rules.workshops().byClass(),
                        rules.workshops().groups().stream()
                                .map(
                                        group ->
                                                new GroupBody(
                                                        group.id(),
                                                        group.title(),
                                                        group.seats(),
                                                        new TreeSet<>(group.classes())))
                                .toList()),
                Objects.requireNonNullElse(rules.remindBefore(), Duration.ZERO));
    }

    private static QuestionBody of(Question question) {
        return new QuestionBody(
                question.id(),
                question.label(),
                WireCodes.of(question.kind()),
                WireCodes.of(question.purpose()),
                question.required(),
                question.options().stream()
                        .map(option -> new OptionBody(option.id(), option.label()))
                        .toList(),
                question.condition() == null
                        ? null
                        : new ConditionBody(
                                question.condition().question(),
                                new TreeSet<>(question.condition().anyOf())));
    }

    private static <E extends Enum<E>> E read(Class<E> type, @Nullable String word, E otherwise) {
        return word == null ? otherwise : WireCodes.read(type, word).orElseThrow();
    }
}
