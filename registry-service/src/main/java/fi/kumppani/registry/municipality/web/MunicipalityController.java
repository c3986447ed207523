package fi.kumppani.registry.municipality.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.municipality.Classification;
import fi.kumppani.registry.municipality.Municipalities;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;
import fi.kumppani.registry.municipality.RecordPopulation;
import fi.kumppani.registry.municipality.RecordPopulation.Outcome;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** Municipalities, and the figures of their inhabitants. */
@RestController
@RequestMapping("/v1/municipalities")
class MunicipalityController {

    private static final String HISTORY_IMPORT = "history:import";

    private final Classification classification;
    private final Municipalities municipalities;
    private final RecordPopulation recordPopulation;

    MunicipalityController(
            Classification classification,
            Municipalities municipalities,
            RecordPopulation recordPopulation) {
        this.classification = classification;
        this.municipalities = municipalities;
        this.recordPopulation = recordPopulation;
    }

    /** What a source says of a day. */
    record PopulationRequest(
            @Min(0) @Max(10_000_000) int inhabitants, @NotBlank @Size(max = 200) String source) {}

    @OpenToAll
    @GetMapping
    Page<MunicipalitySummary> list(Cursor cursor) {
        String after = cursor.after() == null ? "" : cursor.after();
        List<Municipality> found =
                classification.municipalities().stream()
                        .filter(municipality -> municipality.code().value().compareTo(after) > 0)
                        .limit(cursor.fetchSize())
                        .toList();
        return cursor.page(found, municipality -> municipality.code().value())
                .map(MunicipalitySummary::of);
    }

    @OpenToAll
    @GetMapping("/{code}")
    ResponseEntity<MunicipalityView> read(@PathVariable String code) {
        return municipalities
                .current()
                .map(MunicipalityController::answer)
                .orElseThrow(Problems::notFound);
    }

    @OpenToSignedIn
    @PutMapping("/{code}/populations/{asOf}")
    ResponseEntity<MunicipalityView> recordPopulation(
            @PathVariable String code,
            @PathVariable LocalDate asOf,
            @Valid @RequestBody PopulationRequest request,
            IfMatch ifMatch,
            CurrentUser user) {
        if (!user.hasAnyOf(Role.COORDINATOR) && !user.scopes().contains(HISTORY_IMPORT)) {
            throw Problems.missingRole();
        }
        var figure = new PopulationFigure(asOf, request.inhabitants(), request.source().strip());
        return switch (recordPopulation.record(figure, ifMatch.version())) {
            case Outcome.Recorded(var municipality) -> answer(municipality);
            case Outcome.InTheFuture _ ->
                    throw Problems.invalid(
                            "asOf", "in-the-future", "A figure is of a day that has been");
            case Outcome.Unknown _ -> throw Problems.notFound();
        };
    }

    private static ResponseEntity<MunicipalityView> answer(Stored<Municipality> municipality) {
        return ResponseEntity.ok()
                .eTag(ETags.of(municipality.version()))
                .body(MunicipalityView.of(municipality.body()));
    }
}
