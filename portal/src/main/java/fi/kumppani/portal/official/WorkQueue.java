package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks grants-service what waits for the officials of a municipality, everything at once. */
@Component
final class WorkQueue {

    /** Calls whose applications are counted; of the others it is only said that they are there. */
    private static final int MOST_COUNTED = 30;

    /** Applications are handled for so long after their call at the most. */
    private static final Duration COUNTED_FOR = Duration.ofDays(2 * 365L);

    private final Backends backends;
    private final Clock clock;

    WorkQueue(Backends backends, Clock clock) {
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * What there is.
     *
     * @param counted calls with what is known of their applications, the latest to close first
     * @param others all other calls
     */
    record Found(
            Answer<Listing<WorkCall>> calls,
            List<CallWork> counted,
            List<WorkCall> others,
            Answer<Listing<BatchFacts>> batches) {}

    /** A call with what arrived for it, how it compares, its board lists, and what waits after. */
    record CallWork(
            WorkCall call,
            Answer<Listing<Arrived>> arrived,
            Answer<Listing<Compared>> compared,
            Answer<Listing<BoardFacts>> lists,
            Answer<Listing<MatterFacts>> matters) {

        boolean isAway() {
            return arrived.isAway() || compared.isAway() || lists.isAway() || matters.isAway();
        }

        List<Arrived> arrivals() {
            return items(arrived);
        }

        /** Since when the oldest waits that is not decided; null when none does. */
        @Nullable Instant since() {
            return arrivals().stream()
                    .filter(each -> each.status() != null && each.submittedAt() != null)
                    .filter(each -> States.UNDECIDED.contains(each.status()))
                    .map(Arrived::submittedAt)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** The items of a list; none when its service is away. */
    static <T> List<T> items(Answer<Listing<T>> answer) {
        return answer.found().map(Listing::items).orElseGet(List::of);
    }

    Found of(String code, Official official) {
        Answer<Listing<WorkCall>> calls =
                WholeList.of(official.person(), from -> WorkCall.announced(code, from));
        CompletableFuture<Answer<Listing<BatchFacts>>> batches =
                backends.together(
                        () -> WholeList.of(official.person(), from -> BatchFacts.all(code, from)));
        Instant earliest = clock.instant().minus(COUNTED_FOR);
        List<WorkCall> latestFirst =
                items(calls).stream()
                        .sorted(Comparator.comparing(WorkCall::closesAt).reversed())
                        .toList();
        List<WorkCall> counted =
                latestFirst.stream()
                        .filter(call -> call.closesAt().isAfter(earliest))
                        .limit(MOST_COUNTED)
                        .toList();
        List<Supplier<CallWork>> asked =
                counted.stream().map(call -> asking(code, call, official)).toList();
        return new Found(
                calls,
                asked.stream().map(Supplier::get).toList(),
                latestFirst.stream().filter(call -> !counted.contains(call)).toList(),
                Backends.joined(batches));
    }

    /** Asks about a call at once; what was answered is had later. */
    private Supplier<CallWork> asking(String code, WorkCall call, Official official) {
        var arrived =
                backends.together(
                        () ->
                                WholeList.of(
                                        official.person(),
                                        from -> Arrived.of(code, call.id(), from)));
        var compared =
                backends.together(
                        () ->
                                WholeList.of(
                                        official.person(),
                                        from ->
                                                Compared.of(
                                                        code, call.id(), from, WholeList.AT_ONCE)));
        var lists =
                backends.together(() -> official.person().answer(BoardFacts.of(code, call.id())));
        var matters = backends.together(() -> MatterFacts.of(code, call.id(), official.person()));
        return () ->
                new CallWork(
                        call,
                        Backends.joined(arrived),
                        Backends.joined(compared),
                        Backends.joined(lists),
                        Backends.joined(matters));
    }
}
