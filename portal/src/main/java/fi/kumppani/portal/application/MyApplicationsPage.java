package fi.kumppani.portal.application;

import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.List;

/** The applications of the associations that a person may act for, and what is due of each. */
@Controller
class MyApplicationsPage {

    private final Municipalities municipalities;
    private final Representatives representatives;

    MyApplicationsPage(Municipalities municipalities, Representatives representatives) {
        this.municipalities = municipalities;
        this.representatives = representatives;
    }

    /** An association with its applications. */
    record Group(Told association, List<Row> rows) {}

    /** An application in words. */
    record Row(
            String id,
            Told call,
            String status,
            @Nullable String diaryNumber,
            String requested,
            @Nullable String granted,
            List<DueView> due) {

        static Row of(OwnFacts.Row row, Language language) {
            return new Row(
                    row.id(),
                    row.callTitle().told(language),
                    Statuses.known(row.status()),
                    row.diaryNumber(),
                    Formats.euros(row.requested()),
                    row.granted() == null || row.granted().signum() == 0
                            ? null
                            : Formats.euros(row.granted()),
                    row.due().stream().map(due -> DueView.of(due, language)).toList());
        }
    }

    @GetMapping("/m/{code}/my/applications")
    String see(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        OwnFacts own = Representatives.own(representatives.of(request, reader), code);
        Language language = reader.language();
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute(
                "groups",
                own.associations().stream()
                        .map(
                                association ->
                                        new Group(
                                                association.told(language),
                                                own.applications().stream()
                                                        .filter(
                                                                row ->
                                                                        row.associationId()
                                                                                .equals(
                                                                                        association
                                                                                                .id()))
                                                        .map(row -> Row.of(row, language))
                                                        .toList()))
                        .toList());
        return "my-applications";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications", request);
    }
}
