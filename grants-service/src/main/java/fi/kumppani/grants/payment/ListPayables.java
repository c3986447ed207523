package fi.kumppani.grants.payment;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.grants.interest.JudgeImpartiality;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lists what of a call is to be paid, and what the rest waits for. */
@Service
public class ListPayables {

    private static final int PAGE = 200;

    private final ListArrivedApplications arrived;
    private final ReadPayables readPayables;
    private final JudgeImpartiality impartiality;

    ListPayables(
            ListArrivedApplications arrived,
            ReadPayables readPayables,
            JudgeImpartiality impartiality) {
        this.arrived = arrived;
        this.readPayables = readPayables;
        this.impartiality = impartiality;
    }

    /** The instalments of the applications at one position among the arrivals of a call. */
    public record Placed(int position, List<Payable> payables) {

        /** Copies the list. */
        public Placed {
            payables = List.copyOf(payables);
        }
    }

    /**
     * Some of them, in the order of arrival; of applications that the reader must keep out of there
     * are none.
     *
     * @param by who reads, as the identity provider's opaque {@code sub}
     * @param after only those that arrived later; 0 for the beginning
     * @param most how many applications to look at, 1 or more
     */
    public List<Placed> list(CallId call, String by, int after, int most) {
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
        List<Payable> payables =
                readPayables.of(
                        decided.stream()
                                .filter(each -> !closed.contains(each.filing().id().value()))
                                .toList());
        return rows.stream().map(row -> new Placed(row.position(), ofRow(row, payables))).toList();
    }

    private static List<Payable> ofRow(ListArrivedApplications.Row row, List<Payable> payables) {
        return row.application().stream()
                .flatMap(
                        application ->
                                payables.stream()
                                        .filter(
                                                each ->
                                                        each.candidate()
                                                                .decided()
                                                                .filing()
                                                                .id()
                                                                .equals(application.filing().id())))
                .toList();
    }

    /** Shows all of them. */
    public void forEach(CallId call, String by, Consumer<Payable> reader) {
        int after = 0;
        List<Placed> page;
        do {
            page = list(call, by, after, PAGE);
            page.forEach(each -> each.payables().forEach(reader));
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
    }
}
