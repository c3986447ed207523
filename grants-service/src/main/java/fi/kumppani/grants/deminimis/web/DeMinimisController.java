package fi.kumppani.grants.deminimis.web;

import fi.kumppani.grants.deminimis.DeclareAid;
import fi.kumppani.grants.deminimis.UndertakingAid;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** What an applicant has of de minimis aid, and declares to have from others. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/de-minimis")
class DeMinimisController {

    private final DeclareAid declareAid;
    private final Callers callers;
    private final Clock clock;

    DeMinimisController(DeclareAid declareAid, Callers callers, Clock clock) {
        this.declareAid = declareAid;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What is used and what is left.
     *
     * @param on the day of the decision; today when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<AidView> one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate on,
            CurrentUser user) {
        GrantApplication application = callers.readableWithApplicant(new ApplicationId(id), user);
        return view(
                application,
                declareAid.of(application),
                Objects.requireNonNullElseGet(on, () -> FinnishTime.today(clock)));
    }

    /** Declares all that the applicant has from others, in place of what was declared before. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/declaration")
    ResponseEntity<AidView> declare(
            @PathVariable String id,
            @Valid @RequestBody DeclarationRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication application = callers.writable(new ApplicationId(id), user).body();
        LocalDate today = FinnishTime.today(clock);
        return view(
                application,
                declareAid.declare(application, request.read(today), seen.version()),
                today);
    }

    private static ResponseEntity<AidView> view(
            GrantApplication application, Stored<UndertakingAid> aid, LocalDate day) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(aid.version()))
                .body(AidView.of(aid.body(), application.filing().id(), day));
    }
}
