package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something about a decided application that waits for officials.
 *
 * @param what such as {@code report-handed-in}
 * @param number which of several; absent where there is but one
 * @param since the first day it waited; absent while that is not known
 */
public record MatterFacts(
        String applicationId,
        String diaryNumber,
        String what,
        @Nullable Integer number,
        @Nullable LocalDate since) {

    /** What there are words for, with the page on which it is looked after. */
    private static final Map<String, String> PAGES =
            Map.of(
                    "decision-untold", "/redress",
                    "report-handed-in", "/report",
                    "report-checked", "/report",
                    "report-overdue", "/report",
                    "change-asked", "/changes",
                    "redress-open", "/redress",
                    "ruling-untold", "/redress",
                    "recovery-proposed", "/recovery",
                    "recovery-overdue", "/recovery",
                    "account-proposed", "/account");

    private static final ParameterizedTypeReference<Listing<Arrival>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** What waits since an unknown day comes last. */
    static final Comparator<MatterFacts> OLDEST_FIRST =
            Comparator.comparing(
                    MatterFacts::since, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What waits of one application. */
    record Arrival(List<MatterFacts> matters) {}

    /** The matter in words. */
    public record Shown(
            String href, String what, @Nullable String number, @Nullable String since) {}

    /** The matter in words. */
    public Shown shown(String code, Language language) {
        return new Shown(
                WorkPages.application(code, applicationId) + PAGES.getOrDefault(what, ""),
                known(),
                diaryNumber,
                since == null ? null : Formats.day(since, language));
    }

    /** What it is, as far as pages have words for it. */
    public String known() {
        return PAGES.containsKey(what) ? what : "other";
    }

    /** What waits after the decisions of a call, the oldest first. */
    static Answer<Listing<MatterFacts>> of(String municipality, String call, Person person) {
        return oldestFirst(WholeList.of(person, asking(municipality, call)));
    }

    /** The same of as many applications as are put in order. */
    public static Answer<Listing<MatterFacts>> toOrder(
            String municipality, String call, Person person) {
        return oldestFirst(WholeList.toOrder(person, asking(municipality, call)));
    }

    private static Function<String, Question<Listing<Arrival>>> asking(
            String municipality, String call) {
        return from ->
                Question.page(
                        Backend.GRANTS,
                        LISTING,
                        WorkCall.ALL + "/{id}/matters",
                        WorkCall.at(municipality, call),
                        from,
                        WholeList.AT_ONCE);
    }

    private static Answer<Listing<MatterFacts>> oldestFirst(Answer<Listing<Arrival>> answer) {
        return answer.map(
                found ->
                        new Listing<>(
                                found.items().stream()
                                        .flatMap(each -> each.matters().stream())
                                        .sorted(OLDEST_FIRST)
                                        .toList(),
                                found.next()));
    }
}
