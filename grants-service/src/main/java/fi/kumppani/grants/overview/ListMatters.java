package fi.kumppani.grants.overview;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.grants.interest.JudgeImpartiality;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Set;

/** Lists what waits for officials after the decisions of a call, by look-ups of ids alone. */
@Service
public class ListMatters {

    private final ListArrivedApplications arrived;
    private final JudgeImpartiality impartiality;
    private final FindMatters findMatters;

    ListMatters(
            ListArrivedApplications arrived,
            JudgeImpartiality impartiality,
            FindMatters findMatters) {
        this.arrived = arrived;
        this.impartiality = impartiality;
        this.findMatters = findMatters;
    }

    /** What waits of the application at one position among the arrivals of a call. */
    public record Placed(int position, List<Matter> matters) {

        /** Copies the list. */
        public Placed {
            matters = List.copyOf(matters);
        }
    }

    /**
     * Some of it, in the order of arrival; of applications that the reader must keep out of, and of
     * imported ones, there is nothing.
     *
     * @param by who reads, as the identity provider's opaque {@code sub}
     * @param after only what arrived later; 0 for the beginning
     * @param most how many applications to look at, 1 or more
     */
    public List<Placed> list(CallId call, String by, int after, int most) {
        List<ListArrivedApplications.Row> rows = arrived.list(call, after, most);
        List<GrantApplication.Decided> decided =
                rows.stream()
                        .flatMap(row -> row.application().stream())
                        .flatMap(each -> each.decided().stream())
                        .filter(each -> !each.filing().imported())
                        .toList();
        Set<String> closed =
                impartiality
                        .ofAll(by, decided.stream().map(GrantApplication::matter).toList())
                        .keySet();
        List<Matter> matters =
                findMatters.of(
                        decided.stream()
                                .filter(each -> !closed.contains(each.filing().id().value()))
                                .toList());
        return rows.stream().map(row -> new Placed(row.position(), ofRow(row, matters))).toList();
    }

    private static List<Matter> ofRow(ListArrivedApplications.Row row, List<Matter> matters) {
        return row.application().stream()
                .flatMap(
                        application ->
                                matters.stream()
                                        .filter(
                                                each ->
                                                        each.decided()
                                                                .filing()
                                                                .id()
                                                                .equals(application.filing().id())))
                .toList();
    }
}
