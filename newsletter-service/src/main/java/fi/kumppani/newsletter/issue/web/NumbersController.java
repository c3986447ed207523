package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.newsletter.issue.CountIssue;
import fi.kumppani.newsletter.issue.CountIssue.Numbers;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came of an issue, in numbers. */
@RestController
class NumbersController {

    private final CountIssue countIssue;

    NumbersController(CountIssue countIssue) {
        this.countIssue = countIssue;
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/v1/municipalities/{code}/issue-drafts/{id}/numbers")
    Numbers count(@PathVariable String code, @PathVariable String id) {
        return countIssue.of(id).orElseThrow(Problems::notFound);
    }
}
