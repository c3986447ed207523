package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Imports associations from a file: first it is told what would become of each row, then they are
 * imported. In between the file travels in the form, so nothing is kept of what is given up.
 */
@Controller
@RequestMapping("/m/{code}/registry/import")
class ImportPage {

    private static final String UNCHANGED = "unchanged";
    private static final String REFUSED = "refused";
    private static final Pattern COUNTS = Pattern.compile("[0-9]{1,4}(?:-[0-9]{1,4}){2}");

    private final RegistrarPages pages;

    ImportPage(RegistrarPages pages) {
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param done after an import how many rows were imported, unchanged and refused, as {@code
     *     12-3-0}
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        if (COUNTS.matcher(done).matches()) {
            model.addAttribute("counts", List.of(done.split("-")));
        }
        return page(visit, pages.form());
    }

    /** The columns there may be, as a file to begin with. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        visit(code, request, reader, model, response);
        String row = "\ufeff" + String.join(";", ImportFile.COLUMNS) + "\r\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"associations.csv\"")
                .body(row.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells what would become of each row.
     *
     * @param rows the file as an earlier page has it, when none is sent
     */
    @PostMapping
    String rehearse(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String rows,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Visit visit = visit(code, request, reader, model, response);
        byte[] content = file == null || file.isEmpty() ? decoded(rows) : file.getBytes();
        return switch (ImportFile.read(content)) {
            case ImportFile.Reading.Faulty(String text) -> unreadable(visit, text);
            case ImportFile.Reading.Read(List<ImportRow> read) -> {
                model.addAttribute("rows", Base64.getEncoder().encodeToString(content));
                yield rehearsed(visit, Imports.of(visit.person(), code, Imports.TRIAL, read));
            }
        };
    }

    /** Imports the rows of a file as an earlier page has it. */
    @PostMapping("/rows")
    String take(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String rows,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        return switch (ImportFile.read(decoded(rows))) {
            case ImportFile.Reading.Faulty(String text) -> unreadable(visit, text);
            case ImportFile.Reading.Read(List<ImportRow> read) -> {
                model.addAttribute("rows", rows);
                yield taken(visit, Imports.of(visit.person(), code, Imports.REAL, read));
            }
        };
    }

    /** Leads back here after the login; the file is then sent again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry/import", request);
    }

    private String rehearsed(Visit visit, Imports.Outcome outcome) {
        FilledForm form = pages.form();
        if (!outcome.isWhole()) {
            return unfinished(visit, outcome, form, "registrar.away");
        }
        Model model = visit.model();
        model.addAttribute("trial", outcome.rows());
        model.addAttribute("importable", outcome.count("importable"));
        model.addAttribute(UNCHANGED, outcome.count(UNCHANGED));
        model.addAttribute(REFUSED, outcome.count(REFUSED));
        return page(visit, form);
    }

    private String taken(Visit visit, Imports.Outcome outcome) {
        if (!outcome.isWhole()) {
            visit.model().addAttribute("resumable", true);
            return unfinished(visit, outcome, pages.form(), "registrar.import.unfinished");
        }
        String counts =
                Stream.of("imported", UNCHANGED, REFUSED)
                        .map(result -> Long.toString(outcome.count(result)))
                        .collect(Collectors.joining("-"));
        return visit.go(path(visit.code()), counts);
    }

    private String unfinished(Visit visit, Imports.Outcome outcome, FilledForm form, String away) {
        if (outcome.answer() instanceof Answer.Refused<Imports.Answered>(var refusal)) {
            visit.response().setStatus(refusal.status());
            form.refuse(refusal, "registrar", List.of());
        } else {
            visit.response().setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            form.refuse(away);
        }
        return page(visit, form);
    }

    private String unreadable(Visit visit, String text) {
        FilledForm form = pages.form();
        form.put("file", "");
        form.refuse("file", text);
        return visit.unsound(() -> page(visit, form));
    }

    private static byte[] decoded(String rows) {
        try {
            return Base64.getDecoder().decode(rows);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String path(String code) {
        return RegistrarPages.registry(code) + "/import";
    }

    private Visit visit(
            String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(code, path(code), request, reader, model, response);
    }

    private static String page(Visit visit, FilledForm form) {
        Model model = visit.model();
        model.addAttribute("form", form);
        model.addAttribute("columns", ImportFile.COLUMNS);
        model.addAttribute("legalForms", LegalForms.ALL);
        model.addAttribute("purposeClasses", Wanted.CLASSES);
        model.addAttribute("mostRows", ImportFile.MOST_ROWS);
        return "registry-import";
    }
}
