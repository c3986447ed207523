package fi.kumppani.grants.overview.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ArrivalPages;
import fi.kumppani.grants.grantapplication.ListDecided;
import fi.kumppani.grants.overview.ListMatters;
import fi.kumppani.grants.overview.Matter;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What waits for officials after the decisions of a call, and since when. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}")
class MattersController {

    private static final List<String> HEADINGS =
            List.of("application", "diaryNumber", "what", "number", "since");

    private final ListMatters matters;
    private final ArrivalPages pages;

    MattersController(ListMatters matters, ArrivalPages pages) {
        this.matters = matters;
        this.pages = pages;
    }

    /**
     * One application that arrived.
     *
     * @param position among the arrivals of the call, from 1
     * @param matters none before a decision, and for readers who must keep out of it
     */
    record ArrivalView(int position, List<MatterView> matters) {

        static ArrivalView of(ListDecided.Placed<Matter> placed) {
            return new ArrivalView(
                    placed.position(), placed.items().stream().map(MatterView::of).toList());
        }
    }

    /**
     * Something that waits.
     *
     * @param what such as {@code report-handed-in} or {@code redress-open}
     * @param number which of several; absent where there is but one
     * @param since the first day it waited; absent while that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatterView(
            String applicationId,
            String diaryNumber,
            String what,
            @Nullable Integer number,
            @Nullable LocalDate since) {

        static MatterView of(Matter matter) {
            return new MatterView(
                    matter.decided().filing().id().value(),
                    matter.decided().receipt().number().toString(),
                    WireCodes.of(matter.kind()),
                    matter.number() == 0 ? null : matter.number(),
                    matter.since());
        }
    }

    /** What waits of all that arrived, in the order of arrival. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/matters")
    Page<ArrivalView> list(@PathVariable String id, Cursor cursor, CurrentUser user) {
        return pages.page(
                        id,
                        cursor,
                        (call, after, most) -> matters.list(call, user.subject(), after, most))
                .map(ArrivalView::of);
    }

    /** All of it for a spreadsheet. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/matters.csv")
    void export(@PathVariable String id, CurrentUser user, HttpServletResponse response)
            throws IOException {
        CallId call = pages.announced(id);
        CsvTable.answer(
                response,
                "matters.csv",
                HEADINGS,
                writer ->
                        matters.forEach(
                                call,
                                user.subject(),
                                each -> writer.accept(cells(MatterView.of(each)))));
    }

    private static List<String> cells(MatterView view) {
        return Stream.of(
                        view.applicationId(),
                        view.diaryNumber(),
                        view.what(),
                        view.number(),
                        view.since())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
