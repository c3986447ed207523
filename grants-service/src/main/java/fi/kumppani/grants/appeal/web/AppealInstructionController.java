package fi.kumppani.grants.appeal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How to claim revised decisions. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}")
class AppealInstructionController {

    private final Editions editions;
    private final Callers callers;
    private final Clock clock;

    AppealInstructionController(Editions editions, Callers callers, Clock clock) {
        this.editions = editions;
        this.callers = callers;
        this.clock = clock;
    }

    /** An edition and the first day of decisions it is for. */
    record EditionView(LocalDate validFrom, @JsonUnwrapped EditionBody edition) {

        static EditionView of(Edition edition) {
            return new EditionView(edition.validFrom(), EditionBody.of(edition));
        }
    }

    /** All editions, the newest first. */
    record EditionList(List<EditionView> items) {}

    /** What the municipality's instructions say and said. */
    @OpenToAll
    @GetMapping("/appeal-instructions")
    EditionList all() {
        return new EditionList(editions.all().stream().map(EditionView::of).toList());
    }

    /**
     * Says what the instructions say for decisions from this day on. The day is to come, unless no
     * instruction is valid on it: what went with earlier decisions stays as it was.
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/appeal-instructions/{validFrom}")
    EditionView keep(@PathVariable LocalDate validFrom, @Valid @RequestBody EditionBody body) {
        boolean used =
                !validFrom.isAfter(today())
                        && editions.all().stream()
                                .anyMatch(edition -> !edition.validFrom().isAfter(validFrom));
        if (used) {
            throw Problems.refused("already-valid", "Earlier decisions have had an instruction");
        }
        Edition edition = body.from(validFrom);
        editions.keep(edition);
        return EditionView.of(edition);
    }

    /** The instruction that goes with a decision. */
    record InstructionView(
            LocalDate validFrom,
            Language language,
            String title,
            List<AppealInstruction.Section> sections) {}

    /** The instruction that goes with this decision, by its day and who made it. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/applications/{id}/decision/appeal-instruction")
    InstructionView one(
            @PathVariable String id,
            @RequestParam(defaultValue = "fi") Language language,
            CurrentUser user) {
        Decision decision = callers.decided(new ApplicationId(id), user).decision();
        Edition edition =
                editions.on(decision.request().decidedOn())
                        .orElseThrow(
                                () ->
                                        Problems.refused(
                                                "no-appeal-instruction",
                                                "None is valid for the day of the decision"));
        AppealInstruction instruction = AppealInstruction.of(edition, decision, language);
        return new InstructionView(
                edition.validFrom(), language, instruction.title(), instruction.sections());
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
