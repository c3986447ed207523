package fi.kumppani.grants.retention.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.retention.ChooseRetention;
import fi.kumppani.grants.retention.DocumentKind;
import fi.kumppani.grants.retention.ReadRetention;
import fi.kumppani.grants.retention.RetentionChoice;
import fi.kumppani.grants.retention.RetentionSchedule;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Period;

/** For how long what is kept: by kind, which everybody may know, and of one application. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}")
class RetentionController {

    private final ChooseRetention choose;
    private final ReadRetention read;
    private final Callers callers;

    RetentionController(ChooseRetention choose, ReadRetention read, Callers callers) {
        this.choose = choose;
        this.read = read;
        this.callers = callers;
    }

    /** The retention times of the municipality. */
    @OpenToAll
    @GetMapping("/retention-schedule")
    ResponseEntity<ScheduleView> schedule() {
        return view();
    }

    /**
     * Another time.
     *
     * @param kept in years and months, such as {@code P12Y}; not shorter than the law demands
     * @param decidedIn where it was decided
     */
    record ChoiceRequest(
            @NotNull Period kept,
            @NotBlank @Size(max = RetentionChoice.MOST_CHARACTERS) String decidedIn) {}

    /** Chooses another time for a kind of document; what was chosen before stays readable. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/retention-schedule/{kind}")
    ResponseEntity<ScheduleView> choose(
            @PathVariable String kind,
            @Valid @RequestBody ChoiceRequest request,
            IfMatch seen,
            CurrentUser user) {
        DocumentKind known =
                WireCodes.read(DocumentKind.class, kind).orElseThrow(Problems::notFound);
        return switch (choose.choose(
                known, request.kept(), request.decidedIn(), user.subject(), seen.version())) {
            case ChooseRetention.Choosing.Chosen _ -> view();
            case ChooseRetention.Choosing.KeptForEver _ ->
                    throw Problems.refused("kept-for-ever", "Decisions are kept for ever");
            case ChooseRetention.Choosing.Unlawful(var why) ->
                    throw Problems.invalid(
                            "kept",
                            WireCodes.of(why),
                            "In years and months, 50 years at most, not less than the law demands");
        };
    }

    /** Until when what an application brought with it is kept, and what is erased of it. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/applications/{id}/retention")
    ResponseEntity<KeptView> one(@PathVariable String id, CurrentUser user) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(KeptView.of(read.of(callers.readable(new ApplicationId(id), user).body())));
    }

    private ResponseEntity<ScheduleView> view() {
        Stored<RetentionSchedule> schedule = choose.schedule();
        return ResponseEntity.ok()
                .eTag(ETags.of(schedule.version()))
                .body(ScheduleView.of(schedule.body()));
    }
}
