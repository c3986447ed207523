package fi.kumppani.grants.payment.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.payment.ListPayables;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What of a call is to be paid, and what the rest waits for. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}")
class PayablesController {

    private static final List<String> HEADINGS =
            List.of("application", "diaryNumber", "instalment", "amount", "payment", "holds");

    private final ListPayables payables;
    private final GrantCalls calls;

    PayablesController(ListPayables payables, GrantCalls calls) {
        this.payables = payables;
        this.calls = calls;
    }

    /**
     * One application that arrived.
     *
     * @param position among the arrivals of the call, from 1
     * @param instalments none before something is granted, and for readers who must keep out of it
     */
    record ArrivalView(int position, List<PayableView> instalments) {

        static ArrivalView of(ListPayables.Placed placed) {
            return new ArrivalView(
                    placed.position(), placed.payables().stream().map(PayableView::of).toList());
        }
    }

    /** The instalments of all that arrived, in the order of arrival. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/payables")
    Page<ArrivalView> list(@PathVariable String id, Cursor cursor, CurrentUser user) {
        return cursor.page(
                        payables.list(
                                call(id), user.subject(), position(cursor), cursor.fetchSize()),
                        placed -> Integer.toString(placed.position()))
                .map(ArrivalView::of);
    }

    /** All of it for a spreadsheet. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/payables.csv")
    void export(@PathVariable String id, CurrentUser user, HttpServletResponse response)
            throws IOException {
        CallId call = call(id);
        CsvTable.answer(
                response,
                "payables.csv",
                HEADINGS,
                writer ->
                        payables.forEach(
                                call,
                                user.subject(),
                                each -> writer.accept(cells(PayableView.of(each)))));
    }

    private static List<String> cells(PayableView view) {
        return Stream.of(
                        view.applicationId(),
                        view.diaryNumber(),
                        view.instalment(),
                        view.amount(),
                        view.payment(),
                        String.join(" ", view.holds()))
                .map(each -> Objects.toString(each, ""))
                .toList();
    }

    private CallId call(String id) {
        var call = new CallId(id);
        return calls.announced(call).map(_ -> call).orElseThrow(Problems::notFound);
    }

    private static int position(Cursor cursor) {
        String after = cursor.after();
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException _) {
            throw Problems.malformed("cursor", "unknown", "A cursor of an earlier page");
        }
    }
}
