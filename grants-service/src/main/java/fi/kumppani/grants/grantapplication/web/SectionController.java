package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.FillInSection;
import fi.kumppani.grants.grantapplication.FilledForm;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/**
 * The sections of an application's form. Each has an ETag of its own, so several people write at
 * once, each in another section.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/sections/{section}")
class SectionController {

    private final FillInSection fillInSection;
    private final GrantForms forms;
    private final Callers callers;

    SectionController(FillInSection fillInSection, GrantForms forms, Callers callers) {
        this.fillInSection = fillInSection;
        this.forms = forms;
        this.callers = callers;
    }

    /** A section as it is answered. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<SectionView> one(
            @PathVariable String id, @PathVariable String section, CurrentUser user) {
        GrantApplication found = callers.readableWithApplicant(new ApplicationId(id), user);
        return Optional.ofNullable(found.proposal().form())
                .filter(form -> has(form, section))
                .map(form -> view(form, section))
                .orElseThrow(Problems::notFound);
    }

    private boolean has(FilledForm form, String section) {
        return forms.version(form.form(), form.version())
                .flatMap(version -> version.content().section(section))
                .isPresent();
    }

    /** Answers a section anew. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping
    ResponseEntity<SectionView> fill(
            @PathVariable String id,
            @PathVariable String section,
            @Valid @RequestBody SectionRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication found = callers.fillable(new ApplicationId(id), user).body();
        return switch (fillInSection
                .fill(found.filing().id(), section, seen.version(), request.read(section))
                .orElseThrow(Problems::notFound)) {
            case FillInSection.Result.Kept(var form) -> view(form, section);
            case FillInSection.Result.Stale _ -> throw Problems.stale();
            case FillInSection.Result.Faulty(var faults) -> throw invalid(faults);
            case FillInSection.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private static ResponseEntity<SectionView> view(FilledForm form, String section) {
        return ResponseEntity.ok()
                .eTag(ETags.of(form.revision(section)))
                .body(SectionView.of(form, section));
    }

    /** 422 that names every answer at fault. */
    static Problem invalid(List<AnswerCheck.Fault> faults) {
        FieldErrors errors = new FieldErrors();
        for (AnswerCheck.Fault fault : faults) {
            String told =
                    switch (fault.kind()) {
                        case MISSING -> "This has to be answered";
                        case NOT_ASKED -> "This is not asked, or not of those who answered so";
                        case TOO_LONG -> "Shorter: 200 characters in a line, 5 000 in a text";
                        case OUT_OF_RANGE -> "Within the limits of the question";
                        case UNKNOWN_OPTION -> "One of the options";
                        case WRONG_KIND -> "As the question says: a number, a day, an amount";
                        case MARKUP -> "Plain text without marks of HTML";
                    };
            var _ = errors.add(fault.field(), WireCodes.of(fault.kind()), told);
        }
        return Problems.invalid(errors.all());
    }
}
