package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that go with an application: those that are there, one more, and one less. */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/files")
class FilesPage {

    private static final String PATH = ApplicationFacts.PATH + "/attachments";
    private static final Set<String> REASONS =
            Set.of("attachments-full", "already-submitted", "supplement-late");
    private static final Set<String> DONE = Set.of("attached", "removed");

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
        String fault = Uploads.fault(file).orElse(null);
        if (file == null || fault != null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("refusal", fault);
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
        return Uploads.keep(
                Backend.GRANTS,
                Done.class,
                requirement.isEmpty() ? PATH : PATH + "?requirement={requirement}",
                variables,
                file);
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
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(OwnPages.path(code, id) + "/files", done, request),
                refusal -> {
                    model.addAttribute("refusal", Uploads.text(refusal, REASONS));
                    return page(code, id, person, reader, model);
                },
                () -> {
                    model.addAttribute("refusal", "files.away");
                    return page(code, id, person, reader, model);
                });
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
                Uploads.kilobytes(file.bytes()),
                required.stream()
                        .filter(each -> each.id().equals(file.requirement()))
                        .map(Required::label)
                        .findFirst()
                        .orElse(null));
    }
}
