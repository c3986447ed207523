package fi.kumppani.portal.grant;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A call as its page shows it.
 *
 * @param situation {@code open}, {@code coming} or {@code closed}
 * @param kind of the grant; {@code other} for one that is new to the portal
 * @param rounds when it takes applications
 * @param forms which kinds of associations may apply
 * @param receiptsBy until when receipts are shown, where it is paid afterwards
 */
record CallView(
        String situation,
        Told title,
        @Nullable Told description,
        @Nullable Told criteria,
        String kind,
        List<Round> rounds,
        String budget,
        String cap,
        @Nullable String capPerApplicant,
        @Nullable String capPerEvent,
        @Nullable String lightUpTo,
        List<Tier> tiers,
        List<String> forms,
        String payment,
        boolean paidWhenFinal,
        @Nullable String receiptsBy,
        List<Criterion> weighted,
        List<Attachment> attachments,
        List<Rule> rules) {

    private static final String OTHER = "other";
    private static final Set<String> KINDS =
            Set.of(
                    "general",
                    "operating",
                    "project",
                    "event",
                    "village-development",
                    "rent",
                    "large-public-benefit",
                    "one-off",
                    "start-up-loan");
    private static final Set<String> FORMS =
            Set.of("registered-association", "unregistered-group", "cooperative", "foundation");
    private static final Set<String> PAYMENTS =
            Set.of("in-advance", "instalments", "afterwards", "loan");

    /** A time in which it takes applications. */
    record Round(@Nullable Told name, String from, String until, String opensAt, String closesAt) {}

    /** What costs at most this much gets at most so many percent of it. */
    record Tier(String upTo, int percent) {}

    /** What applications are scored by. */
    record Criterion(Told text, int weight) {}

    /** A file that goes with an application. */
    record Attachment(Told label, boolean firstTimeOnly) {}

    /**
     * A rule.
     *
     * @param code {@code other} for one that is new to the portal
     * @param statement what is declared
     * @param number how many applications
     */
    record Rule(String code, @Nullable Told statement, @Nullable Integer number) {

        private static final Set<String> CODES =
                Set.of(
                        "home-here",
                        "declaration",
                        "not-begun",
                        "within-year",
                        "one-call-of",
                        "at-most");

        static Rule of(CallDetails.Rule rule, Language language) {
            return new Rule(
                    known(CODES, rule.rule()),
                    LocalizedText.maybe(rule.statement(), language),
                    rule.applications());
        }
    }

    static CallView of(CallDetails call, Instant now, Language language) {
        CallDetails.Scheme scheme = call.scheme();
        return new CallView(
                situation(call, now),
                call.title().told(language),
                LocalizedText.maybe(call.description(), language),
                LocalizedText.maybe(call.criteria(), language),
                kind(call),
                rounds(call, language),
                Formats.euros(call.budget()),
                Formats.euros(call.capPerApplication()),
                euros(scheme.capPerApplicant()),
                euros(scheme.capPerEvent()),
                euros(scheme.lightUpTo()),
                scheme.share() == null
                        ? List.of()
                        : scheme.share().tiers().stream()
                                .map(tier -> new Tier(Formats.euros(tier.upTo()), tier.percent()))
                                .toList(),
                forms(call),
                known(PAYMENTS, scheme.payment().mode()),
                scheme.payment().onlyWhenFinal(),
                scheme.payment().receiptsBy() == null
                        ? null
                        : Formats.day(scheme.payment().receiptsBy(), language),
                scheme.criteria().stream()
                        .map(each -> new Criterion(each.text().told(language), each.weight()))
                        .toList(),
                scheme.attachments().stream()
                        .map(
                                each ->
                                        new Attachment(
                                                each.label().told(language), each.firstTimeOnly()))
                        .toList(),
                scheme.rules().stream().map(rule -> Rule.of(rule, language)).toList());
    }

    /** Of which kind it is; {@code other} for one that is new to the portal. */
    static String kind(CallDetails call) {
        return known(KINDS, call.scheme().kind());
    }

    /** Which kinds of associations may apply. */
    static List<String> forms(CallDetails call) {
        return call.eligibleForms().stream().map(form -> known(FORMS, form)).distinct().toList();
    }

    private static String situation(CallDetails call, Instant now) {
        if (call.open()) {
            return "open";
        }
        return call.closesAt().isAfter(now) ? "coming" : "closed";
    }

    private static List<Round> rounds(CallDetails call, Language language) {
        return call.rounds().isEmpty()
                ? List.of(round(null, call.opensAt(), call.closesAt(), language))
                : call.rounds().stream()
                        .map(
                                each ->
                                        round(
                                                LocalizedText.maybe(each.name(), language),
                                                each.opensAt(),
                                                each.closesAt(),
                                                language))
                        .toList();
    }

    private static Round round(
            @Nullable Told name, Instant opensAt, Instant closesAt, Language language) {
        return new Round(
                name,
                Formats.moment(opensAt, language),
                Formats.moment(closesAt, language),
                opensAt.toString(),
                closesAt.toString());
    }

    private static String known(Set<String> codes, String code) {
        return codes.contains(code) ? code : OTHER;
    }

    private static @Nullable String euros(@Nullable BigDecimal amount) {
        return amount == null ? null : Formats.euros(amount);
    }
}
