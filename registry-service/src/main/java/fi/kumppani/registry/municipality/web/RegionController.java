package fi.kumppani.registry.municipality.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.municipality.Classification;
import fi.kumppani.registry.municipality.Region;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The regions and which municipalities are in them. */
@RestController
@RequestMapping("/v1/regions")
class RegionController {

    private final Classification classification;

    RegionController(Classification classification) {
        this.classification = classification;
    }

    /** A region in a list. */
    record RegionSummary(String code, LocalizedText name) {}

    /** A region with its municipalities. */
    record RegionView(String code, LocalizedText name, List<MunicipalitySummary> municipalities) {}

    @OpenToAll
    @GetMapping
    Page<RegionSummary> list(Cursor cursor) {
        String after = cursor.after() == null ? "" : cursor.after();
        List<Region> found =
                classification.regions().stream()
                        .filter(region -> region.code().compareTo(after) > 0)
                        .limit(cursor.fetchSize())
                        .toList();
        return cursor.page(found, Region::code)
                .map(region -> new RegionSummary(region.code(), region.name()));
    }

    @OpenToAll
    @GetMapping("/{code}")
    RegionView read(@PathVariable String code) {
        Region region = classification.region(code).orElseThrow(Problems::notFound);
        return new RegionView(
                region.code(),
                region.name(),
                region.municipalities().stream()
                        .flatMap(member -> classification.municipality(member).stream())
                        .map(MunicipalitySummary::of)
                        .toList());
    }
}
