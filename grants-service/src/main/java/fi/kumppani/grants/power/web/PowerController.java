package fi.kumppani.grants.power.web;

import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.power.DecisionPowers;
import fi.kumppani.grants.power.Powers;
import fi.kumppani.grants.power.RecordPower;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Powers to decide. The coordinator records them, who neither handles nor decides applications;
 * those who do read them.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/decision-powers")
class PowerController {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final DecisionPowers powers;
    private final RecordPower recordPower;

    PowerController(DecisionPowers powers, RecordPower recordPower) {
        this.powers = powers;
        this.recordPower = recordPower;
    }

    /** Powers, in the order they were recorded. */
    record PowerList(List<PowerView> items) {}

    /**
     * All powers there are and were.
     *
     * @param on only those in force on this day
     */
    @OpenToRoles({Role.COORDINATOR, Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    PowerList all(@RequestParam(required = false) @Nullable LocalDate on) {
        Powers known = powers.all();
        List<DecisionPower> asked = on == null ? known.all() : known.on(on);
        return new PowerList(asked.stream().map(PowerView::of).toList());
    }

    /**
     * Records a power; the same again changes nothing. Nobody records one that they would hold.
     *
     * @param power a UUID that the client chooses for it
     */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{power}")
    ResponseEntity<PowerView> begin(
            @PathVariable String power,
            @Valid @RequestBody PowerRequest request,
            CurrentUser user) {
        if (!ID.matcher(power).matches()) {
            throw Problems.malformed("power", "uuid", "A UUID in lower case");
        }
        return answer(recordPower.begin(power, request.terms(), user.subject()));
    }

    /** States that a power ends sooner than was known; what was known before stays readable. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{power}/end")
    ResponseEntity<PowerView> end(
            @PathVariable String power,
            @Valid @RequestBody EndRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                recordPower
                        .end(power, request.until(), seen.version(), user.subject())
                        .orElseThrow(Problems::notFound));
    }

    private static ResponseEntity<PowerView> answer(RecordPower.Result result) {
        return switch (result) {
            case RecordPower.Result.Kept(var power) ->
                    ResponseEntity.ok().eTag(ETags.of(power.version())).body(PowerView.of(power));
            case RecordPower.Result.Own _ -> throw Problems.barred("own-power", "holder");
            case RecordPower.Result.OtherwiseRecorded _ ->
                    throw Problems.refused(
                            "otherwise-recorded",
                            "What was recorded stays; end it and record another");
            case RecordPower.Result.Full _ ->
                    throw Problems.refused("powers-full", "At most " + Powers.MOST);
            case RecordPower.Result.EndsInThePast _ ->
                    throw Problems.invalid(
                            "until",
                            "in-the-past",
                            "Yesterday at the earliest, and not before its first day");
            case RecordPower.Result.EndsNoSooner _ ->
                    throw Problems.invalid(
                            "until", "not-sooner", "Ends by then already; record another");
        };
    }
}
