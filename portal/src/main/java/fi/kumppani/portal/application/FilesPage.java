package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The files that go with an application: those that are there, one more, and one less. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/files")
class FilesPage {

    private static final long LARGEST = 5L * 1024 * 1024;
    private static final BigDecimal KILO = BigDecimal.valueOf(1024);
    private static final String PATH = ApplicationFacts.PATH + "/attachments";
    private static final Set<String> REASONS =
            Set.of("attachments-full", "already-submitted", "supplement-late");
    private static final Set<String> DONE = Set.of("attached", "removed");
    private static final Set<String> FAULTS = Set.of("type", "harmful", "empty", "taken");

    private final OwnPages pages;

    FilesPage(OwnPages pages) {
        this.pages = pages;
    }

    /**
     * A file that is there.
     *
     * @param size in kilobytes
     * @param label which of the attachments that the call requires it is
     */
    record Row(String id, String name, String href, String size, @Nullable Told label) {}

    /**
     * An attachment that the call requires.
     *
     * @param isThere whether a file was attached as it
     */
    record Required(String id, Told label, boolean firstTimeOnly, boolean isThere) {

        static List<Required> of(CallPart call, ApplicationFacts facts, Language language) {
            return call.attachments().stream()
                    .map(
                            each ->
                                    new Required(
                                            each.id(),
                                            each.label().told(language),
                                            each.firstTimeOnly(),
                                            facts.attachments().stream()
                                                    .anyMatch(
                                                            file ->
                                                                    each.id()
                                                                            .equals(
                                                                                    file
                                                                                            .requirement()))))
                    .toList();
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(code, id, pages.person(request, reader), reader, model);
    }

    @PostMapping
    String attach(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String requirement,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Person person = pages.person(request, reader);
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("refusal", "files.error.empty");
            return page(code, id, person, reader, model);
        }
        if (file.getSize() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("refusal", "files.error.too-large");
            return page(code, id, person, reader, model);
        }
        return answered(
                code,
                id,
                person.answer(attach(code, id, file, requirement)),
                "attached",
                person,
                request,
                reader,
                model,
                response);
    }

    @PostMapping("/{file}/removal")
    String remove(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String file,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return answered(
                code,
                id,
                person.answer(
                        Question.delete(
                                Backend.GRANTS,
                                PATH + "/{file}",
                                Map.of("municipality", code, "id", id, "file", file))),
                "removed",
                person,
                request,
                reader,
                model,
                response);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}/files", request);
    }

    private static Question<Done> attach(
            String code, String id, MultipartFile file, String requirement) throws IOException {
        Map<String, String> variables = new HashMap<>(ApplicationFacts.at(code, id));
        variables.put("requirement", requirement);
        return Question.post(
                        Backend.GRANTS,
                        Done.class,
                        requirement.isEmpty() ? PATH : PATH + "?requirement={requirement}",
                        variables,
                        file.getBytes())
                .with(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(file), StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    /** The name without the folders that some browsers send along. */
    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceFirst(".*[/\\\\]", "");
    }

    private String answered(
            String code,
            String id,
            Answer<Done> answer,
            String done,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return switch (answer) {
            case Answer.Found<Done> _ ->
                    OwnPages.to(OwnPages.path(code, id) + "/files", done, request);
            case Answer.Missing<Done> _ -> throw new NoSuchPageException();
            case Answer.Refused<Done>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute("refusal", text(refusal));
                yield page(code, id, person, reader, model);
            }
            case Answer.Away<Done> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute("refusal", "files.away");
                yield page(code, id, person, reader, model);
            }
        };
    }

    private static String text(Refusal refusal) {
        return refusal.errors().stream()
                .map(Refusal.FieldError::code)
                .filter(FAULTS::contains)
                .findFirst()
                .map(code -> "files.error." + code)
                .orElse(
                        REASONS.contains(refusal.reason())
                                ? "files.reason." + refusal.reason()
                                : "files.refused");
    }

    private String page(String code, String id, Person person, Reader reader, Model model) {
        ApplicationFacts facts = pages.application(person, code, id).value();
        CallPart call = pages.call(code, facts.callId(), reader);
        String path = OwnPages.path(code, id);
        List<Required> required = Required.of(call, facts, reader.language());
        pages.frame(code, path + "/files", reader, model);
        model.addAttribute("path", path);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("open", facts.isOpen());
        model.addAttribute("required", required);
        model.addAttribute(
                "files",
                facts.attachments().stream().map(each -> row(code, id, each, required)).toList());
        return "my-files";
    }

    private static Row row(
            String code, String id, ApplicationFacts.Attachment file, List<Required> required) {
        return new Row(
                file.id(),
                file.name(),
                "/api/grants/v1/municipalities/"
                        + code
                        + "/applications/"
                        + id
                        + "/attachments/"
                        + file.id(),
                Formats.number(
                        BigDecimal.valueOf(file.bytes()).divide(KILO, 0, RoundingMode.CEILING)),
                required.stream()
                        .filter(each -> each.id().equals(file.requirement()))
                        .map(Required::label)
                        .findFirst()
                        .orElse(null));
    }
}
