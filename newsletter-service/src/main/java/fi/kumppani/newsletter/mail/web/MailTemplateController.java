package fi.kumppani.newsletter.mail.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.MailTemplate;
import fi.kumppani.newsletter.mail.MailTemplates;
import fi.kumppani.newsletter.mail.MailVariables;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Stream;

/** Where coordinators put words of their own into the mails of their municipality. */
@RestController
@RequestMapping("/v1/municipalities/{code}/mail-templates")
class MailTemplateController {

    private final MailTemplates templates;

    MailTemplateController(MailTemplates templates) {
        this.templates = templates;
    }

    /**
     * Which kinds of mail there are.
     *
     * @param items each with whether the municipality has words of its own for it
     */
    record KindsView(List<KindView> items) {}

    /** A kind of mail. */
    record KindView(String kind, boolean written, List<String> variables) {}

    /**
     * The words for a kind of mail.
     *
     * @param variables what may stand in them in braces
     */
    record TemplateView(
            String kind,
            @Nullable LocalizedText subject,
            @Nullable LocalizedText lead,
            @Nullable LocalizedText closing,
            List<String> variables) {}

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    KindsView list(@PathVariable String code) {
        List<MailKind> written = templates.written();
        return new KindsView(
                Stream.of(MailKind.values())
                        .map(
                                kind ->
                                        new KindView(
                                                kind.wireName(),
                                                written.contains(kind),
                                                MailVariables.of(kind)))
                        .toList());
    }

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/{kind}")
    ResponseEntity<TemplateView> show(@PathVariable String code, @PathVariable String kind) {
        MailKind known = kind(kind);
        return view(known, templates.of(known));
    }

    /** In the place of what was said before; mails that leave from now on say it. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{kind}")
    ResponseEntity<TemplateView> write(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestBody MailTemplateRequest request,
            IfMatch ifMatch) {
        MailKind known = kind(kind);
        return view(known, templates.write(known, ifMatch.version(), request.toDomain(known)));
    }

    private static MailKind kind(String name) {
        return MailKind.named(name).orElseThrow(Problems::notFound);
    }

    private static ResponseEntity<TemplateView> view(MailKind kind, Stored<MailTemplate> stored) {
        MailTemplate template = stored.body();
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(
                        new TemplateView(
                                kind.wireName(),
                                template.subject(),
                                template.lead(),
                                template.closing(),
                                MailVariables.of(kind)));
    }
}
