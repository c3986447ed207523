package fi.kumppani.portal.usage;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/** The page of receipts and files as both show it who write receipts and who keep files. */
@Component
final class ReceiptsView {

    static final String PART = UsageReportPage.PART + "/receipts";
    static final String FILES = ReportFacts.PATH + "/files";

    /** Why a file is not kept, as far as there are texts. */
    static final Set<String> FILE_REASONS = Set.of("attachments-full", "already-handed-in");

    private final OwnPages pages;
    private final Clock clock;

    ReceiptsView(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** What somebody asks of it. */
    record Asked(
            String code,
            String id,
            Person person,
            Reader reader,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {

        /** Leads to the page after something was done. */
        String back(String done) {
            return AfterActing.to(OwnPages.path(code, id) + PART, done, request);
        }
    }

    Asked asked(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return new Asked(code, id, pages.person(request, reader), reader, model, request, response);
    }

    /** A form in which nothing is written. */
    FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()));
    }

    /** The report as it is now. */
    static Versioned<ReportFacts> find(Asked asked) {
        return asked.person().found(ReportFacts.one(asked.code(), asked.id()));
    }

    /** Asks to keep a file with the report. */
    static Question<ReportFacts.File> keeping(Asked asked, MultipartFile file) throws IOException {
        return Uploads.keep(
                Backend.GRANTS,
                ReportFacts.File.class,
                FILES,
                ApplicationFacts.at(asked.code(), asked.id()),
                file);
    }

    /**
     * The page.
     *
     * @throws NoSuchPageException when the report is handed in
     */
    String page(Asked asked, FilledForm form) {
        ReportFacts facts = find(asked).value();
        if (!facts.isOpen()) {
            throw new NoSuchPageException();
        }
        pages.part(asked.person(), asked.code(), asked.id(), PART, asked.reader(), asked.model());
        asked.model().addAttribute("form", form);
        asked.model().addAttribute("costKinds", ReportContent.CATEGORIES);
        asked.model()
                .addAttribute(
                        "rows",
                        ReceiptRow.of(asked.code(), asked.id(), facts, asked.reader().language()));
        asked.model().addAttribute("files", ReceiptRow.files(asked.code(), asked.id(), facts));
        asked.model()
                .addAttribute("mayAdd", facts.content().receipts().size() < ReceiptFields.MOST);
        return "my-receipts";
    }
}
