package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.interest.JudgeImpartiality;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists what there is to tell of the decided applications of a call, in the order of arrival, by
 * look-ups of ids alone; of those that the reader must keep out of there is nothing.
 */
@Service
public class ListDecided {

    private static final int PAGE = 200;

    private final ListArrivedApplications arrived;
    private final JudgeImpartiality impartiality;

    ListDecided(ListArrivedApplications arrived, JudgeImpartiality impartiality) {
        this.arrived = arrived;
        this.impartiality = impartiality;
    }

    /**
     * What there is to tell of the application at one position among the arrivals of a call.
     *
     * @param position from 1
     * @param <T> what is told
     */
    public record Placed<T>(int position, List<T> items) {

        /** Copies the list. */
        public Placed {
            items = List.copyOf(items);
        }
    }

    /**
     * Looks up what there is to tell of applications.
     *
     * @param find what there is of several at once, in their order
     * @param decided of which of them something is
     * @param <T> what is told
     */
    public record Telling<T>(
            Function<List<GrantApplication.Decided>, List<T>> find,
            Function<T, GrantApplication.Decided> decided) {}

    /**
     * Some of it.
     *
     * @param by who reads, as the identity provider's opaque {@code sub}
     * @param after only what arrived later; 0 for the beginning
     * @param most how many applications to look at, 1 or more
     */
    public <T> List<Placed<T>> list(
            CallId call, String by, int after, int most, Telling<T> telling) {
        List<ListArrivedApplications.Row> rows = arrived.list(call, after, most);
        List<GrantApplication.Decided> decided =
                rows.stream()
                        .flatMap(row -> row.application().stream())
                        .flatMap(each -> each.decided().stream())
                        .toList();
        Set<String> closed =
                impartiality
                        .ofAll(by, decided.stream().map(GrantApplication::matter).toList())
                        .keySet();
        Map<ApplicationId, List<T>> found =
                telling
                        .find()
                        .apply(
                                decided.stream()
                                        .filter(
                                                each ->
                                                        !closed.contains(
                                                                each.filing().id().value()))
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> telling.decided().apply(each).filing().id()));
        return rows.stream()
                .map(
                        row ->
                                new Placed<>(
                                        row.position(),
                                        row.application()
                                                .map(each -> each.filing().id())
                                                .map(id -> found.getOrDefault(id, List.of()))
                                                .orElseGet(List::of)))
                .toList();
    }

    /** Shows all of it. */
    public <T> void forEach(CallId call, String by, Telling<T> telling, Consumer<T> reader) {
        int after = 0;
        List<Placed<T>> page;
        do {
            page = list(call, by, after, PAGE, telling);
            page.forEach(each -> each.items().forEach(reader));
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
    }
}
