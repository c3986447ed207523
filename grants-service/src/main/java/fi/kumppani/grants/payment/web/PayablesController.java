package fi.kumppani.grants.payment.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ArrivalPages;
import fi.kumppani.grants.grantapplication.ListDecided;
import fi.kumppani.grants.payment.ListPayables;
import fi.kumppani.grants.payment.Payable;
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
    private final ArrivalPages pages;

    PayablesController(ListPayables payables, ArrivalPages pages) {
        this.payables = payables;
        this.pages = pages;
    }

    /**
     * One application that arrived.
     *
     * @param position among the arrivals of the call, from 1
     * @param instalments none before something is granted, and for readers who must keep out of it
     */
    record ArrivalView(int position, List<PayableView> instalments) {

        static ArrivalView of(ListDecided.Placed<Payable> placed) {
            return new ArrivalView(
                    placed.position(), placed.items().stream().map(PayableView::of).toList());
        }
    }

    /** The instalments of all that arrived, in the order of arrival. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/payables")
    Page<ArrivalView> list(@PathVariable String id, Cursor cursor, CurrentUser user) {
        return pages.page(
                        id,
                        cursor,
                        (call, after, most) -> payables.list(call, user.subject(), after, most))
                .map(ArrivalView::of);
    }

    /** All of it for a spreadsheet. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/payables.csv")
    void export(@PathVariable String id, CurrentUser user, HttpServletResponse response)
            throws IOException {
        CallId call = pages.announced(id);
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
}
