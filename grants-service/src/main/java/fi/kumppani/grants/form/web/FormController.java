package fi.kumppani.grants.form.web;

import fi.kumppani.grants.form.AnswerCheck.Extent;
import fi.kumppani.grants.form.FormContent;
import fi.kumppani.grants.form.FormId;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.grants.form.WriteForm;
import fi.kumppani.grants.form.schema.FormSchema;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.kit.web.ReaderLanguage;

import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Forms, written by officers; every version stays readable for everybody. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/forms")
class FormController {

    private static final String WRITE = "grants.form.write";
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final WriteForm writeForm;
    private final GrantForms forms;

    FormController(WriteForm writeForm, GrantForms forms) {
        this.writeForm = writeForm;
        this.forms = forms;
    }

    /** Writes a new form. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping
    ResponseEntity<FormView> begin(@Valid @RequestBody FormBody body, IdempotencyKey key) {
        FormContent content = body.content();
        Creation creation = new Creation(key.uniqueKey(WRITE), key.bodyHash());
        return switch (writeForm.begin(content, creation)) {
            case Insertion.Inserted<FormVersion>(var stored) -> begun(stored.id(), content);
            case Insertion.Repeated<FormVersion>(var stored) -> begun(stored.id(), content);
            case Insertion.KeyReused<FormVersion> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<FormVersion>(var field) ->
                    throw new IllegalStateException("Forms share nothing: " + field);
        };
    }

    /** The answer to the creation: as it was then, however often it is asked for. */
    private static ResponseEntity<FormView> begun(String id, FormContent content) {
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + Tenancy.current() + "/forms/" + id))
                .eTag(ETags.of(1))
                .body(FormView.of(new FormVersion(new FormId(id), 1, content)));
    }

    /** Writes a form anew: another version of it. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{id}")
    ResponseEntity<FormView> rewrite(
            @PathVariable String id, @Valid @RequestBody FormBody body, IfMatch seen) {
        return switch (writeForm
                .rewrite(new FormId(id), seen.version(), body.content())
                .orElseThrow(Problems::notFound)) {
            case GrantForms.Rewriting.Kept(var latest) -> view(latest);
            case GrantForms.Rewriting.Full _ ->
                    throw Problems.refused(
                            "versions-full",
                            "A form has at most " + GrantForms.MOST_VERSIONS + " versions");
        };
    }

    /** The forms there are, each in its latest version. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    Page<FormView> all(Cursor cursor) {
        List<Stored<FormVersion>> found =
                forms.list(Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> FormView.of(stored.body()));
    }

    /** The latest version of a form. */
    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<FormView> latest(@PathVariable String id) {
        return forms.latest(new FormId(id))
                .map(FormController::view)
                .orElseThrow(Problems::notFound);
    }

    /** A version of a form. */
    @OpenToAll
    @GetMapping("/{id}/versions/{version}")
    FormView version(@PathVariable String id, @PathVariable String version) {
        return FormView.of(find(id, version));
    }

    /** What answers to a version look like, as JSON Schema in the language of the reader. */
    @OpenToAll
    @GetMapping("/{id}/versions/{version}/schema")
    ResponseEntity<String> schema(
            @PathVariable String id, @PathVariable String version, ReaderLanguage reader) {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .body(FormSchema.of(find(id, version), Extent.WHOLE, reader.language()).toString());
    }

    private FormVersion find(String id, String version) {
        if (!version.matches("[1-9][0-9]{0,3}")) {
            throw Problems.notFound();
        }
        return forms.version(new FormId(id), Integer.parseInt(version))
                .orElseThrow(Problems::notFound);
    }

    private static ResponseEntity<FormView> view(Stored<FormVersion> stored) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(FormView.of(stored.body()));
    }
}
